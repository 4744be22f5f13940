package org.plumbline.evaluate.duckdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.DataTable;
import org.plumbline.compile.sql.DuckDbDialect;
import org.plumbline.compile.sql.Sql;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.Measurements;
import org.plumbline.evaluate.ResultRows;
import org.plumbline.records.duckdb.Database;

/** Runs plans in a DuckDB that holds the records. */
public final class DuckDbEngine implements Engine {

  private final Database database;

  /** An engine over a database in which record sets have been loaded. */
  public DuckDbEngine(Database database) {
    this.database = database;
  }

  @Override
  public Measurements evaluate(Agreement agreement, CompiledSet compiled) {
    if (compiled.metrics().isEmpty()) {
      return new Measurements(List.of(), List.of());
    }
    lay(compiled.tables());
    try {
      String sql = Sql.of(compiled.results(), new DuckDbDialect());
      List<ResultRows.Row> rows = new ArrayList<>();
      database.each(
          sql,
          row -> {
            rows.add(row(row, compiled.cells()));
            return rows;
          });
      return ResultRows.read(agreement, compiled, rows);
    } finally {
      compiled.tables().forEach(table -> drop(table));
    }
  }

  private static ResultRows.Row row(ResultSet row, int width) throws SQLException {
    long metric = row.getLong(1);
    long period = row.getLong(2);
    boolean none = row.wasNull();
    String each = row.getString(3);
    @Nullable BigInteger[] cells = new BigInteger[width];
    for (int i = 0; i < width; i++) {
      cells[i] = number(row.getObject(4 + i));
    }
    return new ResultRows.Row(metric, none ? null : period, each, cells);
  }

  private static @Nullable BigInteger number(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof BigInteger number
        ? number
        : new BigDecimal(value.toString()).toBigIntegerExact();
  }

  /** Brings the tables that a plan looks up into the database. */
  private void lay(List<DataTable> tables) {
    for (DataTable table : tables) {
      drop(table);
      StringBuilder columns = new StringBuilder();
      for (int i = 0; i < table.columns().size(); i++) {
        columns
            .append(i == 0 ? "" : ", ")
            .append(org.plumbline.records.duckdb.Sql.name(table.columns().get(i).name()))
            .append(i == 0 ? " INTEGER" : " BIGINT");
      }
      database.execute(
          "CREATE TABLE "
              + org.plumbline.records.duckdb.Sql.name(table.name())
              + " ("
              + columns
              + ")");
      fill(table);
    }
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
    database.execute("DROP TABLE IF EXISTS " + org.plumbline.records.duckdb.Sql.name(table.name()));
  }
}
