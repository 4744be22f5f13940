package org.plumbline.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.workbook.Cell;

/**
 * What the words and the target of a measure say. They are read when they are first asked for,
 * since of a thousand measures a check asks for the few that metrics name.
 */
public final class MeasureReading {

  private final Map<Column, String> texts;
  private final Cell cell;
  // Both are worked out from what never changes, so that it does no harm if two threads do so.
  private volatile @Nullable MeasureSense sense;
  private volatile @Nullable Target target;

  /**
   * Of these words and this target.
   *
   * @param cell the cell of the target
   */
  MeasureReading(Map<Column, String> texts, Cell cell) {
    this.texts = Map.copyOf(texts);
    this.cell = cell;
  }

  MeasureSense sense() {
    MeasureSense known = sense;
    if (known == null) {
      known = MeasureSense.of(texts);
      sense = known;
    }
    return known;
  }

  Target target() {
    Target known = target;
    if (known == null) {
      known = TargetText.read(cell, sense().kind());
      target = known;
    }
    return known;
  }
}
