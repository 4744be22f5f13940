package org.plumbline.check;

import java.util.List;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Quantity;
import org.plumbline.finding.FindingCode;

/** What reads a clock needs one: limits, elapsed time, stocks, and the period of a case. */
final class ClocksComplete implements Rule {

  @Override
  public void check(Draft draft) {
    draft.metrics().forEach(metric -> check(metric, draft));
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      boolean noStart = use.metric().filter(m -> m.starts().isPresent()).isEmpty();
      if (noStart && use.purpose() != Uses.Purpose.OCCURRENCE) {
        for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
          if (List.of("elapsed", "age").contains(test.subject())) {
            draft.tell(
                FindingCode.CLOCK_INCOMPLETE,
                test.path(),
                "\"" + test.subject() + "\" is tested, and the clock has no start",
                "write clock: {starts: …, stops: …}");
          }
        }
      }
    }
  }

  private static void check(MetricView metric, Draft draft) {
    CountedWhen when = metric.metric().countedWhenOrDefault();
    if (when == CountedWhen.DUE && metric.target().stream().noneMatch(ClocksComplete::hasLimit)) {
      draft.tell(
          FindingCode.CLOCK_INCOMPLETE,
          metric.path() + "/counted-when",
          "cases are counted when due, and nothing says when they are due",
          "write a limit, such as within: 30 days, or count them when decided");
    }
    boolean register = metric.set().filter(SetView::isRegister).isPresent();
    boolean clockStands = draft.stands(metric.path() + "/clock");
    if (metric.metric().clock().isEmpty()) {
      if (!register && !clockStands && !metric.isStock()) {
        tell(metric.path(), "nothing says when a case of this metric counts", "stops: …", draft);
        return;
      }
    }
    if (metric.starts().isPresent() || draft.stands(metric.path() + "/clock/starts")) {
      return;
    }
    String path = metric.path();
    for (MetricView.LineView line : metric.lines()) {
      if (!MetricView.limits(line).isEmpty()) {
        String at = MetricView.limits(line).get(0).path();
        tell(at, "a limit in time is set, and the clock has no start", "starts: …", draft);
      }
    }
    Quantities.visit(
        metric.figure(),
        path + "/figure",
        (at, quantity) -> {
          if (Quantities.readsTime(quantity)) {
            String where =
                quantity instanceof Quantity.ShareOfAvailableTime
                    ? at + "/share"
                    : Quantities.pathOfMeasurand(quantity, at);
            tell(where, "time is measured, and the clock has no start", "starts: …", draft);
          }
        });
    if (metric.isStock() || when == CountedWhen.STARTED) {
      tell(
          path + "/counted-when",
          "cases are counted " + when.key() + ", and the clock has no start",
          "starts: …",
          draft);
    }
  }

  private static boolean hasLimit(MetricView.LineView line) {
    Level.Line stated = line.line();
    return stated.limit().isPresent();
  }

  private static void tell(String path, String found, String missing, Draft draft) {
    draft.tell(FindingCode.CLOCK_INCOMPLETE, path, found, "write clock: {" + missing + "} for it");
  }
}
