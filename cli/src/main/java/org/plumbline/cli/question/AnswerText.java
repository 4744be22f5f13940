package org.plumbline.cli.question;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.Segment;
import org.plumbline.calendar.TimeAmount;

/** Answers as sentences for people, with what was counted and passed over below them. */
public final class AnswerText {
  private static final int GROUPS_SHOWN = 8;

  private AnswerText() {}

  /** One sentence. */
  public static String sentence(BetweenAnswer answer) {
    OpenTime time = answer.time();
    if (answer.from().equals(answer.to())) {
      return openOrNot(time, answer.from());
    }
    String days =
        Say.count(answer.workdays(), "workday")
            + " and "
            + Say.count(answer.days(), "calendar day");
    String span =
        "From "
            + Say.moment(time, answer.from())
            + " to "
            + Say.moment(time, answer.to())
            + " there ";
    if (answer.workingMicros().isPresent()) {
      String length = Say.length(answer.workingMicros().getAsLong());
      return span
          + (length.matches("1 \\w+") ? "is " : "are ")
          + length
          + " of working time; by date, "
          + days
          + ".";
    }
    return span
        + (answer.workdays() == 1 ? "is " : "are ")
        + days
        + " (the first day not counted).";
  }

  /** One sentence. */
  public static String sentence(DueAnswer answer) {
    OpenTime time = answer.time();
    String limit = answer.limit().toString();
    String from = Say.moment(time, answer.from());
    if (answer.backward()) {
      return answer.instant().isPresent()
          ? "To have "
              + limit
              + " of working time before "
              + from
              + ", start by "
              + Say.instant(time, answer.instant().getAsLong())
              + "."
          : limit + " before " + from + " is " + Say.day(answer.day()) + ".";
    }
    if (answer.limit().kind() == TimeAmount.Kind.ELAPSED) {
      return limit
          + " of working time from "
          + from
          + (isOne(answer.limit()) ? " runs out on " : " run out on ")
          + Say.instant(time, answer.instant().orElseThrow())
          + lateFrom(answer);
    }
    return limit
        + " from "
        + from
        + (isOne(answer.limit()) ? " ends on " : " end on ")
        + Say.day(answer.day())
        + lateFrom(answer);
  }

  private static boolean isOne(TimeAmount amount) {
    return amount.toString().matches("1 [a-z]+");
  }

  /** The lines below a sentence: what was counted, what was skipped, the calendar and its zone. */
  public static List<String> details(
      OpenTime time, Explanation explanation, List<String> notes, boolean allWindows) {
    List<String> lines = new ArrayList<>();
    int year = yearOf(explanation, time);
    if (!explanation.skipped().isEmpty()) {
      add(lines, "Skipped", skipped(explanation.skipped(), year));
    }
    if (!explanation.days().isEmpty() && (allWindows || explanation.days().size() <= 10)) {
      add(lines, "Counted", List.of(days(explanation.days(), year)));
    }
    if (!explanation.windows().isEmpty() && (allWindows || explanation.windows().size() <= 10)) {
      add(lines, "Counted", windows(time, explanation.windows(), year));
    }
    add(lines, "Calendar", List.of(CalendarText.of(time.calendar())));
    add(lines, "Zone", List.of(time.calendar().zone().getId()));
    for (String note : notes) {
      add(lines, "Note", List.of(note));
    }
    return lines;
  }

  /** What should be said about the moments as they were written. */
  public static List<String> notes(ZoneId zone, Asked... moments) {
    List<String> notes = new ArrayList<>();
    for (Asked asked : moments) {
      if (asked instanceof Asked.At at && at.twice()) {
        notes.add(
            "the clocks are set back on "
                + at.date()
                + " in "
                + zone
                + ", so that time occurs twice; the earlier was taken");
      }
    }
    return notes;
  }

