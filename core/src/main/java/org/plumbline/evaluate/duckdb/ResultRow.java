package org.plumbline.evaluate.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.plumbline.evaluate.sql.SqlRow;

/** The row on which a result stands. */
record ResultRow(ResultSet row) implements SqlRow {

  @Override
  public int place(String column) {
    try {
      return row.findColumn(column) - 1;
    } catch (SQLException e) {
      throw new IllegalStateException("reading " + column, e);
    }
  }

  @Override
  public long whole(int column, long missing) {
    try {
      long value = row.getLong(column + 1);
      return row.wasNull() ? missing : value;
    } catch (SQLException e) {
      throw new IllegalStateException("reading column " + column, e);
    }
  }

  @Override
  public @Nullable Object value(int column) {
    try {
      return row.getObject(column + 1);
    } catch (SQLException e) {
      throw new IllegalStateException("reading column " + column, e);
    }
  }
}
