package org.plumbline.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.finding.Place;
import org.plumbline.workbook.Cell;

/**
 * A measure of a framework, as its row says it.
 *
 * @param sheet the sheet it stands on
 * @param row its row, from 1
 * @param texts what stands in the columns that are known, trimmed; nothing for an empty cell
 * @param others what stands in other columns, by their headers
 * @param read what its words and its target say
 */
public record Measure(
    MeasureSheet sheet,
    int row,
    Map<Column, String> texts,
    Map<String, String> others,
    MeasureReading read) {

  /** Copies the maps, keeping their order. */
  public Measure {
    texts = Collections.unmodifiableMap(copy(texts));
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /**
   * A measure of some table, its words and its target read as those of a catalog.
   *
   * @param target the cell of the target
   */
  public static Measure of(MeasureSheet sheet, int row, Map<Column, String> texts, Cell target) {
    return new Measure(sheet, row, texts, Map.of(), new MeasureReading(texts, target));
  }

  /** What is measured, as far as the words tell. */
  public MeasureSense sense() {
    return read.sense();
  }

  /** What the target says. */
  public Target target() {
    return read.target();
  }

  private static Map<Column, String> copy(Map<Column, String> texts) {
    Map<Column, String> copy = new EnumMap<>(Column.class);
    copy.putAll(texts);
    return copy;
  }

  /** What stands in a column; empty if nothing does. */
  public String text(Column column) {
    return texts.getOrDefault(column, "");
  }

  /** Whether something stands in a column. */
  public boolean has(Column column) {
    return texts.containsKey(column);
  }

  /** The identifier as it stands; empty if there is none. */
  public String id() {
    return text(Column.ID);
  }

  /** The name, on one line. */
  public String name() {
    return text(Column.NAME).replaceAll("\\s+", " ");
  }

  /** The identifier, or the name where there is none. */
  public String label() {
    return id().isEmpty() ? name() : id();
  }

  /** Whether it only counts workload (FIBF: Activity Level). */
  public boolean isWorkload() {
    return text(Column.LEVEL).toLowerCase(java.util.Locale.ROOT).contains("activity");
  }

  /** The place of one of its cells. */
  public Place place(Column column) {
    return sheet.place(row, column, label() + "/" + column.key());
  }
}
