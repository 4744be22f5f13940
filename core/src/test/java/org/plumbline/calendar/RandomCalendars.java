package org.plumbline.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calendars and instants at random from a seed: all zones' oddities, all kinds of exception to the
 * week.
 */
final class RandomCalendars {

  static final LocalDate FROM = LocalDate.of(2009, 1, 1);
  static final LocalDate UNTIL = LocalDate.of(2013, 12, 31);

  // Lord Howe changes by half an hour, Troll by two, Sao Paulo and Havana at midnight; Apia had no
  // 30 December 2011.
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "America/New_York",
          "America/Denver",
          "Europe/Berlin",
          "Asia/Kolkata",
          "Australia/Sydney",
          "Australia/Lord_Howe",
          "America/Sao_Paulo",
          "America/Havana",
          "Africa/Cairo",
          "Antarctica/Troll",
          "Pacific/Apia");

  private final Random random;

  RandomCalendars(long seed) {
    random = new Random(seed);
  }

  Random random() {
    return random;
  }

  WorkCalendar calendar() {
    List<Break> breaks = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      breaks.add(aBreak());
    }
    List<Shift> shifts = new ArrayList<>();
    LocalDate day = FROM;
    for (int i = random.nextInt(4); i > 0; i--) {
      day = day.plusDays(1 + random.nextInt(400));
      LocalDate last = day.plusDays(random.nextInt(20));
      shifts.add(new Shift(day, last, windows()));
      day = last;
    }
    List<Closure> closures = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      LocalDate first = date();
      closures.add(new Closure(first, first.plusDays(random.nextInt(5))));
    }
    List<HolidayRule> holidays =
        switch (random.nextInt(3)) {
          case 0 -> List.of(new HolidayRule.UsFederal());
          case 1 -> List.of(HolidayRule.Listed.of(List.of(date(), date(), date())));
          default -> List.of();
        };
    return new WorkCalendar(
        "random",
        ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
        random.nextInt(10) == 0 ? WeeklyHours.always() : week(),
        breaks,
        shifts,
        closures,
        holidays,
        DayEnd.values()[random.nextInt(3)],
        PauseCounting.WHOLE_DAYS);
  }

  /** An instant well inside the range; half of them near a change of the zone's clocks. */
  long instant(ZoneId zone) {
    long first = FROM.plusDays(40).toEpochDay() * 86_400;
    long last = UNTIL.minusDays(120).toEpochDay() * 86_400;
    long seconds = first + (long) (random.nextDouble() * (last - first));
    ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochSecond(seconds));
    if (random.nextBoolean() && change != null && change.toEpochSecond() < last) {
      seconds = change.toEpochSecond() + random.nextInt(4 * 86_400) - 2 * 86_400;
    }
    long micros = random.nextInt(3) == 0 ? random.nextInt(1_000_000) : 0;
    return (random.nextBoolean() ? seconds - seconds % 900 : seconds) * EpochMicros.SECOND + micros;
  }

  LocalDate date() {
    return FROM.plusDays(50 + random.nextInt(1600));
  }

  private WeeklyHours week() {
    Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    List<Window> ordinary = windows();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(4) > 0) {
        week.put(day, random.nextInt(4) == 0 ? windows() : ordinary);
      }
    }
    return new WeeklyHours(week);
  }

  private List<Window> windows() {
    int step = random.nextBoolean() ? 30 : 1;
    TreeSet<Integer> minutes = new TreeSet<>();
    int wanted = 2 * (1 + random.nextInt(3));
    while (minutes.size() < wanted) {
      minutes.add(random.nextInt(24 * 60 / step) * step);
    }
    List<Integer> ends = new ArrayList<>(minutes);
    List<Window> windows = new ArrayList<>();
    int first = random.nextInt(3) == 0 ? 1 : 0;
    for (int i = first; i + 1 < ends.size(); i += 2) {
      windows.add(new Window(time(ends.get(i)), time(ends.get(i + 1))));
    }
    if (first == 1) {
      windows.add(new Window(time(ends.get(ends.size() - 1)), time(ends.get(0))));
    }
    return windows;
  }

  private Break aBreak() {
    int start = random.nextInt(24 * 60);
    Window window = new Window(time(start), time((start + 1 + random.nextInt(90)) % (24 * 60)));
    return switch (random.nextInt(3)) {
      case 0 -> new Break.Dated(date(), window);
      case 1 -> new Break.Weekly(days(), window);
      default -> Break.daily(window);
    };
  }

  private Set<DayOfWeek> days() {
    return EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
  }

  private static LocalTime time(int minuteOfDay) {
    return LocalTime.ofSecondOfDay(minuteOfDay * 60L);
  }
}
