package org.plumbline.referee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.calendar.ReportingPeriod;

/** Reporting periods, and over which days their figures are formed (meaning 17). */
final class Windows {

  /**
   * What a figure is formed over.
   *
   * @param period the reporting period
   * @param slices one, or the shorter periods of which the mean is taken
   */
  record Window(ReportingPeriod period, List<Slice> slices) {}

  /**
   * Days whose cases make one figure.
   *
   * @param atHand the period that conditions may name
   */
  record Slice(ReportingPeriod atHand, LocalDate from, LocalDate until) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  private Windows() {}

  /** The reporting periods over the whole performance period. */
  static List<ReportingPeriod> periods(Agreement agreement, Metric metric) {
    PerformancePeriod performance = agreement.performancePeriod();
    List<ReportingPeriod> periods =
        new ArrayList<>(
            natural(
                agreement,
                metric
                    .period()
                    .flatMap(PeriodTerms::every)
                    .or(() -> agreement.period().flatMap(PeriodTerms::every))
                    .orElse("month")));
    PeriodTerms.Partial partial =
        metric
            .period()
            .flatMap(PeriodTerms::partial)
            .or(() -> agreement.period().flatMap(PeriodTerms::partial))
            .orElse(PeriodTerms.Partial.REPORT_ONLY);
    if (partial != PeriodTerms.Partial.JOIN_NEXT) {
      return periods;
    }
    int last = periods.size() - 1;
    if (periods.get(0).from().isBefore(performance.from())) {
      ReportingPeriod joined = periods.remove(0);
      ReportingPeriod next = periods.isEmpty() ? joined : periods.remove(0);
      periods.add(0, ReportingPeriod.of(performance.from(), next.until()));
      last = periods.size() - 1;
    }
    if (periods.get(last).until().isAfter(performance.until())) {
      ReportingPeriod joined = periods.remove(last);
      ReportingPeriod before = last == 0 ? joined : periods.remove(last - 1);
      periods.add(ReportingPeriod.of(before.from(), performance.until()));
    }
    return periods;
  }

  private static List<ReportingPeriod> natural(Agreement agreement, String every) {
    PerformancePeriod performance = agreement.performancePeriod();
    List<ReportingPeriod> periods = new ArrayList<>();
    LocalDate day = performance.from();
    while (!day.isAfter(performance.until())) {
      Periods.Days days = new Periods(agreement).of(every, day, 0);
      periods.add(ReportingPeriod.of(days.from(), days.next().minusDays(1)));
      day = days.next();
    }
    return periods;
  }

  /** Whether the figure is the mean of those of shorter periods. */
  static boolean isMean(Agreement agreement, Metric metric) {
    return metric.period().or(agreement::period).flatMap(PeriodTerms::meanOf).isPresent();
  }

  static List<Window> of(Ground ground, Metric metric, List<ReportingPeriod> periods) {
    Agreement agreement = ground.agreement;
    Optional<PeriodTerms> terms = metric.period().or(agreement::period);
    List<Window> windows = new ArrayList<>();
    for (ReportingPeriod period : periods) {
      LocalDate from = from(ground, terms, period);
      List<Slice> slices = new ArrayList<>();
      if (terms.flatMap(PeriodTerms::meanOf).isPresent()) {
        for (ReportingPeriod shorter : natural(agreement, terms.get().meanOf().orElseThrow())) {
          LocalDate last = agreement.performancePeriod().until();
          LocalDate day = shorter.until().isBefore(last) ? shorter.until() : last;
          if (!day.isBefore(from) && !day.isAfter(period.until())) {
            slices.add(new Slice(shorter, shorter.from(), shorter.until()));
          }
        }
      } else {
        slices.add(new Slice(period, from, period.until()));
      }
      windows.add(new Window(period, slices));
    }
    return windows;
  }

  private static LocalDate from(
      Ground ground, Optional<PeriodTerms> terms, ReportingPeriod period) {
    if (terms.flatMap(PeriodTerms::toDate).isPresent()) {
      return ground.periods.of(terms.get().toDate().orElseThrow(), period.until(), 0).from();
    }
    if (terms.flatMap(PeriodTerms::rolling).isPresent()) {
      Point next = Point.date(period.until().plusDays(1), ground.wall);
      return Moments.shifted(
              ground,
              next,
              terms.get().rolling().orElseThrow(),
              -1,
              ground.hoursOrAgreements(Optional.empty()))
          .day();
    }
    return period.from();
  }
}
