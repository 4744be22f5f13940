package org.plumbline.reconcile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody said about the provider's files, so that nothing has to be recognised.
 *
 * @param sheet the sheet of the workbook with the figures
 * @param metric the metric of all rows, where the files name none
 * @param columns the heading of a column by what it holds: {@code metric}, {@code period}, {@code
 *     figure}, {@code held}, {@code cases}, {@code each}, {@code result}
 * @param metrics what the provider calls a metric: its id, or {@code id/2} for the second line of
 *     its target
 * @param unit in what figures are written, such as {@code hours} or {@code percent}
 * @param cases what somebody said about the list of cases
 */
public record Mapping(
    Optional<String> sheet,
    Optional<String> metric,
    Map<String, String> columns,
    Map<String, String> metrics,
    Optional<String> unit,
    Cases cases) {

  /** Nothing was said. */
  public static final Mapping NONE =
      new Mapping(
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          new Cases(Optional.empty(), Optional.empty(), Map.of(), Map.of()));

  /** Copies the maps, keeping their order. */
  public Mapping {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * What somebody said about the list of cases.
   *
   * @param sheet the sheet of the workbook
   * @param metric the metric of all rows, where the file names none
   * @param columns the heading by what the column holds: {@code metric}, {@code period}, {@code
   *     outcome}, and the fields that name a case
   * @param outcomes what the provider writes: {@code met}, {@code not-met}, {@code excluded} or
   *     {@code open}
   */
  public record Cases(
      Optional<String> sheet,
      Optional<String> metric,
      Map<String, String> columns,
      Map<String, String> outcomes) {
    /** Copies the maps, keeping their order. */
    public Cases {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
      outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }
  }
}
