package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * A date or time of a case, recorded or derived; the one way to say any due date (language.md 3.4).
 */
public sealed interface MomentTerm {

  /** The word for the first instant of the reporting period. */
  String PERIOD_START = "period-start";

  /** The word for the end of the reporting period. */
  String PERIOD_END = "period-end";

  /** A moment that the records hold, with the precision in which they hold it. */
  record Recorded(Precision precision) implements MomentTerm {}

  /** A moment by its name in the record set, or {@link #PERIOD_START}, {@link #PERIOD_END}. */
  record Named(String id) implements MomentTerm {}

  /** A fixed date, in conditions only: {@code trained: {after: 2026-10-01}}. */
  record Fixed(LocalDate date) implements MomentTerm {}

  /** {@code {first: M, where: C}}: the first occurrence for which the condition holds. */
  record First(MomentTerm of, Optional<Condition> where) implements MomentTerm {}

  /** {@code {last: M, where: C}}: the last occurrence for which the condition holds. */
  record Last(MomentTerm of, Optional<Condition> where) implements MomentTerm {}

  /**
   * {@code {next: M, after: M2}}: the first {@code of} after the last {@code after}; the first
   * {@code of} if that never occurred; missing while it is waited for.
   */
  record Next(MomentTerm of, MomentTerm after) implements MomentTerm {}

  /** {@code {earlier-of: [M, …]}}: the earliest that is known. */
  record EarlierOf(List<MomentTerm> moments) implements MomentTerm {
    /** Copies the list. */
    public EarlierOf {
      moments = List.copyOf(moments);
    }
  }

  /** {@code {later-of: [M, …]}}: the latest, known when all are. */
  record LaterOf(List<MomentTerm> moments) implements MomentTerm {
    /** Copies the list. */
    public LaterOf {
      moments = List.copyOf(moments);
    }
  }

  /**
   * {@code {at: M, after-hours: …, plus|minus: D, roll: …, calendar: …}}; the order of work is
   * after-hours, then plus or minus, then roll.
   *
   * @param at the moment that is moved
   * @param afterHours whether a moment outside open hours is first moved to the next open day, at
   *     its opening
   * @param shift by how much, if at all
   * @param roll where the result goes when its day is not open; empty: nowhere
   * @param calendar in which calendar; empty: the agreement's
   */
  record Shifted(
      MomentTerm at,
      boolean afterHours,
      Optional<Shift> shift,
      Optional<Roll> roll,
      Optional<String> calendar)
      implements MomentTerm {}

  /**
   * {@code {day: N, of: PERIOD, at: M, later: N}}: the nth, first or last day of the period that
   * holds {@code at}, or of one so many periods later. Its precision is a date.
   *
   * @param day the day from 1; 0 means the last
   * @param period id of a period
   * @param at the moment whose period it is
   * @param later how many periods later; 0 the same
   */
  record DayOfPeriod(
      int day,
      String period,
      MomentTerm at,
      int later,
      Optional<Roll> roll,
      Optional<String> calendar)
      implements MomentTerm {
    /** The {@link #day} that stands for the last one. */
    public static final int LAST = 0;
  }

  /**
   * A shift by an amount of time.
   *
   * @param forward {@code plus} if true, {@code minus} if not
   */
  record Shift(boolean forward, TimeAmount by) {}

  /** Where a day that is not open goes. */
  enum Roll {
    /** {@code next-workday}. */
    NEXT_WORKDAY("next-workday"),
    /** {@code previous-workday}. */
    PREVIOUS_WORKDAY("previous-workday");

    private final String key;

    Roll(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
