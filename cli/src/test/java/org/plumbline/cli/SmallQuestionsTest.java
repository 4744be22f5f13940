package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code between} and {@code due} for single questions, with built-in calendars. */
class SmallQuestionsTest {
  @Test
  void theDayAfterThanksgivingIsAGovernmentWorkday() {
    Shell.Run run = Shell.run("between", "2026-11-27");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .startsWith("Friday, November 27, 2026 is a workday in the calendar us-federal")
        .contains("America/New_York");
  }

  @Test
  void aHolidayIsNamedAndTheNextWorkdayToo() {
    assertThat(Shell.run("between", "2026-11-26").out())
        .startsWith(
            "Thursday, November 26, 2026 is not a workday in the calendar us-federal:"
                + " Thanksgiving Day. The next workday is Friday, November 27, 2026.");
  }

  @Test
  void fiveGovernmentWorkdaysBeforeADateSkipTheHolidayAndTheWeekend() {
    Shell.Run run = Shell.run("due", "--backward", "2026-12-03", "5 workdays");
    assertThat(run.out())
        .startsWith("5 workdays before Thursday, December 3, 2026 is Wednesday, November 25, 2026.")
        .contains("Thanksgiving Day", "Sat, Nov 28 to Sun, Nov 29", "America/New_York");
  }

  @Test
  void aDurationMayBeTwoWords() {
    assertThat(Shell.run("due", "2026-12-03", "5", "workdays").out())
        .isEqualTo(Shell.run("due", "2026-12-03", "5 workdays").out());
  }

  @Test
  void hoursThatEndAtAClosingAreLateFromTheNextOpening() {
    assertThat(Shell.run("due", "2026-11-25T15:00", "2 hours").out())
        .contains(
            "run out on Wednesday, November 25, 2026, 17:00",
            "late from the moment after Friday, November 27, 2026, 08:00");
  }

  @Test
  void jsonHoldsTheAnswerAndHowItCameAbout() {
    assertThat(
            Shell.run("between", "--format", "json", "2026-11-25T15:00", "2026-11-27T10:00").out())
        .contains(
            "\"workingSeconds\" : 14400",
            "\"from\" : \"2026-11-25T15:00-05:00\"",
            "\"reason\" : \"Thanksgiving Day\"",
            "\"windows\"",
            "\"zone\" : \"America/New_York\"");
  }

  @Test
  void oneIsOneAndMoreAreMore() {
    assertThat(
            Shell.run("between", "--calendar", "always", "2026-11-03T00:00", "2026-11-05T00:00")
                .out())
        .contains("there are 48 hours of working time");
    assertThat(Shell.run("between", "2026-11-25T15:00", "2026-11-25T16:00").out())
        .contains("there is 1 hour of working time");
    assertThat(Shell.run("due", "2026-11-25T15:00", "1 hour").out())
        .contains("1 hour of", "runs out");
    assertThat(Shell.run("due", "2026-11-25", "1 workday").out()).contains("2026 ends on Friday");
    assertThat(Shell.run("due", "2026-11-25", "2 workdays").out()).contains("2026 end on Monday");
  }

  @Test
  void csvIsOneLineOfTitlesAndOneOfValues() {
    assertThat(Shell.run("due", "--format", "csv", "2026-11-25T15:00", "2 hours").out().lines())
        .containsExactly(
            "due,late_from,last_day,zone",
            "2026-11-25T17:00-05:00,2026-11-27T08:00-05:00,2026-11-25,America/New_York");
  }

  @Test
  void aDayOfTwentyThreeHoursHasTwentyThreeHours() {
    assertThat(
            Shell.run("between", "--calendar", "always", "2026-03-08T00:00", "2026-03-09T00:00")
                .out())
        .contains("there are 23 hours of working time");
  }

  @Test
  void aTimeThatOccursTwiceIsTheEarlierAndThisIsSaid() {
    assertThat(
            Shell.run("between", "--calendar", "always", "2026-11-01T01:30", "2026-11-01T06:30Z")
                .out())
        .contains("1 hour of working time", "occurs twice; the earlier was taken");
  }

  @Test
  void anotherZoneAndOtherHoursCanBeAskedFor() {
    assertThat(
            Shell.run(
                    "between",
                    "--zone",
                    "America/Denver",
                    "--hours",
                    "07:30-16:00",
                    "2026-11-25T07:00",
                    "2026-11-25T09:00")
                .out())
        .contains("1 hour 30 minutes", "America/Denver", "07:30-16:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 1 month, 2026-02-28",
    "2026-11-20, 1 week, 2026-11-27",
    "2026-12-31, 2 days, 2027-01-02",
    "2026-12-31, 1 workday, 2027-01-04",
    "2026-12-31, 0 workdays, 2026-12-31"
  })
  void limitsByDateEndOnTheirLastDay(String from, String limit, String last) {
    assertThat(Shell.run("due", "--format", "csv", from, limit).out().lines().toList().get(1))
        .startsWith(last + ",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "between",
        "between 2026-02-30",
        "between 2026-11-25T25:00 2026-11-26",
        "between yesterday",
        "between 2026-03-08T02:30 2026-03-08T05:00",
        "between --calendar always --zone Mars/Olympus 2026-01-01",
        "between --hours 9to5 2026-01-01",
        "between --format pdf 2026-01-01",
        "due 2026-01-01",
        "due 2026-01-01 3 business days",
        "due 2026-01-01 1.5 days",
        "due 2026-01-01 -1 days",
        "due 2026-01-01 99999999999 days",
        "due --sideways 2026-01-01 1 day"
      })
  void aWrongCommandLineIsAUsageErrorInPlainWords(String line) {
    Shell.Run run = Shell.run(line.split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("plumbline: ", "Try: plumbline").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "between --calendar nowhere.yaml 2026-01-01",
        "between --calendar country:XX 2026-01-01",
        "between 1850-01-01",
        "between 9999-12-31",
        "between 0001-01-01 9999-12-31",
        "between 2026-11-26 2026-11-25",
        "due 2026-01-01 4 hours",
        "due 2026-01-01 999999999 days",
        "due 2026-01-01T09:00 999999999 hours",
        "due 2026-01-01 999999999 months",
        "due 2026-01-01 999999999 years",
        "due --backward 2026-01-01 999999999 years",
        "due 9999-12-31 1 workday",
        "due --backward 1971-01-04 900 workdays",
        "between --calendar always 0001-01-01T00:00 9999-12-31T00:00"
      })
  void aQuestionWithoutAnAnswerIsRefusedInPlainWords(String line) {
    Shell.Run run = Shell.run(line.split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("plumbline: ").doesNotContain("\tat ", "our fault");
  }
}
