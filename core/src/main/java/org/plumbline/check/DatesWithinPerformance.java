package org.plumbline.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Reference;
import org.plumbline.finding.FindingCode;

/**
 * Dates outside the performance period have no effect; values by date need one on its first day.
 */
final class DatesWithinPerformance implements Rule {

  /** The longest performance period, in years. */
  private static final int MOST_YEARS = 100;

  @Override
  public void check(Draft draft) {
    PerformancePeriod period = draft.agreement().performancePeriod();
    if (ChronoUnit.YEARS.between(period.from(), period.until()) >= MOST_YEARS) {
      draft.tell(
          FindingCode.PERFORMANCE_TOO_LONG,
          "performance-period/until",
          "the performance period has " + MOST_YEARS + " years or more",
          "write the last day of performance");
      return;
    }
    if (period.until().isBefore(period.from())) {
      return;
    }
    draft
        .agreement()
        .stabilization()
        .ifPresent(s -> within(s.until(), "stabilization/until", draft));
    draft
        .agreement()
        .amendment()
        .ifPresent(a -> within(a.effective(), "amendment/effective", draft));
    draft
        .agreement()
        .commitments()
        .forEach(
            (id, c) -> {
              c.from().ifPresent(from -> within(from, "commitments/" + id + "/from", draft));
              c.until().ifPresent(until -> within(until, "commitments/" + id + "/until", draft));
            });
    references(draft, period);
    draft.uses().steps().forEach(steps -> steps(steps, period, draft));
    for (SetView set : draft.recordSets()) {
      if (set.set().origin() instanceof Origin.Expected expected
          && expected.rhythm() instanceof Origin.Rhythm.Dates dates) {
        for (int i = 0; i < dates.dates().size(); i++) {
          within(dates.dates().get(i), set.path() + "/expected/dates/" + i, draft);
        }
      }
    }
  }

  private static void references(Draft draft, PerformancePeriod period) {
    List<Reference> references = draft.agreement().references();
    for (int i = 0; i < references.size(); i++) {
      Reference reference = references.get(i);
      Optional<LocalDate> from = reference.from().filter(d -> d.isAfter(period.until()));
      Optional<LocalDate> until = reference.until().filter(d -> d.isBefore(period.from()));
      boolean reversed =
          reference.until().flatMap(u -> reference.from().filter(u::isBefore)).isPresent();
      if (reversed) {
        continue;
      }
      if (from.isPresent()) {
        within(from.get(), "references/" + i + "/from", draft);
      } else if (until.isPresent()) {
        within(until.get(), "references/" + i + "/until", draft);
      }
    }
  }

  private static void steps(Uses.Steps use, PerformancePeriod period, Draft draft) {
    List<LocalDate> dates = use.varying().steps().stream().map(step -> step.from()).toList();
    if (!dates.isEmpty()
        && dates.get(0).isAfter(period.from())
        && !dates.get(0).isAfter(period.until())) {
      draft.tell(
          FindingCode.NO_VALUE_YET,
          use.path() + "/0/from",
          "there is no value from " + period.from() + " until this date",
          "begin with the first day of performance, " + period.from());
    }
    for (int i = 0; i < dates.size(); i++) {
      if (dates.get(i).isAfter(period.until())) {
        within(dates.get(i), use.path() + "/" + i + "/from", draft);
      }
    }
  }

  private static void within(LocalDate date, String path, Draft draft) {
    PerformancePeriod period = draft.agreement().performancePeriod();
    if (date.isBefore(period.from()) || date.isAfter(period.until())) {
      draft.tell(
          FindingCode.OUTSIDE_PERFORMANCE_PERIOD,
          path,
          date + " is outside the performance period",
          "write a date from " + period.from() + " to " + period.until());
    }
  }
}
