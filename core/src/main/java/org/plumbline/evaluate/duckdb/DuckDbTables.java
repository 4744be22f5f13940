package org.plumbline.evaluate.duckdb;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.duckdb.DuckDBAppender;
import org.plumbline.compile.DataTable;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.sql.Dialect;
import org.plumbline.compile.sql.DuckDbDialect;
import org.plumbline.evaluate.sql.SqlRow;
import org.plumbline.evaluate.sql.SqlTables;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;

/** The tables of a DuckDB. */
final class DuckDbTables implements SqlTables {

  private final Database database;
  private final DuckDbDialect dialect = new DuckDbDialect();

  DuckDbTables(Database database) {
    this.database = database;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public boolean has(String table) {
    return database.number(
            "SELECT count(*) FROM duckdb_tables() WHERE table_name = " + Sql.text(table))
        > 0;
  }

  @Override
  public Map<String, String> columns(String table) {
    Map<String, String> columns = new LinkedHashMap<>();
    database.each(
        "DESCRIBE " + Sql.name(table), row -> columns.put(row.getString(1), row.getString(2)));
    return columns;
  }

  @Override
  public void each(Plan plan, Consumer<SqlRow> reader) {
    each(statement(plan), reader);
  }

  @Override
  public void each(String select, Consumer<SqlRow> reader) {
    database.each(
        select,
        row -> {
          reader.accept(new ResultRow(row));
          return row;
        });
  }

  @Override
  public void make(String table, Plan plan, List<String> order) {
    String sorted =
        order.isEmpty()
            ? ""
            : " ORDER BY " + String.join(", ", order.stream().map(Sql::name).toList());
    make(table, "SELECT * FROM (" + statement(plan) + ")" + sorted);
  }

  @Override
  public void make(String table, String select) {
    database.execute("CREATE OR REPLACE TABLE " + Sql.name(table) + " AS " + select);
  }

  private String statement(Plan plan) {
    return org.plumbline.compile.sql.Sql.of(plan, dialect);
  }

  @Override
  public <T> T during(List<DataTable> tables, Supplier<T> done) {
    tables.forEach(this::lay);
    try {
      return done.get();
    } finally {
      tables.forEach(this::drop);
    }
  }

  private void lay(DataTable table) {
    drop(table);
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < table.columns().size(); i++) {
      columns
          .append(i == 0 ? "" : ", ")
          .append(Sql.name(table.columns().get(i).name()))
          .append(i == 0 ? " INTEGER" : " BIGINT");
    }
    database.execute("CREATE TABLE " + Sql.name(table.name()) + " (" + columns + ")");
    fill(table);
  }

  private void fill(DataTable table) {
    try (DuckDBAppender appender = database.connection().createAppender(table.name())) {
      for (int row = 0; row < table.rows(); row++) {
        appender.beginRow();
        appender.append((int) table.values().get(0)[row]);
        for (int column = 1; column < table.values().size(); column++) {
          long value = table.values().get(column)[row];
          if (value == DataTable.NOTHING) {
            appender.appendNull();
          } else {
            appender.append(value);
          }
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("filling the table " + table.name(), e);
    }
  }

  private void drop(DataTable table) {
    database.execute("DROP TABLE IF EXISTS " + Sql.name(table.name()));
  }
}
