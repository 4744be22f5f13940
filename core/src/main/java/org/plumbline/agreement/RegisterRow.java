package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.plumbline.finding.Place;

/**
 * A row of one of the register's own sets, as it was loaded.
 *
 * @param texts key parts and fields that have a value; numbers in plain decimals
 * @param days moments that have a value
 * @param place the file and the row
 */
public record RegisterRow(Map<String, String> texts, Map<String, LocalDate> days, Place place) {

  /** Copies the maps. */
  public RegisterRow {
    texts = Map.copyOf(texts);
    days = Map.copyOf(days);
  }

  /** A key part or field. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** A moment. */
  public Optional<LocalDate> day(String name) {
    return Optional.ofNullable(days.get(name));
  }
}
