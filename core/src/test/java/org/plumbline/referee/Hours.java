package org.plumbline.referee;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.calendar.Break;
import org.plumbline.calendar.Closure;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.Shift;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;

/** The open hours of a calendar, worked out day by day and window by window. */
final class Hours {

  /** A stretch of time, half open. */
  record Stretch(long from, long until) {
    long length() {
      return until - from;
    }
  }

  final WorkCalendar calendar;
  private final WallClock wall;
  private final Map<LocalDate, List<Stretch>> known = new HashMap<>();

  Hours(WorkCalendar calendar) {
    this.calendar = calendar;
    wall = new WallClock(calendar.zone());
  }

  /** The open stretches that belong to a date, in order. */
  List<Stretch> of(LocalDate date) {
    return known.computeIfAbsent(date, this::workOut);
  }

  boolean isOpen(LocalDate date) {
    return !of(date).isEmpty();
  }

  /** When the date last closes; empty list of hours: the caller's midnight. */
  long lastClose(LocalDate date, long midnight) {
    return of(date).stream().mapToLong(Stretch::until).max().orElse(midnight);
  }

  /** The open stretches within [from, until), disjoint and in order. */
  List<Stretch> within(long from, long until) {
    List<Stretch> joined = new ArrayList<>();
    if (from >= until) {
      return joined;
    }
    List<Stretch> all = new ArrayList<>();
    LocalDate last = wall.date(until).plusDays(1);
    for (LocalDate d = wall.date(from).minusDays(2); !d.isAfter(last); d = d.plusDays(1)) {
      all.addAll(of(d));
    }
    all.sort(Comparator.comparingLong(Stretch::from));
    long done = from;
    for (Stretch stretch : all) {
      long f = Math.max(stretch.from(), done);
      long u = Math.min(stretch.until(), until);
      if (f < u) {
        joined.add(new Stretch(f, u));
        done = u;
      }
    }
    return joined;
  }

  long openMicros(long from, long until) {
    return within(from, until).stream().mapToLong(Stretch::length).sum();
  }

  /** The instant itself if it is open, else the next opening. */
  long nextOpen(long micros) {
    for (long from = micros; ; from += 10L * 86_400_000_000L) {
      List<Stretch> open = within(from, from + 10L * 86_400_000_000L);
      if (!open.isEmpty()) {
        return open.get(0).from();
      }
    }
  }

  LocalDate nextOpenDay(LocalDate date) {
    LocalDate day = date;
    while (!isOpen(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  LocalDate previousOpenDay(LocalDate date) {
    LocalDate day = date;
    while (!isOpen(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The nth open day after the date (before it for a negative number); the date itself for 0. */
  LocalDate plusWorkdays(LocalDate date, long number) {
    LocalDate day = date;
    for (long left = Math.abs(number); left > 0; ) {
      day = number > 0 ? day.plusDays(1) : day.minusDays(1);
      left -= isOpen(day) ? 1 : 0;
    }
    return day;
  }

  private List<Stretch> workOut(LocalDate date) {
    List<Stretch> open = new ArrayList<>();
    for (Window window : windows(date)) {
      open.add(stretch(date, window));
    }
    for (LocalDate d = date.minusDays(1); !d.isAfter(date.plusDays(1)); d = d.plusDays(1)) {
      for (Break cut : calendar.breaks()) {
        if (cut.startsOn(d)) {
          open = without(open, stretch(d, cut.window()));
        }
      }
    }
    open.removeIf(stretch -> stretch.length() <= 0);
    return open;
  }

  private List<Window> windows(LocalDate date) {
    for (Closure closure : calendar.closures()) {
      if (!date.isBefore(closure.from()) && !date.isAfter(closure.until())) {
        return List.of();
      }
    }
    for (Shift shift : calendar.shifts()) {
      if (!date.isBefore(shift.from()) && !date.isAfter(shift.until())) {
        return shift.windows();
      }
    }
    for (HolidayRule rule : calendar.holidays()) {
      if (rule.observed(date, date).containsKey(date)) {
        return List.of();
      }
    }
    return calendar.hours().windows().getOrDefault(date.getDayOfWeek(), List.of());
  }

  private Stretch stretch(LocalDate date, Window window) {
    LocalTime until = window.until();
    LocalDate end = until.isAfter(window.from()) ? date : date.plusDays(1);
    return new Stretch(wall.firstShowing(date, window.from()), wall.firstShowing(end, until));
  }

  private static List<Stretch> without(List<Stretch> open, Stretch cut) {
    List<Stretch> left = new ArrayList<>();
    for (Stretch stretch : open) {
      left.add(new Stretch(stretch.from(), Math.min(stretch.until(), cut.from())));
      left.add(new Stretch(Math.max(stretch.from(), cut.until()), stretch.until()));
    }
    left.removeIf(stretch -> stretch.length() <= 0);
    return left;
  }
}
