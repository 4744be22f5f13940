package org.plumbline.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Severity;

/**
 * Who counts is settled before the outcome is known: a population that reads the stop or the time
 * taken leaves out the very cases that miss.
 */
final class PopulationByOutcome implements Rule {

  @Override
  public void check(Draft draft) {
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      boolean population =
          use.purpose() == Uses.Purpose.QUALIFIES || use.purpose() == Uses.Purpose.LINE;
      if (population && use.metric().isPresent()) {
        MetricView metric = use.metric().get();
        Set<String> outcome = outcome(metric, use.set());
        for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
          if (readsOutcome(test, use.set(), outcome) && !metric.isStock()) {
            tell(metric, test, draft);
          }
        }
      }
    }
  }

  /** The moments that make the stop and not also the start. */
  private static Set<String> outcome(MetricView metric, SetView set) {
    Set<String> names = new HashSet<>();
    metric.stops().ifPresent(stop -> names.addAll(set.reach(stop)));
    metric.starts().ifPresent(start -> names.removeAll(set.reach(start)));
    if (metric.starts().isEmpty() && !metric.isInTime()) {
      // The stop only says when a case counts.
      names.clear();
    }
    return names;
  }

  private static boolean readsOutcome(Terms.Test test, SetView set, Set<String> outcome) {
    if (List.of("elapsed", "age").contains(test.subject())) {
      return true;
    }
    Set<String> read = new HashSet<>();
    if (set.moment(test.subject()).isPresent()) {
      read.addAll(set.reach(new MomentTerm.Named(test.subject())));
    }
    if (test.test() instanceof Condition.Ordered ordered) {
      read.addAll(set.reach(ordered.against()));
    }
    return read.stream().anyMatch(outcome::contains);
  }

  private static void tell(MetricView metric, Terms.Test test, Draft draft) {
    draft.tell(
        FindingCode.POPULATION_BY_OUTCOME,
        metric.isInTime() ? Severity.WARNING : Severity.NOTE,
        test.path(),
        "who counts depends on \"" + test.subject() + "\", which is known only by the outcome",
        "test what is known at the start, or test it in the figure");
  }
}
