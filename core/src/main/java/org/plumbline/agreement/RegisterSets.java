package org.plumbline.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The record sets that the register keeps and that metrics read like any other (language.md 4.1;
 * {@code docs/meaning.md} 15). Their files have the columns of the set's key, moments and fields.
 */
public final class RegisterSets {

  /** How their ids begin. */
  public static final String PREFIX = "register/";

  /** The results of all metrics; worked out, never read from a file. */
  public static final String RESULTS = "register/results";

  /** What was delivered, set by set and period by period. */
  public static final String DELIVERIES = "register/deliveries";

  /** The times that parties declared under exclusions. */
  public static final String DECLARATIONS = "register/declarations";

  private static final Set<String> NUMBERS = Set.of("figure", "cases", "number", "amount");

  /** The sets by id. */
  public static final Map<String, RecordSet> SETS = Collections.unmodifiableMap(sets());

  private RegisterSets() {}

  private static Map<String, RecordSet> sets() {
    Map<String, RecordSet> sets = new LinkedHashMap<>();
    sets.put(
        RESULTS,
        set(
            "metric period each",
            "period-end issued",
            "metric service performing each figure cases result"));
    sets.put("register/amendments", set("number", "effective signed", "number driver"));
    sets.put("register/reviews", set("id", "planned held", "kind"));
    sets.put("register/actions", set("id", "opened due closed", "remedy metric party"));
    sets.put("register/commitments", set("id period", "due done", "commitment party"));
    sets.put(DELIVERIES, set("set period", "due delivered certified", "set party"));
    sets.put("register/reconsiderations", set("id", "requested decided", "party outcome metric"));
    sets.put("register/bills", set("service period", "billed due paid", "service amount"));
    sets.put(
        DECLARATIONS,
        set(
            "id",
            "declared from until decided",
            "exclusion party ground decision",
            Precision.INSTANT));
    return sets;
  }

  private static RecordSet set(String key, String moments, String fields) {
    return set(key, moments, fields, Precision.DATE);
  }

  private static RecordSet set(String key, String moments, String fields, Precision precision) {
    Map<String, MomentTerm> byMoment = new LinkedHashMap<>();
    words(moments).forEach(id -> byMoment.put(id, new MomentTerm.Recorded(precision)));
    Map<String, Field> byField = new LinkedHashMap<>();
    words(fields).forEach(id -> byField.put(id, field(id)));
    words(key).forEach(id -> byField.computeIfAbsent(id, RegisterSets::field));
    return new RecordSet(
        words(key),
        byMoment,
        byField,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new Origin.Supplied());
  }

  private static Field field(String id) {
    return new Field(
        NUMBERS.contains(id) ? Field.Type.NUMBER : Field.Type.TEXT,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }
}
