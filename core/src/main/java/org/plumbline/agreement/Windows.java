package org.plumbline.agreement;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;

/**
 * The stretches of dates over which a metric's figures are formed (docs/meaning.md 17).
 *
 * <p>A case has one <em>place</em>: the piece of the calendar that holds its own day. Places are so
 * small that every stretch over which something is measured consists of whole places. So a case is
 * placed once and counted in each stretch that has its place.
 *
 * @param periods the reporting periods, in order
 * @param places dates without gap, in order, of which every other stretch consists
 * @param measured over which figures are measured: the window of each period, or the shorter
 *     periods whose figures are averaged; in order of their beginnings and of their ends
 * @param parts for each reporting period the first and last of {@code measured}, of which its
 *     figure is the mean; the last is before the first if there is none
 * @param averaged whether the figure of a period is the mean of the figures of its parts
 */
public record Windows(
    List<ReportingPeriod> periods,
    List<ReportingPeriod> places,
    List<ReportingPeriod> measured,
    List<Range> parts,
    boolean averaged) {

  /** Positions in a list; none if {@code last} is before {@code first}. */
  public record Range(int first, int last) {}

  /** Copies the lists. */
  public Windows {
    periods = List.copyOf(periods);
    places = List.copyOf(places);
    measured = List.copyOf(measured);
    parts = List.copyOf(parts);
  }

  /** The windows of a metric over the performance period. */
  public static Windows of(Agreement agreement, Metric metric) {
    List<ReportingPeriod> periods = PeriodRules.periods(agreement, metric);
    PeriodTerms terms = PeriodRules.terms(agreement, metric);
    if (terms.meanOf().isEmpty() && terms.rolling().isEmpty() && terms.toDate().isEmpty()) {
      List<Range> each = new ArrayList<>();
      for (int i = 0; i < periods.size(); i++) {
        each.add(new Range(i, i));
      }
      return new Windows(periods, periods, periods, each, false);
    }
    List<ReportingPeriod> windows = new ArrayList<>();
    periods.forEach(period -> windows.add(window(agreement, terms, period)));
    LocalDate last = agreement.performancePeriod().until();
    Optional<List<ReportingPeriod>> shorter =
        terms
            .meanOf()
            .flatMap(id -> PeriodRules.find(agreement, id))
            .map(
                rule -> ReportingPeriods.periods(rule, agreement.performancePeriod().from(), last));
    List<ReportingPeriod> measured = shorter.orElse(windows);
    List<Range> parts = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      parts.add(shorter.isEmpty() ? new Range(i, i) : within(measured, windows.get(i), last));
    }
    return new Windows(
        periods, places(agreement, periods, measured), measured, parts, shorter.isPresent());
  }

  private static Range within(List<ReportingPeriod> all, ReportingPeriod window, LocalDate last) {
    int first = all.size();
    int end = -1;
    for (int i = 0; i < all.size(); i++) {
      LocalDate until = all.get(i).until();
      if (window.contains(until.isAfter(last) ? last : until)) {
        first = Math.min(first, i);
        end = i;
      }
    }
    return new Range(first, end);
  }

  /** The window of a reporting period; it bears the period's name. */
  private static ReportingPeriod window(
      Agreement agreement, PeriodTerms terms, ReportingPeriod period) {
    LocalDate until = period.until();
    LocalDate from =
        terms
            .rolling()
            .map(back -> before(agreement, until.plusDays(1), back))
            .or(
                () ->
                    terms
                        .toDate()
                        .flatMap(id -> PeriodRules.find(agreement, id))
                        .map(rule -> ReportingPeriods.periodOf(rule, until).from()))
            .orElse(period.from());
    return new ReportingPeriod(period.name(), from.isAfter(until) ? until : from, until);
  }

  private static LocalDate before(Agreement agreement, LocalDate day, TimeAmount back) {
    return switch (back.kind()) {
      case BY_DATE_DAYS -> day.minusDays(back.days());
      case BY_DATE_MONTHS -> day.minusMonths(back.months());
      case ELAPSED ->
          day.minusDays(Math.max(1, Duration.of(back.micros(), ChronoUnit.MICROS).toDays()));
      case BY_DATE_WORKDAYS -> minusWorkdays(agreement, day, back.days());
    };
  }

  private static LocalDate minusWorkdays(Agreement agreement, LocalDate day, long workdays) {
    CalendarTerms terms = agreement.calendar().map(agreement.calendars()::get).orElse(null);
    if (terms == null) {
      return day.minusDays(workdays);
    }
    try {
      return OpenTime.of(terms.calendar(), day.minusDays(workdays * 3 + 60), day)
          .days()
          .minusWorkdays(day, workdays);
    } catch (OutsideCalendarException tooFewOpenDays) {
      return day.minusDays(workdays);
    }
  }

  private static List<ReportingPeriod> places(
      Agreement agreement, List<ReportingPeriod> periods, List<ReportingPeriod> measured) {
    TreeSet<LocalDate> starts = new TreeSet<>();
    for (List<ReportingPeriod> all : List.of(periods, measured)) {
      for (ReportingPeriod each : all) {
        starts.add(each.from());
        starts.add(each.until().plusDays(1));
      }
    }
    LocalDate from = agreement.performancePeriod().from();
    LocalDate after = agreement.performancePeriod().until().plusDays(1);
    starts.add(from);
    starts.add(after);
    List<LocalDate> within = List.copyOf(starts.subSet(from, true, after, true));
    List<ReportingPeriod> places = new ArrayList<>();
    for (int i = 0; i + 1 < within.size(); i++) {
      places.add(ReportingPeriod.of(within.get(i), within.get(i + 1).minusDays(1)));
    }
    return places;
  }

  /** Whether each period has one place and one figure, its own. */
  public boolean isPlain() {
    return !averaged && places.equals(periods) && measured.equals(periods);
  }

  /** The reporting period that has a place; empty if the number is of none. */
  public Optional<ReportingPeriod> periodAt(long place) {
    if (place < 0 || place >= places.size()) {
      return Optional.empty();
    }
    LocalDate day = places.get((int) place).until();
    return periods.stream()
        .filter(each -> isPlain() ? each.until().equals(day) : each.contains(day))
        .findFirst();
  }

  /** The places of a reporting period. */
  public Optional<Range> placesOf(ReportingPeriod period) {
    int first = places.size();
    int last = -1;
    if (periods.contains(period)) {
      for (int i = 0; i < places.size(); i++) {
        if (period.contains(places.get(i).until())
            || (isPlain() && periods.get(i).equals(period))) {
          first = Math.min(first, i);
          last = i;
        }
      }
    }
    return first > last ? Optional.empty() : Optional.of(new Range(first, last));
  }

  /** The stretches measured that have a place. */
  public Range measuredAt(int place) {
    int first = measured.size();
    int last = -1;
    LocalDate day = places.get(place).from();
    for (int i = 0; i < measured.size(); i++) {
      if (measured.get(i).contains(day)) {
        first = Math.min(first, i);
        last = i;
      }
    }
    return new Range(first, last);
  }

  /** Whether a rolling window of a period begins before the performance period. */
  public static boolean isCutShort(Agreement agreement, Metric metric, ReportingPeriod period) {
    PeriodTerms terms = PeriodRules.terms(agreement, metric);
    return terms.rolling().isPresent()
        && window(agreement, terms, period).from().isBefore(agreement.performancePeriod().from());
  }
}
