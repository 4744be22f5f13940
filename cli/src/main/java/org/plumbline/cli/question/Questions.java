package org.plumbline.cli.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.plumbline.calendar.DayCounting;
import org.plumbline.calendar.DayLimit;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.TimeAmount;

/** Answers small questions about time, with the same arithmetic as the clocks of an agreement. */
public final class Questions {
  private Questions() {}

  /**
   * How much working time lies between two moments; where one is a date, both are taken as dates.
   *
   * @throws RefusedInputException if the second is before the first
   * @throws OutsideCalendarException if the calendar cannot be asked about them
   */
  public static BetweenAnswer between(OpenTimes times, Asked from, Asked to) {
    OpenTime time = times.covering(from.date(), to.date());
    if (from instanceof Asked.At start && to instanceof Asked.At stop) {
      requireOrder(start.micros() <= stop.micros());
      return new BetweenAnswer(
          time,
          from,
          to,
          OptionalLong.of(time.between(start.micros(), stop.micros())),
          DayCounting.elapsed(
              time, TimeAmount.Kind.BY_DATE_WORKDAYS, start.micros(), stop.micros()),
          DayCounting.elapsed(time, TimeAmount.Kind.BY_DATE_DAYS, start.micros(), stop.micros()));
    }
    requireOrder(!to.date().isBefore(from.date()));
    return new BetweenAnswer(
        time,
        from,
        to,
        OptionalLong.empty(),
        time.days().workdaysBetween(from.date(), to.date()),
        ChronoUnit.DAYS.between(from.date(), to.date()));
  }

  /**
   * When a limit that starts at the moment runs out.
   *
   * @throws RefusedInputException if hours are asked of a date
   * @throws OutsideCalendarException if that is beyond the calendar
   */
  public static DueAnswer due(OpenTimes times, Asked from, TimeAmount limit) {
    requireTimeOfDay(from, limit);
    return times.reaching(
        from.date(), false, time -> within(time, limit, () -> due(time, from, limit)));
  }

  /**
   * Counted back from the moment: by when a limit has to start so that it runs out then.
   *
   * @throws RefusedInputException if hours are asked of a date
   * @throws OutsideCalendarException if that is beyond the calendar
   */
  public static DueAnswer dueBackward(OpenTimes times, Asked from, TimeAmount limit) {
    requireTimeOfDay(from, limit);
    return times.reaching(
        from.date(), true, time -> within(time, limit, () -> backward(time, from, limit)));
  }

  /** Holds an answer to the range of the calendar, and its arithmetic to that of dates. */
  private static DueAnswer within(OpenTime time, TimeAmount limit, Supplier<DueAnswer> question) {
    try {
      DueAnswer answer = question.get();
      if (answer.day().isBefore(time.days().from()) || answer.day().isAfter(time.days().until())) {
        throw beyond(time, limit);
      }
      return answer;
    } catch (DateTimeException | ArithmeticException e) {
      throw beyond(time, limit);
    }
  }

  private static OutsideCalendarException beyond(OpenTime time, TimeAmount limit) {
    return new OutsideCalendarException(
        String.format(
            "%s reach beyond the years %d to %d, which were asked of calendar %s",
            limit,
            time.days().from().getYear(),
            time.days().until().getYear(),
            time.calendar().id()));
  }

  private static DueAnswer due(OpenTime time, Asked from, TimeAmount limit) {
    if (!(from instanceof Asked.At start)) {
      LocalDate last = DayCounting.lastDay(time, limit, from.date());
      DueAnswer.LateFrom late =
          new DueAnswer.LateFrom(firstLateDay(time, limit, last), OptionalLong.empty(), true);
      return new DueAnswer(time, from, limit, false, last, OptionalLong.empty(), Optional.of(late));
    }
    if (limit.kind() == TimeAmount.Kind.ELAPSED) {
      long due = time.due(start.micros(), limit.micros());
      long late = time.lateFrom(start.micros(), limit.micros());
      return answer(time, from, limit, time.days().dateOf(due), due, late, false);
    }
    DayLimit due = DayCounting.due(time, limit, start.micros());
    return answer(
        time, from, limit, due.lastDay(), due.dueMicros(), due.lateFromMicros(), due.lateAtOnce());
  }

  private static DueAnswer answer(
      OpenTime time,
      Asked from,
      TimeAmount limit,
      LocalDate day,
      long due,
      long late,
      boolean inclusive) {
    return new DueAnswer(
        time,
        from,
        limit,
        false,
        day,
        OptionalLong.of(due),
        Optional.of(
            new DueAnswer.LateFrom(time.days().dateOf(late), OptionalLong.of(late), inclusive)));
  }

  private static DueAnswer backward(OpenTime time, Asked from, TimeAmount limit) {
    if (limit.kind() == TimeAmount.Kind.ELAPSED && from instanceof Asked.At until) {
      long start = time.startBy(until.micros(), limit.micros());
      return new DueAnswer(
          time,
          from,
          limit,
          true,
          time.days().dateOf(start),
          OptionalLong.of(start),
          Optional.empty());
    }
    return new DueAnswer(
        time,
        from,
        limit,
        true,
        firstDay(time, limit, from.date()),
        OptionalLong.empty(),
        Optional.empty());
  }

  private static LocalDate firstDay(OpenTime time, TimeAmount limit, LocalDate until) {
    return switch (limit.kind()) {
      case BY_DATE_WORKDAYS -> time.days().minusWorkdays(until, limit.days());
      case BY_DATE_DAYS -> until.minusDays(limit.days());
      case BY_DATE_MONTHS -> until.minusMonths(limit.months());
      case ELAPSED -> throw new IllegalArgumentException(limit + " is not counted by date");
    };
  }

  private static LocalDate firstLateDay(OpenTime time, TimeAmount limit, LocalDate last) {
    return limit.kind() == TimeAmount.Kind.BY_DATE_WORKDAYS
        ? time.days().plusWorkdays(last, 1)
        : last.plusDays(1);
  }

  private static void requireOrder(boolean inOrder) {
    if (!inOrder) {
      throw new RefusedInputException("the second moment is before the first", "swap them");
    }
  }

  private static void requireTimeOfDay(Asked from, TimeAmount limit) {
    if (limit.kind() == TimeAmount.Kind.ELAPSED && from instanceof Asked.Day) {
      throw new RefusedInputException(
          "a date has no hours to count " + limit + " from",
          "write a time too, such as " + from.date() + "T09:00, or ask in days or workdays");
    }
  }
}
