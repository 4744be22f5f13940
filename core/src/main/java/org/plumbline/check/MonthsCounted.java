package org.plumbline.check;

import java.util.List;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/**
 * Months and years have no one length: they limit a case from its start, but elapsed time cannot be
 * counted in them, nor can time be taken out of them day by day (docs/meaning.md 5).
 */
final class MonthsCounted implements Rule {

  @Override
  public void check(Draft draft) {
    draft.metrics().forEach(metric -> check(metric, draft));
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
        boolean clock = List.of("elapsed", "age").contains(test.subject());
        if (clock && test.test() instanceof Condition.Compares compares) {
          tellIfMonths(compares.value(), test.path(), draft);
        }
      }
    }
  }

  private static void check(MetricView metric, Draft draft) {
    for (MetricView.LineView line : metric.lines()) {
      for (MetricView.Amount limit : MetricView.limits(line)) {
        if (isMonths(limit.amount()) && metric.leavesTimeOut()) {
          draft.tell(
              FindingCode.MONTHS_WITH_TURNS,
              limit.path(),
              limit.amount() + " are counted on a clock that leaves time out",
              "write days, such as 30 days, so that each day left out counts the same");
        }
      }
      line.line()
          .bounds()
          .forEach(
              bound ->
                  Terms.values(
                      bound.value(),
                      draft.pathOf(line.path(), bound),
                      (path, literal) -> tellIfMonths(literal, path, draft)));
    }
  }

  private static void tellIfMonths(Literal literal, String path, Draft draft) {
    Terms.time(literal)
        .filter(MonthsCounted::isMonths)
        .ifPresent(
            amount ->
                draft.tell(
                    FindingCode.MONTHS_HAVE_NO_LENGTH,
                    path,
                    "time is set against " + amount + ", which have no one length",
                    "write days, such as 30 days for a month"));
  }

  private static boolean isMonths(TimeAmount amount) {
    return amount.kind() == TimeAmount.Kind.BY_DATE_MONTHS;
  }
}
