package org.plumbline.evaluate.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.compile.sql.Dialect;

/** Tables of a record set that have columns and no rows. */
final class NoRows {

  static final Map<String, String> HOLDS = new LinkedHashMap<>();
  static final Map<String, String> ATOMS = new LinkedHashMap<>();

  static {
    HOLDS.put("case_no", "BIGINT");
    HOLDS.put("hold_no", "SMALLINT");
    HOLDS.put("f", "BIGINT");
    HOLDS.put("u", "BIGINT");
    HOLDS.put("file_no", "INTEGER");
    HOLDS.put("row_no", "BIGINT");
    ATOMS.put("case_no", "BIGINT");
    ATOMS.put("f", "BIGINT");
    ATOMS.put("u", "BIGINT");
    ATOMS.put("mask", "BIGINT");
  }

  private NoRows() {}

  /**
   * Makes a table without rows.
   *
   * @param columns with their types
   */
  static void of(SqlTables tables, String table, Map<String, String> columns) {
    tables.make(
        table,
        columns.entrySet().stream()
            .map(column -> nothing(tables.dialect(), column.getKey(), column.getValue()))
            .collect(Collectors.joining(", ", "SELECT ", " WHERE 1 = 0")));
  }

  /** A column without a value. */
  static String nothing(Dialect dialect, String column, String type) {
    return "CAST(NULL AS " + dialect.stored(type) + ") AS " + dialect.name(column);
  }
}
