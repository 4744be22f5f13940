package org.plumbline.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Precision;

/**
 * The cases of a record set that is neither loaded nor worked out by a plan, such as the results of
 * an evaluation.
 *
 * @param set id of the record set
 * @param tables what the names of its tables begin with, so that several may lie side by side
 * @param moments its moments with their precision
 * @param fields its fields with the SQL type of their columns, as in {@link
 *     org.plumbline.records.StoredSet}
 * @param cases in order
 */
public record LaidSet(
    String set,
    String tables,
    Map<String, Precision> moments,
    Map<String, String> fields,
    List<Case> cases) {

  /** Copies lists and maps, keeping their order. */
  public LaidSet {
    moments = Collections.unmodifiableMap(new LinkedHashMap<>(moments));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    cases = List.copyOf(cases);
  }

  /**
   * A case.
   *
   * @param key its key, the parts joined by {@code " / "}
   * @param moments in the order of the set's: microseconds since 1970 UTC, dates as days since
   *     1970; null where it is missing
   * @param fields in the order of the set's, as text; null where there is no value
   */
  public record Case(String key, List<@Nullable Long> moments, List<@Nullable String> fields) {
    /** Copies the lists. */
    public Case {
      moments = Collections.unmodifiableList(new java.util.ArrayList<>(moments));
      fields = Collections.unmodifiableList(new java.util.ArrayList<>(fields));
    }
  }
}
