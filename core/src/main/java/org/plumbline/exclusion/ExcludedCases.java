package org.plumbline.exclusion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Exclusion.Effect;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;

/** The conditions under which cases are taken out of a metric (docs/meaning.md 19). */
public final class ExcludedCases {

  private static final Set<String> OF_EVERY_CASE =
      Set.of("elapsed", "age", "hold", "stage", "period-start", "period-end");

  /** The moments that readings are given. */
  private static final Set<String> OF_READINGS = Set.of("began", "ended");

  private ExcludedCases() {}

  /**
   * The conditions that apply to a metric, by exclusion in the order of the agreement: those whose
   * names its record set all has.
   */
  public static Map<String, Condition> of(Agreement agreement, String id, Metric metric) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    agreement
        .recordSet(metric.records())
        .ifPresent(
            set ->
                agreement
                    .exclusions()
                    .forEach(
                        (exclusion, terms) -> {
                          if (terms.ground() instanceof Exclusion.Ground.Cases cases
                              && terms.effect() instanceof Effect.Excludes excludes
                              && takes(excludes, id)
                              && knows(set, cases.condition())) {
                            conditions.put(exclusion, cases.condition());
                          }
                        }));
    return conditions;
  }

  private static boolean takes(Effect.Excludes excludes, String metric) {
    return excludes.metrics().contains("all") || excludes.metrics().contains(metric);
  }

  private static boolean knows(RecordSet set, List<Condition> conditions) {
    return conditions.stream().allMatch(part -> knows(set, part));
  }

  private static boolean knows(RecordSet set, Condition condition) {
    if (condition instanceof Condition.All all) {
      return knows(set, all.conditions());
    }
    if (condition instanceof Condition.Any any) {
      return knows(set, any.conditions());
    }
    if (condition instanceof Condition.None none) {
      return knows(set, none.conditions());
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return knows(set, oneOf.subject());
    }
    if (condition instanceof Condition.Compares compares) {
      return knows(set, compares.subject());
    }
    if (condition instanceof Condition.Missing missing) {
      return knows(set, missing.subject());
    }
    Condition.Ordered ordered = (Condition.Ordered) condition;
    return knows(set, ordered.subject())
        && (!(ordered.against() instanceof MomentTerm.Named named) || knows(set, named.id()));
  }

  private static boolean knows(RecordSet set, String subject) {
    return set.moments().containsKey(subject)
        || set.fields().containsKey(subject)
        || set.caseKey().contains(subject)
        || (set.origin() instanceof Origin.Readings && OF_READINGS.contains(subject))
        || subject.contains(".")
        || OF_EVERY_CASE.contains(subject);
  }
}
