package org.plumbline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Open time by a slow and obvious loop over days, which shares nothing with {@link OpenTime} but
 * the calendar as written.
 */
final class DayLoopReferee {

  private final WorkCalendar calendar;
  private final ZoneRules rules;

  DayLoopReferee(WorkCalendar calendar) {
    this.calendar = calendar;
    rules = calendar.zone().getRules();
  }

  /** Open microseconds in the half open interval: of each stretch between two edges, is it open? */
  long between(long from, long until) {
    List<Instant[]> windows = new ArrayList<>();
    List<Instant[]> breaks = new ArrayList<>();
    LocalDate last = date(until).plusDays(2);
    for (LocalDate day = date(from).minusDays(2); day.isBefore(last); day = day.plusDays(1)) {
      for (Window window : windows(day)) {
        windows.add(span(day, window));
      }
      for (Break cut : calendar.breaks()) {
        if (cut.startsOn(day)) {
          breaks.add(span(day, cut.window()));
        }
      }
    }
    TreeSet<Instant> edges = new TreeSet<>(List.of(instant(from), instant(until)));
    windows.forEach(span -> edges.addAll(List.of(span)));
    breaks.forEach(span -> edges.addAll(List.of(span)));
    long open = 0;
    for (Instant edge : edges.subSet(instant(from), instant(until))) {
      Instant next = edges.higher(edge);
      if (covered(windows, edge) && !covered(breaks, edge)) {
        open += Duration.between(edge, next).toNanos() / 1_000;
      }
    }
    return open;
  }

  boolean isOpenDay(LocalDate day) {
    for (Window window : windows(day)) {
      Instant[] span = span(day, window);
      TreeSet<Instant> edges = new TreeSet<>(List.of(span));
      List<Instant[]> breaks = new ArrayList<>();
      for (LocalDate other = day.minusDays(1);
          other.isBefore(day.plusDays(3));
          other = other.plusDays(1)) {
        for (Break cut : calendar.breaks()) {
          if (cut.startsOn(other)) {
            breaks.add(span(other, cut.window()));
            edges.addAll(List.of(span(other, cut.window())));
          }
        }
      }
      for (Instant edge : edges) {
        if (covered(List.<Instant[]>of(span), edge) && !covered(breaks, edge)) {
          return true;
        }
      }
    }
    return false;
  }

  long workdays(LocalDate startExclusive, LocalDate endInclusive) {
    long days = 0;
    for (LocalDate day = startExclusive.plusDays(1);
        !day.isAfter(endInclusive);
        day = day.plusDays(1)) {
      days += isOpenDay(day) ? 1 : 0;
    }
    return days;
  }

  LocalDate date(long micros) {
    return instant(micros).atZone(calendar.zone()).toLocalDate();
  }

  private List<Window> windows(LocalDate day) {
    if (calendar.closures().stream().anyMatch(closure -> closure.covers(day))) {
      return List.of();
    }
    for (Shift shift : calendar.shifts()) {
      if (shift.covers(day)) {
        return shift.windows();
      }
    }
    for (HolidayRule rule : calendar.holidays()) {
      if (rule.observed(day, day).containsKey(day)) {
        return List.of();
      }
    }
    return calendar.hours().windows().getOrDefault(day.getDayOfWeek(), List.of());
  }

  private Instant[] span(LocalDate day, Window window) {
    LocalDateTime from = day.atTime(window.from());
    LocalDateTime until = day.atTime(window.until());
    return new Instant[] {
      firstShown(from), firstShown(until.isAfter(from) ? until : until.plusDays(1))
    };
  }

  private Instant firstShown(LocalDateTime local) {
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (!offsets.isEmpty()) {
      return offsets.stream().map(local::toInstant).min(Instant::compareTo).orElseThrow();
    }
    Instant roughly = local.toInstant(ZoneOffset.UTC).minus(Duration.ofDays(2));
    while (true) {
      Instant change = rules.nextTransition(roughly).getInstant();
      if (!change.plusNanos(0).atZone(calendar.zone()).toLocalDateTime().isBefore(local)) {
        return change;
      }
      roughly = change;
    }
  }

  private static boolean covered(List<Instant[]> spans, Instant instant) {
    for (Instant[] span : spans) {
      if (!instant.isBefore(span[0]) && instant.isBefore(span[1])) {
        return true;
      }
    }
    return false;
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }
}