  private static String openOrNot(OpenTime time, Asked asked) {
    LocalDate date = asked.date();
    String calendar = " in the calendar " + time.calendar().id();
    List<SkippedDay> closed = SkippedDay.between(time, date, date);
    if (!closed.isEmpty()) {
      return Say.day(date)
          + " is not a workday"
          + calendar
          + ": "
          + closed.get(0).reason()
          + ". The next workday is "
          + Say.day(time.days().nextWorkday(date))
          + ".";
    }
    List<String> hours = new ArrayList<>();
    long end = time.days().endOfDay(date);
    for (Segment window : time.segments(time.days().startOfDay(date), end)) {
      hours.add(window(time, window));
    }
    String open = Say.day(date) + " is a workday" + calendar + ", open " + String.join(", ", hours);
    return asked instanceof Asked.At at
        ? open
            + "; "
            + Say.instant(time, at.micros())
            + (time.isOpen(at.micros()) ? " is open." : " is closed.")
        : open + ".";
  }

  private static String lateFrom(DueAnswer answer) {
    DueAnswer.LateFrom late = answer.lateFrom().orElseThrow();
    OpenTime time = answer.time();
    if (late.instant().isEmpty()) {
      return "; it is late from " + Say.day(late.day()) + ".";
    }
    String when = Say.instant(time, late.instant().getAsLong());
    return late.inclusive()
        ? "; it is late from " + when + "."
        : "; it is late from the moment after "
            + (late.instant().equals(answer.instant()) ? "that." : when + ".");
  }

  private static List<String> skipped(List<SkippedDay> skipped, int year) {
    List<String> lines = new ArrayList<>();
    List<SkippedDay> weekends = new ArrayList<>();
    for (SkippedDay day : skipped) {
      if (day.kind() == SkippedDay.Kind.WEEKEND) {
        weekends.add(day);
      } else if (lines.size() < 40) {
        lines.add(Say.shortDay(day.date(), year) + " (" + day.reason() + ")");
      }
    }
    if (!weekends.isEmpty()) {
      List<String> groups = ranges(weekends.stream().map(SkippedDay::date).toList(), year);
      String which =
          groups.size() <= GROUPS_SHOWN
              ? String.join("; ", groups)
              : "of " + groups.size() + " weeks";
      lines.add(Say.count(weekends.size(), "weekend day") + ": " + which);
    }
    return lines;
  }

  private static String days(List<LocalDate> days, int year) {
    return Say.count(days.size(), "day") + ": " + String.join("; ", ranges(days, year));
  }

  /** Runs of dates that follow each other, as {@code Sat, Nov 28 to Sun, Nov 29}. */
  private static List<String> ranges(List<LocalDate> days, int year) {
    List<String> ranges = new ArrayList<>();
    LocalDate first = days.get(0);
    LocalDate last = first;
    for (LocalDate day : days.subList(1, days.size())) {
      if (!day.equals(last.plusDays(1))) {
        ranges.add(range(first, last, year));
        first = day;
      }
      last = day;
    }
    ranges.add(range(first, last, year));
    return ranges;
  }

  private static String range(LocalDate first, LocalDate last, int year) {
    return first.equals(last)
        ? Say.shortDay(first, year)
        : Say.shortDay(first, year) + " to " + Say.shortDay(last, year);
  }

  private static List<String> windows(OpenTime time, List<Segment> windows, int year) {
    List<String> lines = new ArrayList<>();
    for (Segment window : windows) {
      LocalDate date = time.days().dateOf(window.startMicros());
      lines.add(
          String.format(
              Locale.ENGLISH,
              "%-12s %s  %s",
              Say.shortDay(date, year),
              window(time, window),
              Say.length(window.micros())));
    }
    return lines;
  }

  private static String window(OpenTime time, Segment window) {
    LocalDate date = time.days().dateOf(window.startMicros());
    boolean endsDay = window.endMicros() == time.days().endOfDay(date);
    return Say.timeOfDay(time.days().localOf(window.startMicros()).toLocalTime())
        + "-"
        + (endsDay
            ? "24:00"
            : Say.timeOfDay(time.days().localOf(window.endMicros()).toLocalTime()));
  }

  private static int yearOf(Explanation explanation, OpenTime time) {
    if (!explanation.days().isEmpty()) {
      return explanation.days().get(0).getYear();
    }
    if (!explanation.windows().isEmpty()) {
      return time.days().dateOf(explanation.windows().get(0).startMicros()).getYear();
    }
    return explanation.skipped().isEmpty() ? 0 : explanation.skipped().get(0).date().getYear();
  }

  private static void add(List<String> lines, String label, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      lines.add(String.format(Locale.ENGLISH, "  %-9s %s", i == 0 ? label : "", texts.get(i)));
    }
  }
}
