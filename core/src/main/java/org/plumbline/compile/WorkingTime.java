package org.plumbline.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.Segment;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;

/**
 * How the working time of calendars is read from the table of instants, whose rows are stretches of
 * a day of one width.
 *
 * <pre>
 * each stretch open or closed throughout:   at + open × t               (open: 1 or 0)
 * otherwise, with one open segment:         greatest(before, least(t − offset, end))
 * </pre>
 */
final class WorkingTime {

  private static final int MOST_ROWS = 1_000_000;

  /** Beyond this, narrower stretches make a table that no longer fits a processor's cache. */
  private static final int FEW_ROWS = 1 << 16;

  /** In minutes. */
  private static final List<Long> WIDTHS = List.of(1440L, 720L, 480L, 360L, 240L, 180L, 120L, 60L);

  private static final List<Long> NARROW = List.of(30L, 15L);

  private final Calendars calendars;
  private final LookUpTable instants;
  private final long firstSlot;
  private final long width;
  private final Map<String, Read> whole = new LinkedHashMap<>();
  private final Map<String, Read> cut = new LinkedHashMap<>();

  /**
   * Reads of a table.
   *
   * @param firstSlot the number of its first stretch, which begins at so many times the width
   */
  WorkingTime(Calendars calendars, LookUpTable instants, long firstSlot, long width) {
    this.calendars = calendars;
    this.instants = instants;
    this.firstSlot = firstSlot;
    this.width = width;
  }

  /**
   * Columns of the table, and what they give.
   *
   * @param upTo of an instant within a row's stretch: the open time up to it, in microseconds
   */
  record Read(List<Column> columns, UnaryOperator<Expression> upTo) {
    /** Copies the list. */
    Read {
      columns = List.copyOf(columns);
    }
  }

  /**
   * The widest stretch of a day that each calendar is open or closed throughout; else the widest in
   * which each has one open segment; else a day.
   */
  static long width(Calendars calendars, Collection<String> ids) {
    List<Long> all = new ArrayList<>(WIDTHS);
    all.addAll(NARROW);
    for (long minutes : all) {
      long width = minutes * EpochMicros.MINUTE;
      if (rows(calendars.horizon(), width) <= FEW_ROWS
          && ids.stream().allMatch(id -> isWhole(calendars.segments(id), width))) {
        return width;
      }
    }
    for (long minutes : WIDTHS) {
      long width = minutes * EpochMicros.MINUTE;
      if (rows(calendars.horizon(), width) <= MOST_ROWS
          && ids.stream().allMatch(id -> mostSegments(calendars.segments(id), width) <= 1)) {
        return width;
      }
    }
    return Horizon.DAY;
  }

  private static long rows(Horizon horizon, long width) {
    return (horizon.last() - horizon.first() + 3) * Horizon.DAY / width;
  }

  private static boolean isWhole(List<Segment> segments, long width) {
    return segments.stream()
        .allMatch(each -> each.startMicros() % width == 0 && each.endMicros() % width == 0);
  }

  private static int mostSegments(List<Segment> segments, long width) {
    int most = 0;
    long last = -1;
    int inLast = 0;
    for (Segment segment : segments) {
      long from = segment.startMicros() / width;
      inLast = from == last ? inLast + 1 : 1;
      most = Math.max(most, inLast);
      last = (segment.endMicros() - 1) / width;
      if (last != from) {
        inLast = 1;
      }
    }
    return most;
  }

  /**
   * How a calendar is read.
   *
   * @param bounded whether instants lie within the table; others read its first or last row, in
   *     which no more is open than there is
   */
  Read of(String calendar, boolean bounded) {
    String prefix = "instants: " + calendar + " ";
    return bounded && isWhole(calendars.segments(calendar), width)
        ? whole.computeIfAbsent(calendar, id -> whole(slots(id), prefix))
        : cut.computeIfAbsent(calendar, id -> cut(slots(id), prefix));
  }

  /** The open segments of a calendar, in the stretches. */
  SlotSegments slots(String calendar) {
    return new SlotSegments(calendars.segments(calendar), firstSlot, instants.rows(), width);
  }

  private Read whole(SlotSegments slots, String prefix) {
    Column at = instants.column(prefix + "at", slots::at);
    Column open = instants.column(prefix + "open", slot -> slots.isOpen(slot) ? 1 : 0);
    return new Read(
        List.of(at, open),
        instant ->
            Expression.plus(
                TimeTables.column(at),
                Expression.call(Operation.TIMES, TimeTables.column(open), instant)));
  }

  private Read cut(SlotSegments slots, String prefix) {
    Column before = instants.column(prefix + "before", slots::before);
    List<Column> columns = new ArrayList<>(List.of(before));
    for (int i = 0; i < slots.most(); i++) {
      // Within segment i working time is t - offset, until it has reached the end.
      int number = i;
      columns.add(
          instants.column(
              prefix + "offset " + (i + 1), slot -> slots.offsetAndEnd(slot, number)[0]));
      columns.add(
          instants.column(prefix + "end " + (i + 1), slot -> slots.offsetAndEnd(slot, number)[1]));
    }
    return new Read(
        columns,
        instant -> {
          List<Expression> terms = new ArrayList<>(List.of(TimeTables.column(before)));
          for (int i = 1; i < columns.size(); i += 2) {
            terms.add(
                Expression.least(
                    Expression.minus(instant, TimeTables.column(columns.get(i))),
                    TimeTables.column(columns.get(i + 1))));
          }
          return Expression.greatest(terms.toArray(Expression[]::new));
        });
  }
}
