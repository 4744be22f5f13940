package org.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.workbook.Cell;

/** Every notation in which published targets are written. */
class TargetTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=98% | bound | at least 98%",
        "=>98% | bound | at least 98%",
        "≥ 95% | bound | at least 95%",
        "<= 2% | bound | at most 2%",
        "<.02% | bound | below 0.02%",
        "=100% | bound | exactly 100%",
        "98% | bound | 98%",
        "10% or less | bound | at most 10%",
        "Over 60% | bound | above 60%",
        "70% positive | bound | 70% (positive)",
        "100% uptime/ availability | bound | 100% (uptime/ availability)",
        "at least 4 | bound | at least 4",
        "Zero | bound | exactly 0",
        "<20 | bound | below 20",
        "<60 sec | bound | below 60 seconds",
        "Less than 60 seconds | bound | below 60 seconds",
        "30 Seconds or Less | bound | at most 30 seconds",
        "≤ 11 minutes | bound | at most 11 minutes",
        "1.5 hours | bound | 90 minutes",
        "<180 Calendar Days | bound | below 180 days",
        "<5 Government work days | bound | below 5 workdays",
        "no more than 2 business hours | bound | at most 2 hours of business",
        "$42 per seat | bound | $42 (per seat)",
        "14 Days OR according to agency established target"
            + " | bound | 14 days (OR according to agency established target)",
        ">=80% by end of FY2022 | bound | at least 80% (by end of FY2022)",
        "95% within 1 hour | share-within | 95% within 1 hour",
        "<=30 seconds for >=70% of calls | share-within | at least 70% within 30 seconds",
        "<10% within 4 hours | share-within | below 10% within 4 hours",
        "Variance tolerance of within + or - 10% | tolerance | not more than 10% either way",
        "+/- 5 | tolerance | not more than 5 either way",
        "561 individual and 100 Concurrent Users with a minimum of 4000 transactions a day."
            + " | capacity | room for 561 individual, 100 Concurrent Users, 4000 transactions a day",
        "Yes/No | yes-or-no | yes",
        "TBD by Service Customer | deferred | left open: TBD by Service Customer",
        "Varies by agency | deferred | left open: Varies by agency",
        "Determined at contract award or via contract modification"
            + " | deferred | left open: Determined at contract award or via contract modification",
        "<=5% within nn months | unfilled | not filled in: <=5% within nn months",
        "x% | unfilled | not filled in: x%",
        "Monthly | misplaced | a frequency, no target: Monthly",
        "as soon as possible | unread" + " | not read, as it names no value: as soon as possible",
        "Next business day or 24 hours | unread | not read, as it names two values and not"
            + " which of them holds: Next business day or 24 hours",
      })
  void textsAreReadAsTargetsOrItIsSaidWhyNot(String text, String kind, String words) {
    Target target = read(text, "General", Cell.Kind.TEXT, MeasureKind.OTHER);
    assertThat(CatalogDocument.kind(target)).isEqualTo(kind);
    assertThat(target.words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0.98, 0%, SHARE, 98%",
    "1, 0%, SHARE, 100%",
    "1, 0%, COUNT, 100%",
    "1, General, SHARE, 100%",
    "1, General, COUNT, 1",
    "0.85, General, OTHER, 85%",
    "60, General, TIME, 60",
  })
  void aBareNumberIsAShareWhereItsCellOrItsMeasureSaysSo(
      String number, String format, MeasureKind kind, String words) {
    assertThat(read(number, format, Cell.Kind.NUMBER, kind).words()).isEqualTo(words);
  }

  @Test
  void aCellWithSeveralLinesHoldsSeveralTargets() {
    Target target =
        read(
            "% of Severity 1 incidents- < 15 min\n\n99.9 % of Severity 2 incidents- < 60 min",
            "General", Cell.Kind.TEXT, MeasureKind.SHARE);
    assertThat(target.words())
        .isEqualTo(
            "of Severity 1 incidents: below 15 minutes; "
                + "of Severity 2 incidents: 99.9% in less than 60 minutes");
  }

  @Test
  void operatorsPartTargetsOnOneLineToo() {
    assertThat(read("<20 =0 <=3 <=4", "General", Cell.Kind.TEXT, MeasureKind.COUNT).isFirm())
        .isFalse();
  }

  @Test
  void aTierWithItsOwnConditionKeepsItAsItsLabel() {
    Target target =
        read(
            "Tolerances are error rates of 3% or less for agencies with 1000 or more employees; and"
                + " 5% or less for agencies with less than 1000 employees",
            "General", Cell.Kind.TEXT, MeasureKind.SHARE);
    assertThat(target.words())
        .isEqualTo(
            "for agencies with 1000 or more employees: at most 3%; "
                + "for agencies with less than 1000 employees: at most 5%");
  }

  private static Target read(String text, String format, Cell.Kind kind, MeasureKind measure) {
    return TargetText.read(new Cell(text, kind, format), measure);
  }
}
