package org.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What holds of every calendar: {@value #CALENDARS} of them at random, {@value #PAIRS} pairs of
 * instants each.
 */
class OpenTimePropertiesTest {

  private static final long SEED = Long.getLong("plumbline.seed", 20_261_121L);
  private static final int CALENDARS = 250;
  private static final int PAIRS = 100;

  interface Property {
    void holds(OpenTime time, DayLoopReferee referee, long from, long until, Random random);
  }

  @Test
  void openTimeAgreesWithALoopOverDays() {
    forAll(
        (time, referee, from, until, random) ->
            assertThat(time.between(from, until)).isEqualTo(referee.between(from, until)));
  }

  @Test
  void openTimeAddsUpAndNeverExceedsWallTime() {
    forAll(
        (time, referee, from, until, random) -> {
          long middle = from + (long) (random.nextDouble() * (until - from));
          assertThat(time.between(from, middle) + time.between(middle, until))
              .isEqualTo(time.between(from, until))
              .isBetween(0L, until - from);
          assertThat(time.between(until, from)).isEqualTo(-time.between(from, until));
          assertThat(time.segments(from, until).stream().mapToLong(Segment::micros).sum())
              .isEqualTo(time.between(from, until));
        });
  }

  @Test
  void dueIsTheEarliestInstantAndLateFromTheLastOneWithTheTimePassed() {
    forAll(
        (time, referee, from, until, random) -> {
          long open = time.between(from, until);
          long due = time.due(from, open);
          long lateFrom = time.lateFrom(from, open);
          assertThat(due).isBetween(from, until);
          assertThat(lateFrom).isGreaterThanOrEqualTo(until);
          assertThat(time.between(from, due)).isEqualTo(open);
          assertThat(time.between(from, lateFrom)).isEqualTo(open);
          assertThat(time.between(from, lateFrom + 1)).isEqualTo(open + 1);
          if (open > 0) {
            assertThat(time.between(from, due - 1)).isEqualTo(open - 1);
          }
        });
  }

  @Test
  void backwardsIsTheMirrorOfForwards() {
    forAll(
        (time, referee, from, until, random) -> {
          long open = time.between(from, until);
          long startBy = time.startBy(until, open);
          assertThat(startBy).isBetween(from, until);
          assertThat(time.between(startBy, until)).isEqualTo(open);
          if (open > 0) {
            assertThat(time.between(startBy + 1, until)).isEqualTo(open - 1);
          }
          long startFrom = time.startFrom(until, open);
          assertThat(startFrom).isLessThanOrEqualTo(from);
          assertThat(time.between(startFrom, until)).isEqualTo(open);
          assertThat(time.between(startFrom - 1, until)).isEqualTo(open + 1);
        });
  }

  @Test
  void workdaysAgreeWithALoopOverDays() {
    forAll(
        (time, referee, from, until, random) -> {
          LocalDate start = referee.date(from);
          LocalDate stop = start.plusDays(random.nextInt(12));
          long workdays = referee.workdays(start, stop);
          OpenDays days = time.days();
          assertThat(days.workdaysBetween(start, stop)).isEqualTo(workdays);
          assertThat(days.isOpen(stop)).isEqualTo(referee.isOpenDay(stop));
          if (workdays > 0) {
            LocalDate last = days.plusWorkdays(start, workdays);
            assertThat(last).isAfter(start).isBeforeOrEqualTo(stop);
            assertThat(days.isOpen(last)).isTrue();
            assertThat(days.workdaysBetween(start, last)).isEqualTo(workdays);
            assertThat(days.minusWorkdays(stop.plusDays(1), workdays)).isAfter(start);
          }
        });
  }

  @Test
  void aLimitByDateIsKeptUntilItIsLate() {
    forAll(
        (time, referee, from, until, random) -> {
          TimeAmount limit =
              TimeAmount.of(
                  random.nextInt(6),
                  random.nextBoolean() ? TimeAmount.Unit.WORKDAYS : TimeAmount.Unit.DAYS);
          DayLimit due = DayCounting.due(time, limit, from);
          long late = due.lateFromMicros();
          assertThat(late).isGreaterThanOrEqualTo(Math.max(from, Math.min(due.dueMicros(), late)));
          assertThat(DayCounting.within(time, limit, from, Math.max(from, late - 1))).isTrue();
          assertThat(DayCounting.within(time, limit, from, late)).isEqualTo(!due.lateAtOnce());
          assertThat(DayCounting.within(time, limit, from, late + 1)).isFalse();
          assertThat(DayCounting.within(time, limit, from, until))
              .isEqualTo(until < late || (until == late && !due.lateAtOnce()));
        });
  }

  private static void forAll(Property property) {
    RandomCalendars calendars = new RandomCalendars(SEED);
    for (int i = 0; i < CALENDARS; i++) {
      WorkCalendar calendar = calendars.calendar();
      OpenTime time = OpenTime.of(calendar, RandomCalendars.FROM, RandomCalendars.UNTIL);
      if (time.segments().size() < 2 && !calendar.hours().equals(WeeklyHours.always())) {
        continue;
      }
      DayLoopReferee referee = new DayLoopReferee(calendar);
      for (int j = 0; j < PAIRS; j++) {
        long one = calendars.instant(calendar.zone());
        long length = (long) (calendars.random().nextDouble() * 9 * 24 * EpochMicros.HOUR);
        try {
          property.holds(time, referee, one, one + length, calendars.random());
        } catch (AssertionError | OutsideCalendarException e) {
          throw new AssertionError(
              String.format(
                  "seed %d, calendar %d, %s, from %s until %s",
                  SEED,
                  i,
                  calendar,
                  EpochMicros.toInstant(one),
                  EpochMicros.toInstant(one + length)),
              e);
        }
      }
    }
  }
}
