package org.plumbline.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;

/**
 * The record sets that the register keeps and that metrics read like any other (language.md 4.1).
 */
final class RegisterSets {

  static final String PREFIX = "register/";

  /** The results of all metrics. */
  static final String RESULTS = "register/results";

  private static final Set<String> NUMBERS = Set.of("figure", "cases", "number", "amount");

  /** The sets by id. */
  static final Map<String, RecordSet> SETS = sets();

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
    sets.put("register/deliveries", set("set period", "due delivered certified", "set party"));
    sets.put("register/reconsiderations", set("id", "requested decided", "party outcome metric"));
    sets.put("register/bills", set("service period", "billed due paid", "service amount"));
    return sets;
  }

  private static RecordSet set(String key, String moments, String fields) {
    Map<String, MomentTerm> byMoment = new LinkedHashMap<>();
    words(moments).forEach(id -> byMoment.put(id, new MomentTerm.Recorded(Precision.DATE)));
    Map<String, Field> byField = new LinkedHashMap<>();
    words(fields)
        .forEach(
            id ->
                byField.put(
                    id,
                    new Field(
                        NUMBERS.contains(id) ? Field.Type.NUMBER : Field.Type.TEXT,
                        Optional.empty(),
                        Optional.empty(),
                        false)));
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

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" ", -1));
  }
}
