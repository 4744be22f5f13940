package org.plumbline.records.duckdb;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A typed column made from a staged one.
 *
 * @param alias its name in the typed table
 * @param stage position of the staged column
 * @param type what its cells are read as
 * @param label the header, for people
 * @param values texts of cells to the agreement's words; empty: as they stand
 */
record CellColumn(
    String alias, int stage, CellType type, String label, Map<String, String> values) {

  CellColumn {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static CellColumn of(String alias, int stage, CellType type, String label) {
    return new CellColumn(alias, stage, type, label, Map.of());
  }
}
