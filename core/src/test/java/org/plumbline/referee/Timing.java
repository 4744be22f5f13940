package org.plumbline.referee;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.calendar.DayEnd;
import org.plumbline.calendar.PauseCounting;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.calendar.TimeAmount.Kind;

/**
 * The time under a clock (meaning 5, 7 and 8).
 *
 * @param clockHours the hours in which elapsed time runs
 * @param dayHours the calendar in which days are counted
 */
record Timing(
    Ground ground,
    Hours clockHours,
    Hours dayHours,
    Turns turns,
    Clock.Counting counting,
    String performing,
    Span span) {

  private static final long FAR = 4000;

  /** Elapsed in microseconds, or in days as the kind counts them. */
  long elapsed(Kind kind) {
    return kind == Kind.ELAPSED ? micros() : days(kind);
  }

  /** The number that elapsed is compared with. */
  long allowed(TimeAmount amount) {
    return switch (amount.kind()) {
      case ELAPSED -> amount.micros();
      case BY_DATE_DAYS, BY_DATE_WORKDAYS -> amount.days();
      case BY_DATE_MONTHS -> {
        LocalDate last = span.firstDay().plusMonths(amount.months());
        yield last.toEpochDay() - span.firstDay().toEpochDay();
      }
    };
  }

  /** Whether the end keeps the limit. */
  boolean kept(TimeAmount amount, boolean under) {
    if (movesLimit(amount)) {
      return !span.lastDay().isAfter(movedDay(amount, under));
    }
    long elapsed = elapsed(amount.kind());
    return under ? elapsed < allowed(amount) : elapsed <= allowed(amount);
  }

  /** When the limit runs out; empty if that is nowhere near. */
  Optional<Long> due(TimeAmount amount, boolean under) {
    if (amount.kind() == Kind.ELAPSED) {
      return dueMicros(amount.micros());
    }
    if (movesLimit(amount)) {
      return Optional.of(ground.wall.endOf(movedDay(amount, under)) - 1);
    }
    long left = allowed(amount) - (under ? 1 : 0);
    LocalDate day = span.firstDay();
    for (long i = 0; left > 0; i++) {
      if (i > FAR) {
        return Optional.empty();
      }
      day = day.plusDays(1);
      left -= dayCounts(amount.kind(), day) && holderCounts(day) ? 1 : 0;
    }
    return Optional.of(endOfLastDay(amount.kind(), day));
  }

  private long micros() {
    long sum = 0;
    for (Turns.Piece piece : turns.pieces(span.start().micros(), span.end().micros())) {
      if (Turns.counts(counting, piece.cover(), performing)) {
        sum += clockHours.openMicros(piece.from(), piece.until());
      }
    }
    return sum;
  }

  private Optional<Long> dueMicros(long amount) {
    if (amount == 0) {
      return Optional.of(span.start().micros());
    }
    long left = amount;
    long end = span.end().micros();
    for (Turns.Piece piece : turns.pieces(span.start().micros(), end)) {
      if (Turns.counts(counting, piece.cover(), performing)) {
        for (Hours.Stretch open : clockHours.within(piece.from(), piece.until())) {
          if (open.length() >= left) {
            return Optional.of(open.from() + left);
          }
          left -= open.length();
        }
      }
    }
    long day = 86_400_000_000L;
    for (long i = 0; i < FAR; i++) {
      for (Hours.Stretch open : clockHours.within(end + i * day, end + (i + 1) * day)) {
        if (open.length() >= left) {
          return Optional.of(open.from() + left);
        }
        left -= open.length();
      }
    }
    return Optional.empty();
  }

  private long days(Kind kind) {
    long days = 0;
    LocalDate d1 = span.firstDay();
    for (LocalDate d = d1.plusDays(1); !d.isAfter(span.lastDay()); d = d.plusDays(1)) {
      days += dayCounts(kind, d) && holderCounts(d) ? 1 : 0;
    }
    return days + (isPastDayEnd(kind) && holderCounts(span.lastDay()) ? 1 : 0);
  }

  private boolean dayCounts(Kind kind, LocalDate day) {
    return kind != Kind.BY_DATE_WORKDAYS || dayHours.isOpen(day);
  }

  /** Whether the time of whoever held the case at the end of the day counts. */
  private boolean holderCounts(LocalDate day) {
    if (day.isAfter(span.lastDay())) {
      return true;
    }
    Turns.Cover holder;
    if (day.isBefore(span.lastDay())) {
      holder = turns.justBefore(ground.wall.endOf(day));
    } else {
      holder = span.endIsDate() ? turns.atDate(day) : turns.justBefore(span.lifeUntil());
    }
    return Turns.counts(counting, holder, performing);
  }

  private boolean isPastDayEnd(Kind kind) {
    DayEnd ends = dayHours.calendar.dayEnds();
    if (ends == DayEnd.MIDNIGHT || span.dates()) {
      return false;
    }
    LocalDate d1 = span.firstDay();
    LocalDate last = span.lastDay();
    while (!dayCounts(kind, last) && !last.isBefore(d1)) {
      last = last.minusDays(1);
    }
    boolean counts = ends == DayEnd.CLOSE ? last.isAfter(d1) : !last.isBefore(d1);
    return counts && span.end().micros() > dayEnd(last);
  }

  /** When the day ends by the calendar's convention. */
  private long dayEnd(LocalDate day) {
    return switch (dayHours.calendar.dayEnds()) {
      case MIDNIGHT -> ground.wall.endOf(day);
      case CLOSE -> dayHours.lastClose(day, ground.wall.endOf(day));
      case SAME_TIME -> {
        LocalTime time = ground.wall.show(span.start().micros()).toLocalTime();
        yield day.equals(span.firstDay())
            ? span.start().micros()
            : ground.wall.firstShowing(day, time);
      }
    };
  }

  private long endOfLastDay(Kind kind, LocalDate day) {
    DayEnd ends = dayHours.calendar.dayEnds();
    long midnight = ground.wall.endOf(day) - 1;
    boolean first = day.equals(span.firstDay());
    if (ends == DayEnd.MIDNIGHT
        || span.dates()
        || (first && ends == DayEnd.CLOSE)
        || !dayCounts(kind, day)) {
      return midnight;
    }
    LocalDate next = day.plusDays(1);
    for (int i = 0; !dayCounts(kind, next) && i < FAR; i++) {
      next = next.plusDays(1);
    }
    return Math.min(dayEnd(day), ground.wall.startOf(next) - 1);
  }

  private boolean movesLimit(TimeAmount amount) {
    return amount.kind() != Kind.ELAPSED
        && dayHours.calendar.pausesBy() == PauseCounting.ELAPSED
        && !(counting instanceof Clock.Counting.AllTime);
  }

  /** The last day of a limit that is moved by the time that did not count. */
  private LocalDate movedDay(TimeAmount amount, boolean under) {
    long number = allowed(amount) - (under ? 1 : 0);
    LocalDate day =
        amount.kind() == Kind.BY_DATE_WORKDAYS
            ? dayHours.plusWorkdays(span.firstDay(), number)
            : span.firstDay().plusDays(number);
    LocalTime time = ground.wall.show(span.start().micros()).toLocalTime();
    long moved =
        day.equals(span.firstDay())
            ? span.start().micros()
            : span.dates() ? ground.wall.startOf(day) : ground.wall.at(day, time);
    for (Turns.Piece piece : turns.pieces(span.lifeFrom(), span.lifeUntil())) {
      if (!Turns.counts(counting, piece.cover(), performing)) {
        moved += piece.until() - piece.from();
      }
    }
    return ground.wall.date(moved);
  }
}
