package org.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"08:00-17:00", "22:00-06:00", "00:00-24:00", "16:00-24:00", "08:00:30-09:00"})
  void aWindowIsWrittenAsItIsRead(String text) {
    assertThat(Window.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8-17",
        "08:00",
        "08:00-25:00",
        "24:00-08:00",
        "08:00-08:00",
        "08:60-09:00",
        "08:00–17:00"
      })
  void whatIsNoWindowIsRefused(String text) {
    assertThatThrownBy(() -> Window.parse(text)).isInstanceOf(RefusedInputException.class);
  }

  @Test
  void aWindowOverMidnightIsToldFromOneThatEndsThere() {
    assertThat(Window.parse("22:00-06:00").crossesMidnight()).isTrue();
    assertThat(Window.parse("16:00-24:00").crossesMidnight()).isFalse();
    assertThat(Window.WHOLE_DAY.crossesMidnight()).isFalse();
    assertThat(Window.parse("16:00-24:00").until()).isEqualTo(LocalTime.MIDNIGHT);
  }

  @Test
  void daysAreReadAsOneOrARange() {
    assertThat(WeeklyHours.daysOf("wed")).containsExactly(DayOfWeek.WEDNESDAY);
    assertThat(WeeklyHours.daysOf("mon-fri")).hasSize(5);
    assertThat(WeeklyHours.daysOf("sat-mon"))
        .containsExactly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
    for (String wrong : List.of("", "monday", "mon-", "mon-fri-sat", "Mon")) {
      assertThatThrownBy(() -> WeeklyHours.daysOf(wrong)).isInstanceOf(RefusedInputException.class);
    }
  }

  @Test
  void windowsOfOneDayMayTouchButNotOverlap() {
    assertThat(
            WeeklyHours.everyDay(Window.parse("13:00-17:00"), Window.parse("08:00-13:00"))
                .on(DayOfWeek.MONDAY))
        .extracting(Window::toString)
        .containsExactly("08:00-13:00", "13:00-17:00");
    assertThatThrownBy(
            () -> WeeklyHours.everyDay(Window.parse("08:00-13:00"), Window.parse("12:00-17:00")))
        .hasMessageContaining("overlap");
    assertThatThrownBy(
            () -> WeeklyHours.everyDay(Window.parse("22:00-06:00"), Window.parse("23:00-23:30")))
        .hasMessageContaining("overlap");
  }

  @Test
  void twoShiftsOfOneDateAreRefused() {
    LocalDate day = LocalDate.of(2026, 3, 6);
    Shift shift = new Shift(day, day.plusDays(2), List.of());
    WorkCalendar always = WorkCalendar.always(ZoneOffset.UTC);
    assertThatThrownBy(
            () ->
                new WorkCalendar(
                    "x",
                    ZoneOffset.UTC,
                    always.hours(),
                    List.of(),
                    List.of(shift, new Shift(day.plusDays(2), day.plusDays(2), List.of())),
                    List.of(),
                    List.of(),
                    DayEnd.CLOSE,
                    PauseCounting.ELAPSED))
        .hasMessageContaining("two shifts give the hours of 2026-03-08");
    assertThatThrownBy(() -> new Closure(day, day.minusDays(1)))
        .hasMessageContaining("ends before it starts");
  }

  @ParameterizedTest
  @CsvSource({
    "25 days, 25 days",
    "1 workday, 1 workday",
    "1 workdays, 1 workday",
    "4 hour, 4 hours",
    "0 seconds, 0 seconds",
    "12  months, 12 months",
    "2 weeks, 2 weeks",
    "1 year, 1 year",
    "007 minutes, 7 minutes"
  })
  void anAmountOfTimeHasOneNormalForm(String text, String normal) {
    assertThat(TimeAmount.parse(text)).hasToString(normal);
    assertThat(TimeAmount.parse(normal)).isEqualTo(TimeAmount.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "3 business days, write workdays",
    "1.5 hours, whole number of a smaller unit",
    "-3 days, without a sign",
    "25, 'such as 25 days'",
    "25days, 'such as 25 days'",
    "3 fortnights, 'such as 25 days'",
    "1234567890123 days, 'such as 25 days'",
    "PT4H, 'such as 25 days'"
  })
  void whatIsNoAmountOfTimeIsRefusedWithWhatWouldBeRight(String text, String wouldBeRight) {
    assertThatThrownBy(() -> TimeAmount.parse(text))
        .isInstanceOf(RefusedInputException.class)
        .hasMessageContaining(wouldBeRight);
  }

  @Test
  void anAmountOfTimeKnowsHowItIsCounted() {
    assertThat(TimeAmount.parse("2 hours").micros()).isEqualTo(7_200_000_000L);
    assertThat(TimeAmount.parse("2 weeks").days()).isEqualTo(14);
    assertThat(TimeAmount.parse("2 years").months()).isEqualTo(24);
    assertThatThrownBy(() -> TimeAmount.parse("1 day").micros())
        .isInstanceOf(IllegalStateException.class);
  }
}
