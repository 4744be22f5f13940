package org.plumbline.cli.question;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.Segment;

/**
 * Answers for machines: named cells of text, in order. An empty cell means that the question has no
 * such answer (dates have no hours).
 */
public final class Cells {
  /** One named cell of an answer. */
  public enum Column {
    /** Working time in seconds, exact to the microsecond. */
    WORKING_SECONDS("working_seconds", true),
    /** The same in words. */
    WORKING("working", false),
    /** Open days, the first not counted. */
    WORKDAYS("workdays", true),
    /** Calendar days, the first not counted. */
    DAYS("days", true),
    /** The earliest instant at which the limit has run out, or its last day. */
    DUE("due", false),
    /** From when it is late. */
    LATE_FROM("late_from", false),
    /** The last day of the limit. */
    LAST_DAY("last_day", false),
    /** Counted backwards: the latest instant, or the day, to start. */
    START_BY("start_by", false),
    /** Where dates and local times were read. */
    ZONE("zone", false),
    /** The windows or days that were counted, separated by spaces. */
    COUNTED("counted", false),
    /** Why a row of a batch has no answer. */
    ERROR("error", false);

    private final String title;
    private final boolean number;

    Column(String title, boolean number) {
      this.title = title;
      this.number = number;
    }

    /** As it is written in a header: {@code late_from}. */
    public String title() {
      return title;
    }

    /** As it is written as a key of JSON: {@code lateFrom}. */
    public String key() {
      int cut = title.indexOf('_');
      return cut < 0
          ? title
          : title.substring(0, cut)
              + Character.toUpperCase(title.charAt(cut + 1))
              + title.substring(cut + 2);
    }

    /** Whether its cells are numbers. */
    public boolean isNumber() {
      return number;
    }
  }

  /** What {@link #of(BetweenAnswer)} answers. */
  public static final List<Column> BETWEEN =
      List.of(Column.WORKING_SECONDS, Column.WORKING, Column.WORKDAYS, Column.DAYS, Column.ZONE);

  /** What {@link #of(DueAnswer)} answers. */
  public static final List<Column> DUE =
      List.of(Column.DUE, Column.LATE_FROM, Column.LAST_DAY, Column.ZONE);

  /** What {@link #of(DueAnswer)} answers backwards. */
  public static final List<Column> BACKWARD = List.of(Column.START_BY, Column.ZONE);

  private Cells() {}

  /** The cells of {@link #BETWEEN}. */
  public static List<String> of(BetweenAnswer answer) {
    boolean timed = answer.workingMicros().isPresent();
    long working = answer.workingMicros().orElse(0);
    return List.of(
        timed ? Say.seconds(working) : "",
        timed ? Say.length(working) : "",
        Long.toString(answer.workdays()),
        Long.toString(answer.days()),
        answer.time().calendar().zone().getId());
  }

  /** The cells of {@link #DUE}, or backwards of {@link #BACKWARD}. */
  public static List<String> of(DueAnswer answer) {
    ZoneId zone = answer.time().calendar().zone();
    String day = answer.day().toString();
    String due = answer.instant().isPresent() ? instant(answer.instant().getAsLong(), zone) : day;
    if (answer.backward()) {
      return List.of(due, zone.getId());
    }
    DueAnswer.LateFrom late = answer.lateFrom().orElseThrow();
    String lateFrom =
        late.instant().isPresent()
            ? instant(late.instant().getAsLong(), zone)
            : late.day().toString();
    return List.of(due, lateFrom, day, zone.getId());
  }

  /** The cell of {@link Column#COUNTED}. */
  public static String counted(OpenTime time, Explanation explanation) {
    ZoneId zone = time.calendar().zone();
    StringBuilder text = new StringBuilder();
    for (Segment window : explanation.windows()) {
      text.append(text.isEmpty() ? "" : " ")
          .append(instant(window.startMicros(), zone))
          .append('/')
          .append(instant(window.endMicros(), zone));
    }
    for (LocalDate day : explanation.days()) {
      text.append(text.isEmpty() ? "" : " ").append(day);
    }
    return text.toString();
  }

  /** ISO 8601 with offset, as fine as it needs to be: {@code 2026-10-01T16:30-04:00}. */
  static String instant(long micros, ZoneId zone) {
    long second = Math.floorDiv(micros, EpochMicros.SECOND);
    int nanos = (int) Math.floorMod(micros, EpochMicros.SECOND) * 1_000;
    ZoneOffset offset = zone.getRules().getOffset(EpochMicros.toInstant(micros));
    return LocalDateTime.ofEpochSecond(second, nanos, offset) + offset.getId();
  }
}
