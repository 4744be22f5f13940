package org.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.calendar.PeriodRule.Anchored;
import org.plumbline.calendar.PeriodRule.NamedBy;

class ReportingPeriodsTest {

  private static final Anchored FISCAL =
      new Anchored(TimeAmount.parse("12 months"), LocalDate.of(2026, 10, 1), NamedBy.END);

  @ParameterizedTest
  @CsvSource({
    "2026-10, 2026-10-01, 2026-10-31",
    "2024-02, 2024-02-01, 2024-02-29",
    "2026-Q4, 2026-10-01, 2026-12-31",
    "2026, 2026-01-01, 2026-12-31",
    "2026-W05, 2026-01-26, 2026-02-01",
    "2026-W53, 2026-12-28, 2027-01-03",
    "FY2027, 2026-10-01, 2027-09-30",
    "FY2020, 2019-10-01, 2020-09-30",
    "FY2027-Q1, 2026-10-01, 2026-12-31",
    "FY2027-Q4, 2027-07-01, 2027-09-30",
    "2026-10-16..2026-11-15, 2026-10-16, 2026-11-15",
    "2026-03..2026-05, 2026-03-01, 2026-05-31",
    "2026-Q4..FY2027-Q4, 2026-10-01, 2027-09-30",
    "fy2027-q2, 2027-01-01, 2027-03-31",
  })
  void aPeriodIsReadAsItIsWritten(String text, LocalDate from, LocalDate until) {
    ReportingPeriod period = ReportingPeriods.parse(text, FISCAL);
    assertThat(period.from()).isEqualTo(from);
    assertThat(period.until()).isEqualTo(until);
    assertThat(period.name()).isEqualToIgnoringCase(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "October",
        "2026-13",
        "2026-00",
        "2026-Q5",
        "2026-Q0",
        "2026-W54",
        "2025-W53",
        "2026-W00",
        "FY2027-10",
        "FY2027-Q5",
        "2026-10-16",
        "2026-02-30..2026-03-01",
        "2026-05..2026-03",
        "..",
        "2026..",
        "26-10",
        "2026-10..x"
      })
  void whatIsNoPeriodIsRefused(String text) {
    assertThatThrownBy(() -> ReportingPeriods.parse(text, FISCAL))
        .isInstanceOf(RefusedInputException.class);
  }

  @Test
  void aFiscalYearIsNeededOnlyWhereOneIsNamed() {
    assertThat(ReportingPeriods.parse("2026-10").days()).isEqualTo(31);
    assertThatThrownBy(() -> ReportingPeriods.parse("FY2027"))
        .hasMessageContaining("needs a fiscal year")
        .hasMessageContaining("fiscal-year:");
  }

  @Test
  void aFiscalYearMayBeNamedByItsStart() {
    Anchored april =
        new Anchored(TimeAmount.parse("1 year"), LocalDate.of(2020, 4, 1), NamedBy.START);
    assertThat(ReportingPeriods.parse("FY2026", april).from()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(ReportingPeriods.parse("FY2026-Q4", april).until())
        .isEqualTo(LocalDate.of(2027, 3, 31));
  }

  @Test
  void monthsFromThe31stAreClampedFromTheAnchorEachTime() {
    Anchored monthly =
        new Anchored(TimeAmount.parse("1 month"), LocalDate.of(2026, 1, 31), NamedBy.END);
    assertThat(
            ReportingPeriods.periods(monthly, LocalDate.of(2026, 1, 31), LocalDate.of(2026, 4, 1)))
        .extracting(ReportingPeriod::from)
        .containsExactly(
            LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31));
  }

  @Test
  void aPayPeriodBelongsToTheMonthOfItsEnd() {
    Anchored biweekly =
        new Anchored(TimeAmount.parse("14 days"), LocalDate.of(2026, 10, 4), NamedBy.END);
    ReportingPeriod november = ReportingPeriods.parse("2026-11");
    assertThat(ReportingPeriods.periodsEndingIn(biweekly, november.from(), november.until()))
        .extracting(ReportingPeriod::name)
        .containsExactly("2026-11-01..2026-11-14", "2026-11-15..2026-11-28");
    ReportingPeriod october = ReportingPeriods.parse("2026-10");
    assertThat(ReportingPeriods.periodsEndingIn(biweekly, october.from(), october.until()))
        .extracting(ReportingPeriod::name)
        .containsExactly(
            "2026-09-20..2026-10-03", "2026-10-04..2026-10-17", "2026-10-18..2026-10-31");
  }

  @Test
  void aWeekPatternRepeats() {
    PeriodRule retail = new PeriodRule.WeekPattern(List.of(4, 4, 5), LocalDate.of(2026, 9, 27));
    assertThat(
            ReportingPeriods.periods(retail, LocalDate.of(2026, 9, 27), LocalDate.of(2027, 1, 1)))
        .extracting(ReportingPeriod::days)
        .containsExactly(28L, 28L, 35L, 28L);
  }

  @Test
  void everyDateLiesInExactlyOnePeriod() {
    long seed = 11;
    Random random = new Random(seed);
    for (int i = 0; i < 4_000; i++) {
      LocalDate anchor = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_000));
      LocalDate date = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(6_000));
      PeriodRule rule = rule(random, anchor);
      ReportingPeriod period = ReportingPeriods.periodOf(rule, date);
      assertThat(period.contains(date)).as("seed %d: %s %s %s", seed, rule, date, period).isTrue();
      assertThat(ReportingPeriods.periodOf(rule, period.from())).isEqualTo(period);
      assertThat(ReportingPeriods.periodOf(rule, period.until())).isEqualTo(period);
      assertThat(ReportingPeriods.periodOf(rule, period.until().plusDays(1)).from())
          .isEqualTo(period.until().plusDays(1));
      if (!(rule instanceof Anchored anchored && anchored.isYears())) {
        assertThat(ReportingPeriods.parse(period.name(), FISCAL)).isEqualTo(period);
      }
    }
  }

  private static PeriodRule rule(Random random, LocalDate anchor) {
    int amount = 1 + random.nextInt(20);
    return switch (random.nextInt(5)) {
      case 0 -> PeriodRule.Civil.values()[random.nextInt(4)];
      case 1 -> new Anchored(TimeAmount.of(amount, TimeAmount.Unit.DAYS), anchor, NamedBy.END);
      case 2 -> new Anchored(TimeAmount.of(amount, TimeAmount.Unit.MONTHS), anchor, NamedBy.START);
      case 3 -> new PeriodRule.WeekPattern(List.of(amount, 4, 5), anchor);
      default -> new PeriodRule.FiscalQuarter(FISCAL);
    };
  }

  @Test
  void aPeriodWithoutLengthIsRefused() {
    for (String every : List.of("0 days", "3 hours", "5 workdays", "101 years")) {
      assertThatThrownBy(
              () -> new Anchored(TimeAmount.parse(every), LocalDate.of(2026, 1, 1), NamedBy.END))
          .isInstanceOf(RefusedInputException.class);
    }
  }
}
