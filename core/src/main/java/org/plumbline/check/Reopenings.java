package org.plumbline.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Reopening;
import org.plumbline.agreement.Reports;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/** A reopening withdraws a decision: before it is reported, and with the drafter's knowledge. */
final class Reopenings implements Rule {

  @Override
  public void check(Draft draft) {
    for (SetView set : draft.recordSets()) {
      set.set()
          .reopening()
          .filter(reopening -> reopening.thenOrDefault() == Reopening.Then.CONTINUE)
          .ifPresent(reopening -> afterReport(set, reopening, draft));
    }
    for (MetricView metric : draft.metrics()) {
      Optional<SetView> set = metric.set();
      boolean withdraws =
          set.flatMap(s -> s.set().reopening())
              .filter(r -> r.thenOrDefault() == Reopening.Then.CONTINUE)
              .isPresent();
      if (withdraws
          && metric.starts().isPresent()
          && isPlain(metric.stops().orElseThrow(), set.orElseThrow(), new HashSet<>())) {
        draft.tell(
            FindingCode.REOPENING_WITHDRAWS_STOP,
            metric.path() + "/clock/stops",
            "a reopening withdraws this stop, and the case goes on",
            "write {first: …} if the first one shall stand, {last: …} to say that it shall not");
      }
    }
  }

  private static void afterReport(SetView set, Reopening reopening, Draft draft) {
    Optional<TimeAmount> due = draft.agreement().reports().flatMap(Reports::due);
    if (due.isEmpty()) {
      return;
    }
    Optional<TimeAmount> within = reopening.within();
    if (within.isEmpty() || days(within.get()) > days(due.get())) {
      draft.tell(
          FindingCode.REOPENED_AFTER_REPORT,
          set.path() + (within.isEmpty() ? "/reopening" : "/reopening/within"),
          within.map(w -> "within " + w).orElse("at any time later")
              + " a reopening withdraws a result, and the report is due "
              + due.get()
              + " after the period",
          "write within: with less than the report takes, or then: new-case");
    }
  }

  /** About how many days an amount is. */
  private static double days(TimeAmount amount) {
    return switch (amount.kind()) {
      case ELAPSED -> amount.micros() / 86_400_000_000.0;
      case BY_DATE_DAYS -> amount.days();
      case BY_DATE_WORKDAYS -> amount.days() + 2.0 * (amount.days() / 5);
      case BY_DATE_MONTHS -> amount.months() * 30.4;
    };
  }

  /** Whether a moment is a recorded one without a word on which occurrence is meant. */
  private static boolean isPlain(MomentTerm term, SetView set, Set<String> seen) {
    if (term instanceof MomentTerm.Recorded) {
      return true;
    }
    if (term instanceof MomentTerm.Named named) {
      return seen.add(named.id())
          && set.moment(named.id()).filter(t -> isPlain(t, set, seen)).isPresent();
    }
    boolean joins = term instanceof MomentTerm.EarlierOf || term instanceof MomentTerm.LaterOf;
    return joins && Terms.parts(term).stream().anyMatch(part -> isPlain(part, set, seen));
  }
}
