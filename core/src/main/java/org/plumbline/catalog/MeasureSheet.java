package org.plumbline.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.plumbline.finding.Place;

/**
 * A sheet on which measures stand.
 *
 * @param file the workbook as the person named it
 * @param name the name of the sheet, trimmed
 * @param hidden whether the workbook hides it
 * @param headerRow where the headers stand, from 1
 * @param columns the position of each column that is known, from 1
 */
public record MeasureSheet(
    String file, String name, boolean hidden, int headerRow, Map<Column, Integer> columns) {

  /** Copies the map. */
  public MeasureSheet {
    Map<Column, Integer> copy = new EnumMap<>(Column.class);
    copy.putAll(columns);
    columns = Collections.unmodifiableMap(copy);
  }

  /** Whether it has a column. */
  public boolean has(Column column) {
    return columns.containsKey(column);
  }

  /** The place of a cell, or of the row where the sheet has no such column. */
  public Place place(int row, Column column, String path) {
    return new Place(file + "#" + name, row, columns.getOrDefault(column, 0), path);
  }

  /** The place of the headers. */
  public Place header() {
    return new Place(file + "#" + name, headerRow, 0, "");
  }
}
