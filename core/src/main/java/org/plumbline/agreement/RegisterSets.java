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

  /** What was billed for services, one amount a bill. */
  public static final String BILLS = "register/bills";

  /** The lines of bills that adjust them. */
  public static final String BILL_LINES = "register/bill-lines";

  /** What parties did about what follows from results. */
  public static final String DECISIONS = "register/decisions";

  /** The causes that the parties have named. */
  public static final String CAUSES = "register/causes";

  /** The milestones of corrective action plans. */
  public static final String MILESTONES = "register/milestones";

  /** The performance reports that were issued. */
  public static final String REPORTS = "register/reports";

  /** The commitments that fell due, and when they were kept. */
  public static final String COMMITMENTS = "register/commitments";

  /** What parties asked to have reconsidered; without files, the register's requests. */
  public static final String RECONSIDERATIONS = "register/reconsiderations";

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
    sets.put(COMMITMENTS, set("id period", "due done", "commitment party"));
    sets.put(DELIVERIES, set("set period", "due delivered certified", "set party"));
    sets.put(RECONSIDERATIONS, set("id", "requested decided", "party outcome metric"));
    sets.put(BILLS, set("service period", "billed due paid", "service amount"));
    sets.put(
        BILL_LINES, set("service period line", "billed", "service period line posting amount"));
    sets.put(DECISIONS, set("id", "on", "posting act by note"));
    sets.put(CAUSES, set("posting", "named", "posting cause concurrent"));
    sets.put(MILESTONES, set("posting milestone", "due done", "posting milestone owner"));
    sets.put(REPORTS, set("period", "issued", "period"));
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
