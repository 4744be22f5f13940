package org.plumbline.check;

import java.util.Optional;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/** Hours cannot be counted from a moment that is known to the day only. */
final class HoursOverDates implements Rule {

  @Override
  public void check(Draft draft) {
    draft.metrics().stream().filter(MetricView::isDateOnly).forEach(m -> metric(m, draft));
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      if (use.metric().filter(MetricView::isDateOnly).isPresent()) {
        for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
          if (test.subject().equals("elapsed") || test.subject().equals("age")) {
            test.literals().forEach(literal -> tellIfHours(literal, test.path(), draft));
          }
        }
      }
    }
    draft.uses().moments().forEach(moment -> shifted(moment, draft));
    draft.recordSets().forEach(set -> reopening(set, draft));
  }

  private static void metric(MetricView metric, Draft draft) {
    for (MetricView.LineView line : metric.lines()) {
      MetricView.limits(line).forEach(limit -> tellIfHours(limit.amount(), limit.path(), draft));
      if (Quantities.readsTime(metric.figure())) {
        line.line()
            .bounds()
            .forEach(
                bound ->
                    Terms.values(
                        bound.value(),
                        draft.pathOf(line.path(), bound),
                        (path, literal) -> tellIfHours(literal, path, draft)));
      }
    }
    if (metric.figure() instanceof Quantity.ShareOfAvailableTime) {
      draft.tell(
          FindingCode.HOURS_OVER_DATES,
          metric.path() + "/figure/share",
          "available time is counted between moments that are known to the day only",
          "record start and stop as instant or minute");
    }
  }

  private static void shifted(Uses.Moment use, Draft draft) {
    if (use.term() instanceof MomentTerm.Shifted shifted && isDate(use.set(), shifted.at())) {
      shifted
          .shift()
          .ifPresent(
              by -> tellIfHours(by.by(), use.path() + (by.forward() ? "/plus" : "/minus"), draft));
    }
  }

  private static void reopening(SetView set, Draft draft) {
    set.set()
        .reopening()
        .filter(reopening -> isDate(set, reopening.at()))
        .flatMap(reopening -> reopening.within())
        .ifPresent(within -> tellIfHours(within, set.path() + "/reopening/within", draft));
  }

  private static boolean isDate(SetView set, MomentTerm term) {
    Optional<Precision> precision = set.precision(term);
    return precision.isPresent() && precision.get() == Precision.DATE;
  }

  private static void tellIfHours(Literal literal, String path, Draft draft) {
    Terms.time(literal).ifPresent(amount -> tellIfHours(amount, path, draft));
  }

  private static void tellIfHours(TimeAmount amount, String path, Draft draft) {
    if (amount.kind() == TimeAmount.Kind.ELAPSED) {
      draft.tell(
          FindingCode.HOURS_OVER_DATES,
          path,
          amount + " are counted from or to a moment that is known to the day only",
          "write days or workdays, or record the moment as instant or minute");
    }
  }
}
