package org.plumbline.evaluate.duckdb;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.duckdb.DuckDBAppender;
import org.plumbline.compile.DataTable;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;

/** Brings the tables that a plan looks up into the database while it runs. */
final class DataTables {

  private final Database database;

  DataTables(Database database) {
    this.database = database;
  }

  /** What is done while the tables are there. */
  <T> T during(List<DataTable> tables, Supplier<T> done) {
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
