package org.plumbline.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a calendar as written to its open segments and open days over a range of dates. */
final class CalendarResolution {

  /** The longest range that can be resolved, in days: about 328 years. */
  static final int MAXIMUM_DAYS = 120_000;

  private final WorkCalendar calendar;
  private final ZoneTimes times;
  private final Map<WorkCalendar, Set<LocalDate>> holidays = new IdentityHashMap<>();

  private CalendarResolution(WorkCalendar calendar) {
    this.calendar = calendar;
    times = new ZoneTimes(calendar.zone());
  }

  static OpenTime resolve(WorkCalendar calendar, LocalDate from, LocalDate until) {
    long length = until.toEpochDay() - from.toEpochDay() + 1;
    if (length < 1 || length > MAXIMUM_DAYS) {
      throw new OutsideCalendarException(
          String.format(
              "calendar %s cannot be asked about %s to %s: the range must have 1 to %d days",
              calendar.id(), from, until, MAXIMUM_DAYS));
    }
    return new CalendarResolution(calendar).over(from, until);
  }

  private OpenTime over(LocalDate from, LocalDate until) {
    // Windows over midnight of the day before reach into the range.
    LocalDate first = from.minusDays(1);
    holidays(calendar, first, until);
    calendar.others().forEach(other -> holidays(other.calendar(), first, until));
    List<OpenDays.Day> days = new ArrayList<>();
    List<Segment> pieces = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(until); date = date.plusDays(1)) {
      List<Segment> open = openOn(date);
      pieces.addAll(open);
      if (!open.isEmpty() && !date.equals(first)) {
        long closes = open.stream().mapToLong(Segment::endMicros).max().orElseThrow();
        days.add(new OpenDays.Day(date, open.get(0).startMicros(), closes));
      }
    }
    OpenDays openDays = new OpenDays(times, from, until, days);
    return new OpenTime(
        calendar,
        openDays,
        union(pieces, times.startOfDay(from), times.startOfDay(until.plusDays(1))));
  }

  private void holidays(WorkCalendar of, LocalDate first, LocalDate until) {
    Set<LocalDate> dates = new HashSet<>();
    for (HolidayRule rule : of.holidays()) {
      dates.addAll(rule.observed(first, until).keySet());
    }
    holidays.put(of, dates);
  }

  /** The open pieces that belong to the date, in order. */
  private List<Segment> openOn(LocalDate date) {
    WorkCalendar inForce = calendar.on(date);
    ZoneTimes own = inForce.zone().equals(calendar.zone()) ? times : new ZoneTimes(inForce.zone());
    boolean holiday = holidays.getOrDefault(inForce, Set.of()).contains(date);
    List<Window> windows = inForce.windowsOn(date, holiday);
    List<Segment> open = new ArrayList<>(windows.size());
    for (Window window : windows) {
      addUnlessEmpty(open, segment(own, date, window));
    }
    if (inForce.breaks().isEmpty() || open.isEmpty()) {
      return open;
    }
    // A window reaches into the next date at most; a break may have started the date before.
    for (LocalDate day = date.minusDays(1); !day.isAfter(date.plusDays(1)); day = day.plusDays(1)) {
      for (Break cut : inForce.breaks()) {
        if (cut.startsOn(day)) {
          open = without(open, segment(own, day, cut.window()));
        }
      }
    }
    return open;
  }

  private static Segment segment(ZoneTimes times, LocalDate date, Window window) {
    LocalDate end = window.endsOnNextDate() ? date.plusDays(1) : date;
    return new Segment(times.micros(date, window.from()), times.micros(end, window.until()));
  }

  private static List<Segment> without(List<Segment> open, Segment cut) {
    List<Segment> left = new ArrayList<>(open.size() + 1);
    for (Segment segment : open) {
      if (cut.endMicros() <= segment.startMicros() || cut.startMicros() >= segment.endMicros()) {
        left.add(segment);
      } else {
        addUnlessEmpty(left, new Segment(segment.startMicros(), cut.startMicros()));
        addUnlessEmpty(left, new Segment(cut.endMicros(), segment.endMicros()));
      }
    }
    return left;
  }

  /** The union as disjoint segments that do not touch, in order, cut to the range. */
  private static List<Segment> union(List<Segment> pieces, long rangeStart, long rangeEnd) {
    pieces.sort(Comparator.comparingLong(Segment::startMicros));
    List<Segment> union = new ArrayList<>(pieces.size());
    long start = rangeStart;
    long end = rangeStart;
    for (Segment piece : pieces) {
      if (piece.startMicros() > end) {
        addUnlessEmpty(union, new Segment(start, Math.min(end, rangeEnd)));
        start = piece.startMicros();
      }
      end = Math.max(end, piece.endMicros());
    }
    addUnlessEmpty(union, new Segment(start, Math.min(end, rangeEnd)));
    return union;
  }

  private static void addUnlessEmpty(List<Segment> segments, Segment segment) {
    if (segment.startMicros() < segment.endMicros()) {
      segments.add(segment);
    }
  }
}
