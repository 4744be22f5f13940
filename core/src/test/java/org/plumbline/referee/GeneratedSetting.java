package org.plumbline.referee;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Precision;

/** A zone, calendars, periods and a time near which things happen, at random. */
final class GeneratedSetting {

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "America/New_York",
          "Europe/Berlin",
          "Australia/Lord_Howe",
          "Asia/Kolkata",
          "Pacific/Apia",
          "America/Sao_Paulo",
          "Africa/Cairo");
  private static final List<String> EDGES =
      List.of(
          "00:00", "01:30", "02:00", "02:30", "03:00", "06:00", "08:00", "09:30", "12:00", "12:30",
          "13:00", "16:45", "17:00", "22:00", "23:59");

  final Dice dice;
  final WallClock wall;
  final LocalDate from;
  final LocalDate until;

  /** The day around which things happen. */
  final LocalDate focus;

  final List<String> calendars = new ArrayList<>();
  final Map<String, String> periods = new LinkedHashMap<>();
  private final StringBuilder calendarText = new StringBuilder();

  GeneratedSetting(Dice dice) {
    this.dice = dice;
    ZoneId zone = ZoneId.of(dice.of(ZONES));
    wall = new WallClock(zone);
    focus = focus(zone);
    from = focus.minusDays(dice.between(5, 40)).withDayOfMonth(dice.percent(70) ? 1 : 17);
    until = focus.plusDays(dice.between(10, 50));
    for (int i = dice.between(1, 3); i > 0; i--) {
      addCalendar("cal-" + i);
    }
    periods.put("month", "");
    periods.put("week", "");
    periods.put("quarter", "");
    periods.put(
        "sprint",
        "{every: "
            + dice.of("14 days", "1 month", "10 days", "3 weeks")
            + ", from: "
            + dice.of("2023-01-31", "2024-02-29", "2023-10-08")
            + "}");
    periods.put("retail", "{weeks: [" + dice.of("4, 4, 5", "1, 2", "3") + "], from: 2023-01-29}");
  }

  private LocalDate focus(ZoneId zone) {
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(dice.below(700));
    var change = zone.getRules().nextTransition(day.atStartOfDay(ZoneId.of("UTC")).toInstant());
    boolean atChange = change != null && dice.percent(60);
    if (zone.getId().equals("Pacific/Apia") && dice.percent(50)) {
      return LocalDate.of(2011, 12, 30);
    }
    return atChange && change.getInstant().isBefore(Instant.parse("2027-01-01T00:00:00Z"))
        ? change.getDateTimeBefore().toLocalDate()
        : dice.percent(30) ? day.withDayOfMonth(1).plusMonths(1).minusDays(1) : day;
  }

  String calendar() {
    return dice.percent(8) ? "always" : dice.of(calendars);
  }

  String period() {
    return dice.percent(55)
        ? "month"
        : dice.percent(40) ? "quarter" : dice.of(List.copyOf(periods.keySet()));
  }

  /** The keys of the agreement that say all this. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("zone: ").append(wall.zone().getId()).append('\n');
    text.append("parties:\n  customer: {name: Customer, facts: {size: [{from: ")
        .append(from.minusDays(20))
        .append(", is: 5}, {from: ")
        .append(focus)
        .append(", is: 9}]}}\n  provider: {name: Provider}\n  vendor: {name: Vendor}\n");
    text.append("performance-period: {from: ").append(from).append(", until: ").append(until);
    if (dice.percent(50)) {
      text.append(", run-out: ").append(dice.of("judged", "dropped"));
    }
    text.append("}\n");
    if (dice.percent(85)) {
      text.append("calendar: ").append(dice.of(calendars)).append('\n');
    }
    text.append("period: {every: ").append(period()).append("}\n");
    text.append("periods:\n");
    periods.forEach(
        (id, terms) -> {
          if (!terms.isEmpty()) {
            text.append("  ").append(id).append(": ").append(terms).append('\n');
          }
        });
    return text.append("calendars:\n").append(calendarText).toString();
  }

  private void addCalendar(String id) {
    calendars.add(id);
    List<String> keys = new ArrayList<>();
    if (dice.percent(12)) {
      keys.add("zone: " + dice.of(ZONES));
    }
    String days = dice.of("mon-fri", "mon-sat", "mon-sun", "tue-thu");
    keys.add("hours: {" + days + ": " + windows() + "}");
    if (dice.percent(30)) {
      keys.add(
          "breaks: {"
              + dice.of("mon-sun", "wed-fri")
              + ": [\""
              + dice.of("12:00-12:30", "16:00-17:00", "01:00-03:00")
              + "\"]}");
    }
    if (dice.percent(30)) {
      LocalDate day = focus.plusDays(dice.between(-6, 6));
      keys.add("shifts: {" + day + ".." + day.plusDays(dice.below(3)) + ": " + windows() + "}");
    }
    if (dice.percent(30)) {
      LocalDate day = focus.plusDays(dice.between(-6, 9));
      keys.add("closures: [" + day + ".." + day.plusDays(dice.below(2)) + "]");
    }
    if (dice.percent(50)) {
      keys.add(
          "holidays: ["
              + (dice.percent(50) ? "us-federal, " : "")
              + focus.plusDays(dice.below(5))
              + "]");
    }
    if (dice.percent(50)) {
      keys.add("day-ends: " + dice.of("close", "same-time", "midnight"));
    }
    if (dice.percent(20)) {
      keys.add("pauses-by: elapsed");
    }
    calendarText
        .append("  ")
        .append(id)
        .append(": {")
        .append(String.join(", ", keys))
        .append("}\n");
  }

  private String windows() {
    return dice.of(
        "[\"08:00-17:00\"]",
        "[\"08:00-17:00\"]",
        "[\"08:00-12:00\", \"13:00-17:00\"]",
        "[\"22:00-06:00\"]",
        "[\"00:00-24:00\"]",
        "[\"01:30-02:30\", \"09:30-16:45\"]",
        "[\"02:00-03:00\", \"17:00-01:30\"]");
  }

  /** A date near the focus. */
  LocalDate date() {
    return dice.percent(15)
        ? dice.of(from, until, from.minusDays(1), until.plusDays(1))
        : focus.plusDays(dice.between(-8, 10));
  }

  /** An instant at which something is likely to turn. */
  long instant() {
    LocalTime time = LocalTime.parse(dice.of(EDGES));
    long micros =
        dice.percent(70)
            ? wall.at(date(), time)
            : wall.startOf(date()) + dice.below(86_400) * 1_000_000L;
    return dice.percent(25)
        ? micros + dice.of(-1L, 1L, -60_000_000L, 30_000_000L, 3_600_000_000L)
        : micros;
  }

  /** A time that passes between two moments. */
  long gap() {
    long minute = WallClock.MINUTE;
    return switch (dice.below(8)) {
      case 0 -> 0;
      case 1 -> dice.of(1L, minute, 30 * 1_000_000L);
      case 2 -> dice.of(30L, 60L, 240L, 480L, 540L, 1440L) * minute;
      case 3 -> dice.of(30L, 60L, 240L, 480L, 540L, 1440L) * minute + dice.of(-1L, 1L);
      case 4 -> dice.between(1, 5) * 1440L * minute;
      case 5 -> dice.below(86_400) * 1_000_000L;
      case 6 -> dice.below(900_000) * 1_000_000L;
      default -> dice.between(1, 30) * 15 * minute;
    };
  }

  /** An instant as a set records it with a precision. */
  long recorded(long micros, Precision precision) {
    return precision == Precision.DATE
        ? wall.date(micros).toEpochDay()
        : precision == Precision.MINUTE
            ? Math.floorDiv(micros, WallClock.MINUTE) * WallClock.MINUTE
            : micros;
  }
}
