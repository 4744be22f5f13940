package org.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Days and workdays by date. Friday 6 March 2026 is followed by a weekend; Monday 25 May 2026 is
 * Memorial Day.
 */
class DayCountingTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "MIDNIGHT,  workdays, 2026-03-05T10:00, 2026-03-05T23:00, 0",
    "MIDNIGHT,  workdays, 2026-03-05T10:00, 2026-03-06T23:59, 1",
    "MIDNIGHT,  workdays, 2026-03-05T10:00, 2026-03-08T12:00, 1",
    "MIDNIGHT,  workdays, 2026-03-05T10:00, 2026-03-09T00:00, 2",
    "MIDNIGHT,  workdays, 2026-03-07T10:00, 2026-03-09T10:00, 1",
    "MIDNIGHT,  workdays, 2026-05-22T10:00, 2026-05-26T10:00, 1",
    "MIDNIGHT,  days,     2026-03-05T23:59, 2026-03-08T00:01, 3",
    "CLOSE,     workdays, 2026-03-05T10:00, 2026-03-05T23:00, 0",
    "CLOSE,     workdays, 2026-03-05T10:00, 2026-03-06T17:00, 1",
    "CLOSE,     workdays, 2026-03-05T10:00, 2026-03-06T17:01, 2",
    "CLOSE,     workdays, 2026-03-05T10:00, 2026-03-08T12:00, 2",
    "CLOSE,     workdays, 2026-03-05T10:00, 2026-03-09T09:00, 2",
    "CLOSE,     workdays, 2026-03-07T10:00, 2026-03-08T10:00, 0",
    "CLOSE,     days,     2026-03-05T10:00, 2026-03-07T23:00, 2",
    "CLOSE,     days,     2026-03-05T10:00, 2026-03-06T18:00, 2",
    "SAME_TIME, workdays, 2026-03-05T10:00, 2026-03-05T10:00, 0",
    "SAME_TIME, workdays, 2026-03-05T10:00, 2026-03-05T10:01, 1",
    "SAME_TIME, workdays, 2026-03-05T10:00, 2026-03-06T10:00, 1",
    "SAME_TIME, workdays, 2026-03-05T10:00, 2026-03-06T10:01, 2",
    "SAME_TIME, workdays, 2026-03-05T10:00, 2026-03-08T09:00, 2",
    "SAME_TIME, workdays, 2026-03-07T10:00, 2026-03-08T12:00, 0",
    "SAME_TIME, workdays, 2026-03-07T10:00, 2026-03-09T10:00, 1",
    "SAME_TIME, workdays, 2026-03-07T10:00, 2026-03-09T10:01, 2",
    "SAME_TIME, days,     2026-03-05T10:00, 2026-03-08T10:00, 3",
  })
  void theFirstDayIsNotCounted(
      DayEnd dayEnds, String unit, LocalDateTime start, LocalDateTime stop, long elapsed) {
    OpenTime time = desk(dayEnds);
    TimeAmount.Kind kind = TimeAmount.parse("1 " + unit).kind();
    assertThat(DayCounting.elapsed(time, kind, at(start), at(stop))).isEqualTo(elapsed);
  }

  @ParameterizedTest
  @CsvSource({
    "MIDNIGHT,  1 workday,  2026-03-05T10:00, 2026-03-06, 2026-03-07T00:00, 2026-03-09T00:00, true",
    "CLOSE,     1 workday,  2026-03-05T10:00, 2026-03-06, 2026-03-06T17:00, 2026-03-06T17:00, false",
    "SAME_TIME, 1 workday,  2026-03-05T10:00, 2026-03-06, 2026-03-06T10:00, 2026-03-06T10:00, false",
    "MIDNIGHT,  2 workdays, 2026-05-22T10:00, 2026-05-27, 2026-05-28T00:00, 2026-05-28T00:00, true",
    "MIDNIGHT,  25 days,    2026-03-05T10:00, 2026-03-30, 2026-03-31T00:00, 2026-03-31T00:00, true",
    "CLOSE,     2 days,     2026-03-05T10:00, 2026-03-07, 2026-03-08T00:00, 2026-03-08T00:00, true",
    "MIDNIGHT,  2 weeks,    2026-03-05T10:00, 2026-03-19, 2026-03-20T00:00, 2026-03-20T00:00, true",
    "MIDNIGHT,  1 month,    2026-01-31T10:00, 2026-02-28, 2026-03-01T00:00, 2026-03-01T00:00, true",
    "MIDNIGHT,  2 months,   2026-01-31T10:00, 2026-03-31, 2026-04-01T00:00, 2026-04-01T00:00, true",
    "SAME_TIME, 1 month,    2026-01-31T10:00, 2026-02-28, 2026-02-28T10:00, 2026-02-28T10:00, false",
    "MIDNIGHT,  0 workdays, 2026-03-06T10:00, 2026-03-06, 2026-03-07T00:00, 2026-03-09T00:00, true",
    "SAME_TIME, 0 workdays, 2026-03-07T10:00, 2026-03-07, 2026-03-07T10:00, 2026-03-09T00:00, true",
    "CLOSE,     0 workdays, 2026-03-06T10:00, 2026-03-06, 2026-03-07T00:00, 2026-03-09T00:00, true",
  })
  void aLimitRunsOutAtTheEndOfItsLastDay(
      DayEnd dayEnds,
      String limit,
      LocalDateTime start,
      LocalDate lastDay,
      LocalDateTime due,
      LocalDateTime lateFrom,
      boolean lateAtOnce) {
    assertThat(DayCounting.due(desk(dayEnds), TimeAmount.parse(limit), at(start)))
        .isEqualTo(new DayLimit(lastDay, at(due), at(lateFrom), lateAtOnce));
  }

  @Test
  void twelveMonthsAfterTheLeapDayIsThe28th() {
    TimeAmount year = TimeAmount.parse("12 months");
    assertThat(DayCounting.lastDay(desk(DayEnd.MIDNIGHT), year, LocalDate.of(2024, 2, 29)))
        .isEqualTo(LocalDate.of(2025, 2, 28));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"999999999 years", "999999999 days", "999999999 workdays", "999999999 weeks"})
  void anEndlessLimitIsKeptAndFallsDueBeyondTheCalendar(String text) {
    OpenTime time = desk(DayEnd.CLOSE);
    TimeAmount limit = TimeAmount.parse(text);
    long start = at(LocalDateTime.parse("2026-01-31T10:00"));
    assertThat(DayCounting.within(time, limit, start, start + EpochMicros.HOUR)).isTrue();
    assertThatThrownBy(() -> DayCounting.due(time, limit, start))
        .isInstanceOf(OutsideCalendarException.class);
  }

  @Test
  void withinIncludesTheLastDayAndUnderDoesNot() {
    OpenTime time = desk(DayEnd.MIDNIGHT);
    TimeAmount limit = TimeAmount.parse("1 month");
    long start = at(LocalDateTime.parse("2026-01-31T10:00"));
    long lastDay = at(LocalDateTime.parse("2026-02-28T23:59"));
    long dayBefore = at(LocalDateTime.parse("2026-02-27T23:59"));
    assertThat(DayCounting.within(time, limit, start, lastDay)).isTrue();
    assertThat(DayCounting.under(time, limit, start, lastDay)).isFalse();
    assertThat(DayCounting.under(time, limit, start, dayBefore)).isTrue();
  }

  @Test
  void datesAloneAreCountedAlike() {
    OpenTime time = desk(DayEnd.CLOSE);
    LocalDate thursday = LocalDate.of(2026, 3, 5);
    assertThat(
            DayCounting.elapsed(
                time, TimeAmount.Kind.BY_DATE_WORKDAYS, thursday, thursday.plusDays(4)))
        .isEqualTo(2);
    assertThat(
            DayCounting.elapsed(time, TimeAmount.Kind.BY_DATE_DAYS, thursday, thursday.plusDays(4)))
        .isEqualTo(4);
  }

  @Test
  void whatIsNoLimitByDateIsOurMistake() {
    OpenTime time = desk(DayEnd.MIDNIGHT);
    assertThatThrownBy(
            () ->
                DayCounting.due(
                    time, TimeAmount.parse("4 hours"), at(LocalDateTime.parse("2026-03-05T10:00"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DayCounting.elapsed(time, TimeAmount.Kind.BY_DATE_DAYS, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OpenTime desk(DayEnd dayEnds) {
    WorkCalendar calendar =
        WorkCalendar.of("desk", NEW_YORK, WeeklyHours.mondayToFriday(Window.parse("08:00-17:00")))
            .withHolidays(List.of(new HolidayRule.UsFederal()))
            .withDayEnds(dayEnds);
    return OpenTime.of(calendar, LocalDate.of(2023, 1, 1), LocalDate.of(2026, 12, 31));
  }

  private static long at(LocalDateTime local) {
    return EpochMicros.of(local.atZone(NEW_YORK).toInstant());
  }
}
