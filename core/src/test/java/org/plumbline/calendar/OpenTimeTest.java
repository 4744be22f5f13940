package org.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenTimeTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
  private static final OpenTime DESK =
      open(
          WorkCalendar.of("desk", NEW_YORK, week("08:00-17:00"))
              .withHolidays(List.of(new HolidayRule.UsFederal())));

  @ParameterizedTest
  @CsvSource({
    // Friday 6 March 2026 to Monday: the weekend does not count.
    "2026-03-06T16:00, 2026-03-09T09:00, 120",
    // Memorial Day, Monday 25 May 2026.
    "2026-05-22T16:00, 2026-05-26T08:30, 90",
    "2026-03-06T18:00, 2026-03-08T12:00, 0",
    "2026-03-06T08:00, 2026-03-06T17:00, 540",
    "2026-03-06T00:00, 2026-03-07T00:00, 540",
  })
  void onlyOpenTimeCounts(LocalDateTime from, LocalDateTime until, long minutes) {
    assertThat(DESK.between(at(DESK, from), at(DESK, until)))
        .isEqualTo(minutes * EpochMicros.MINUTE);
  }

  @Test
  void aLimitHitAtClosingIsLateFromTheNextOpening() {
    long from = at(DESK, "2026-03-06T18:00");
    long nineHours = 9 * EpochMicros.HOUR;
    assertThat(DESK.due(from, nineHours)).isEqualTo(at(DESK, "2026-03-09T17:00"));
    assertThat(DESK.lateFrom(from, nineHours)).isEqualTo(at(DESK, "2026-03-10T08:00"));
    assertThat(DESK.due(from, 0)).isEqualTo(from);
    assertThat(DESK.lateFrom(from, 0)).isEqualTo(at(DESK, "2026-03-09T08:00"));
  }

  @Test
  void backwardsGivesTheLatestStart() {
    long until = at(DESK, "2026-03-09T09:00");
    assertThat(DESK.startBy(until, 2 * EpochMicros.HOUR)).isEqualTo(at(DESK, "2026-03-06T16:00"));
    assertThat(DESK.startBy(until, EpochMicros.HOUR)).isEqualTo(at(DESK, "2026-03-09T08:00"));
    assertThat(DESK.startFrom(until, EpochMicros.HOUR)).isEqualTo(at(DESK, "2026-03-06T17:00"));
  }

  @Test
  void afterHoursMovesToTheNextOpening() {
    assertThat(DESK.nextOpen(at(DESK, "2026-03-06T18:00"))).isEqualTo(at(DESK, "2026-03-09T08:00"));
    assertThat(DESK.nextOpen(at(DESK, "2026-03-06T17:00"))).isEqualTo(at(DESK, "2026-03-09T08:00"));
    assertThat(DESK.nextOpen(at(DESK, "2026-03-06T06:00"))).isEqualTo(at(DESK, "2026-03-06T08:00"));
    assertThat(DESK.nextOpen(at(DESK, "2026-03-06T10:00"))).isEqualTo(at(DESK, "2026-03-06T10:00"));
  }

  @ParameterizedTest
  @CsvSource({
    // New York: 8 March 02:00 becomes 03:00, 1 November 02:00 becomes 01:00. Sydney is the other
    // way round.
    "America/New_York, 2026-03-08, 00:00-24:00, 1380",
    "America/New_York, 2026-11-01, 00:00-24:00, 1500",
    "America/New_York, 2026-03-08, 01:30-02:30, 30",
    "America/New_York, 2026-03-08, 02:30-04:00, 60",
    "America/New_York, 2026-03-08, 02:10-02:50, 0",
    "America/New_York, 2026-11-01, 00:30-01:30, 60",
    "America/New_York, 2026-11-01, 01:30-02:30, 120",
    "America/New_York, 2026-11-01, 01:10-01:50, 40",
    "Australia/Sydney, 2026-04-05, 00:00-24:00, 1500",
    "Australia/Sydney, 2026-10-04, 00:00-24:00, 1380",
    "Australia/Sydney, 2026-04-05, 02:30-03:30, 120",
    "Australia/Sydney, 2026-10-04, 01:30-02:30, 30",
    "Australia/Lord_Howe, 2026-04-05, 00:00-24:00, 1470",
  })
  void aWindowAroundAChangeOfTheClocksHasItsRealLength(
      String zone, LocalDate day, String window, long minutes) {
    OpenTime time =
        open(WorkCalendar.of("x", ZoneId.of(zone), WeeklyHours.everyDay(Window.parse(window))));
    long start = time.days().startOfDay(day);
    assertThat(time.between(start, time.days().endOfDay(day)))
        .isEqualTo(minutes * EpochMicros.MINUTE);
    assertThat(time.days().isOpen(day)).isEqualTo(minutes > 0);
  }

  @Test
  void aNightShiftBelongsToTheDayItStarts() {
    OpenTime nights = open(WorkCalendar.of("nights", NEW_YORK, week("22:00-06:00")));
    assertThat(nights.between(at(nights, "2026-03-06T21:00"), at(nights, "2026-03-07T12:00")))
        .isEqualTo(8 * EpochMicros.HOUR);
    assertThat(nights.isOpen(at(nights, "2026-03-09T01:00"))).as("Sunday night").isFalse();
    LocalDate friday = LocalDate.of(2026, 3, 6);
    assertThat(nights.days().isOpen(friday.plusDays(1))).isFalse();
    assertThat(nights.days().close(friday)).isEqualTo(at(nights, "2026-03-07T06:00"));
  }

  @Test
  void aNightThatStartedBeforeAHolidayStaysOpen() {
    OpenTime nights =
        open(
            WorkCalendar.of("nights", NEW_YORK, week("22:00-06:00"))
                .closedOn(List.of(Closure.on(LocalDate.of(2026, 3, 6)))));
    assertThat(nights.isOpen(at(nights, "2026-03-06T05:00"))).isTrue();
    assertThat(nights.isOpen(at(nights, "2026-03-06T23:00"))).isFalse();
  }

  @Test
  void windowsThatMeetAtMidnightAreOneSegment() {
    assertThat(open(WorkCalendar.always(NEW_YORK)).segments()).hasSize(1);
    OpenTime split = open(WorkCalendar.of("x", NEW_YORK, week("00:00-12:00", "12:00-24:00")));
    assertThat(split.segments(at(split, "2026-03-02T00:00"), at(split, "2026-03-09T00:00")))
        .containsExactly(new Segment(at(split, "2026-03-02T00:00"), at(split, "2026-03-07T00:00")));
  }

  @Test
  void shiftsOpenHolidaysClosuresCloseShiftsAndBreaksAreCutOut() {
    LocalDate memorialDay = LocalDate.of(2026, 5, 25);
    LocalDate saturday = LocalDate.of(2026, 5, 30);
    WorkCalendar calendar =
        new WorkCalendar(
            "desk",
            NEW_YORK,
            week("08:00-17:00"),
            List.of(
                Break.daily(Window.parse("12:00-12:30")),
                new Break.Dated(LocalDate.of(2026, 5, 27), Window.parse("15:00-17:00"))),
            List.of(
                new Shift(memorialDay, memorialDay, List.of(Window.parse("10:00-14:00"))),
                new Shift(saturday, saturday.plusDays(1), List.of(Window.parse("09:00-10:00")))),
            List.of(Closure.on(saturday.plusDays(1))),
            List.of(new HolidayRule.UsFederal()),
            DayEnd.MIDNIGHT,
            PauseCounting.WHOLE_DAYS);
    OpenTime time = open(calendar);
    assertThat(minutesOn(time, memorialDay)).isEqualTo(210);
    assertThat(minutesOn(time, memorialDay.plusDays(1))).isEqualTo(510);
    assertThat(minutesOn(time, LocalDate.of(2026, 5, 27))).isEqualTo(390);
    assertThat(minutesOn(time, saturday)).isEqualTo(60);
    assertThat(minutesOn(time, saturday.plusDays(1))).isZero();
    assertThat(time.days().close(LocalDate.of(2026, 5, 27)))
        .isEqualTo(at(time, "2026-05-27T15:00"));
  }

  @Test
  void fiveGovernmentWorkdaysBeforeThe3rdOfDecember() {
    OpenDays days = DESK.days();
    LocalDate thu20261203 = LocalDate.of(2026, 12, 3);
    // Thanksgiving Day, 26 November, does not count.
    assertThat(days.minusWorkdays(thu20261203, 5)).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(days.plusWorkdays(LocalDate.of(2026, 11, 25), 5)).isEqualTo(thu20261203);
    assertThat(days.workdaysBetween(LocalDate.of(2026, 11, 25), thu20261203)).isEqualTo(5);
    assertThat(days.minusWorkdays(LocalDate.of(2026, 11, 29), 1))
        .isEqualTo(LocalDate.of(2026, 11, 27));
  }

  @Test
  void rollingStaysOnAnOpenDay() {
    OpenDays days = DESK.days();
    LocalDate sat20260530 = LocalDate.of(2026, 5, 30);
    assertThat(days.nextWorkday(sat20260530)).isEqualTo(LocalDate.of(2026, 6, 1));
    assertThat(days.previousWorkday(sat20260530)).isEqualTo(LocalDate.of(2026, 5, 29));
    assertThat(days.nextWorkday(LocalDate.of(2026, 5, 29))).isEqualTo(LocalDate.of(2026, 5, 29));
  }

  @Test
  void microsecondsAreExact() {
    long opening = at(DESK, "2026-03-06T08:00");
    assertThat(DESK.between(opening - 1, opening)).isZero();
    assertThat(DESK.between(opening, opening + 1)).isEqualTo(1);
    assertThat(
            DESK.between(
                Instant.parse("2026-03-06T13:00:00.000001Z"),
                Instant.parse("2026-03-06T22:00:00Z")))
        .isEqualTo(9 * EpochMicros.HOUR - 1);
  }

  @Test
  void whatLiesOutsideTheRangeIsRefused() {
    assertThatThrownBy(() -> DESK.working(at(DESK, "2025-12-31T23:59")))
        .isInstanceOf(OutsideCalendarException.class)
        .hasMessageContaining("calendar desk was asked about 2026-01-01 to 2026-12-31");
    assertThatThrownBy(() -> DESK.due(at(DESK, "2026-12-31T16:00"), EpochMicros.HOUR + 1))
        .isInstanceOf(OutsideCalendarException.class);
    assertThat(DESK.due(at(DESK, "2026-12-31T16:00"), EpochMicros.HOUR))
        .isEqualTo(at(DESK, "2026-12-31T17:00"));
    assertThatThrownBy(() -> DESK.due(Long.MIN_VALUE, 1))
        .isInstanceOf(OutsideCalendarException.class);
    assertThatThrownBy(() -> DESK.due(at(DESK, "2026-03-06T08:00"), -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DESK.days().plusWorkdays(UNTIL, 1))
        .isInstanceOf(OutsideCalendarException.class);
    assertThatThrownBy(() -> OpenTime.of(DESK.calendar(), FROM, LocalDate.of(9999, 1, 1)))
        .isInstanceOf(OutsideCalendarException.class);
    assertThatThrownBy(() -> OpenTime.of(DESK.calendar(), UNTIL, FROM))
        .isInstanceOf(OutsideCalendarException.class);
  }

  @Test
  void aCalendarThatNeverOpensAnswersAndNeverFallsDue() {
    OpenTime never = open(WorkCalendar.of("never", NEW_YORK, new WeeklyHours(java.util.Map.of())));
    long from = at(never, "2026-03-06T08:00");
    assertThat(never.between(from, from + EpochMicros.HOUR)).isZero();
    assertThatThrownBy(() -> never.due(from, 1)).isInstanceOf(OutsideCalendarException.class);
    assertThatThrownBy(() -> never.nextOpen(from)).isInstanceOf(OutsideCalendarException.class);
    assertThat(never.days().dates()).isEmpty();
  }

  private static long minutesOn(OpenTime time, LocalDate day) {
    return time.between(time.days().startOfDay(day), time.days().endOfDay(day))
        / EpochMicros.MINUTE;
  }

  private static WeeklyHours week(String... windows) {
    return WeeklyHours.mondayToFriday(
        java.util.Arrays.stream(windows).map(Window::parse).toArray(Window[]::new));
  }

  private static OpenTime open(WorkCalendar calendar) {
    return OpenTime.of(calendar, FROM, UNTIL);
  }

  private static long at(OpenTime time, String local) {
    return at(time, LocalDateTime.parse(local));
  }

  private static long at(OpenTime time, LocalDateTime local) {
    return EpochMicros.of(local.atZone(time.calendar().zone()).toInstant());
  }
}
