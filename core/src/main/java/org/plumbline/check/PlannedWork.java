package org.plumbline.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Quantity;
import org.plumbline.finding.FindingCode;

/**
 * Planned work is declared in advance: what the records call planned was called so afterwards, by
 * whoever writes the records.
 */
final class PlannedWork implements Rule {

  private static final Predicate<String> PLANNED =
      Pattern.compile(
              "(^|[^a-z])(planned|maintenance|scheduled-(down|work|outage|maint)\\w*|outage-window)($|[^a-z])")
          .asPredicate();

  private static final Set<Uses.Purpose> RELIEVES =
      Set.of(Uses.Purpose.QUALIFIES, Uses.Purpose.EXCLUSION, Uses.Purpose.FIGURE);

  @Override
  public void check(Draft draft) {
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      boolean outage =
          use.metric()
              .filter(metric -> metric.figure() instanceof Quantity.ShareOfAvailableTime)
              .isPresent();
      if (outage && RELIEVES.contains(use.purpose())) {
        MetricView metric = use.metric().orElseThrow();
        for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
          if (saysPlanned(test, use.set()) && !isJudgedByOthers(test, use.set(), metric)) {
            draft.tell(
                FindingCode.PLANNED_BY_RECORDS,
                test.path(),
                "whether work was planned is told by the records, and not in advance",
                "write an exclusion with declared: {declared-by: "
                    + metric.metric().performing()
                    + ", notice: 5 days}"
                    + (declares(draft) ? ", as there is one" : ""));
          }
        }
      }
    }
  }

  private static boolean saysPlanned(Terms.Test test, SetView set) {
    return set.field(test.subject()).isPresent()
        && (PLANNED.test(test.subject())
            || test.literals().stream().anyMatch(value -> PLANNED.test(value.toString())));
  }

  /** Whether the field is declared to be another party's opinion. */
  private static boolean isJudgedByOthers(Terms.Test test, SetView set, MetricView metric) {
    Optional<String> setBy = set.field(test.subject()).flatMap(Field::setBy);
    return setBy.filter(party -> !party.equals(metric.metric().performing())).isPresent();
  }

  private static boolean declares(Draft draft) {
    return draft.agreement().exclusions().values().stream()
        .anyMatch(exclusion -> exclusion.ground() instanceof Exclusion.Ground.Declared);
  }
}
