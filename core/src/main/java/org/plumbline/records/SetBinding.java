package org.plumbline.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the records of one set stand and how they are read (language.md 4.3, {@code sets.ID}).
 *
 * @param files names of files in the records folder, {@code *} allowed; empty: files named like the
 *     set
 * @param ignore by column, texts that say that a row is no record, such as a line of totals; a
 *     {@code *} at the end stands for any more; every such row is counted
 * @param columns columns by name of moment or field; what is not named has a column of its own name
 * @param values by field, texts of cells to the agreement's words
 * @param events the columns of an event log; empty: one row a case
 * @param moments moments that are taken from events
 * @param holds where the intervals of holds are recorded
 */
public record SetBinding(
    List<String> files,
    FileLayout layout,
    CellReading reading,
    Map<String, List<String>> ignore,
    Map<String, String> columns,
    Map<String, Map<String, String>> values,
    Optional<EventColumns> events,
    Map<String, MomentSource> moments,
    Map<String, HoldSource> holds) {

  /** Files named like the set, columns named like moments and fields, ISO 8601. */
  public static final SetBinding BY_NAMES =
      new SetBinding(
          List.of(),
          FileLayout.BY_FILE,
          CellReading.DEFAULT,
          Map.of(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          Map.of(),
          Map.of());

  /** Copies lists and maps, keeping their order. */
  public SetBinding {
    files = List.copyOf(files);
    ignore = ordered(ignore);
    columns = ordered(columns);
    values = ordered(values);
    moments = ordered(moments);
    holds = ordered(holds);
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
