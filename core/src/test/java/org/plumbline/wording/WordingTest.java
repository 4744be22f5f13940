package org.plumbline.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.desk.Metrics.atLeast;
import static org.plumbline.desk.Metrics.atMost;
import static org.plumbline.desk.Metrics.clock;
import static org.plumbline.desk.Metrics.line;
import static org.plumbline.desk.Metrics.moment;
import static org.plumbline.desk.Metrics.percent;
import static org.plumbline.desk.Metrics.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.desk.Desk;
import org.plumbline.desk.Measured;
import org.plumbline.desk.Metrics;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.Judge;

class WordingTest {
  private static final Instant LATER = Instant.parse("2016-12-01T00:00:00Z");
  private final Wording wording = Wording.of(Desk.agreement());

  @Test
  void aPromiseIsOnePlainSentence() {
    assertThat(wording.metric("incidents-resolved"))
        .isEqualTo(
            "The provider (Service Desk Center) brings at least 80% of incidents whose priority is"
                + " 3 from “opened” to “done” within 18 hours of its own time in desk hours,"
                + " counted each month.");
    assertThat(wording.metric("customer-answers"))
        .isEqualTo(
            "The customer (Department of Examples) keeps the average time from “opened” to “done”"
                + " (the customer’s time alone, in desk hours) of incidents at 9 hours or less,"
                + " counted each month.");
    assertThat(wording.metric("incidents-reopened"))
        .isEqualTo(
            "The provider (Service Desk Center) keeps the share of those with “reopened” among"
                + " incidents at 3% or less, counted each month.");
    assertThat(wording.metric("backlog"))
        .isEqualTo(
            "The provider (Service Desk Center) keeps the number of incidents still open at the"
                + " period’s end that have been open for more than 10 workdays at 400 or less,"
                + " counted each month.");
    assertThat(wording.metric("incident-volume"))
        .isEqualTo("Reported, not promised: the number of incidents, counted each month.");
  }

  @Test
  void eachLineOfAPromiseIsSaid() {
    assertThat(wording.metric("incidents-closed"))
        .contains("in time (in desk hours): at least 90% of those whose priority is 1 within")
        .endsWith(
            "at least 90% of those whose priority is 4 within 132 hours; counted each month.");
  }

  @Test
  void defaultsAreSaidAloud() {
    assertThat(wording.details("incidents-resolved"))
        .contains(
            "Figures compare exactly, without rounding.",
            "A period without cases is neither met nor not met.",
            "The minimum is the target: remedies run below it.",
            "A first or last period that is not whole is reported, not judged.");
    assertThat(wording.details("incidents-closed"))
        .contains("With fewer than 20 cases, 2 misses still meet.");
  }

  @Test
  void derivedMomentsVaryingValuesAndConditionsHaveWords() {
    MomentTerm latest =
        new MomentTerm.Shifted(
            moment("invoice-due"),
            false,
            Optional.of(
                new MomentTerm.Shift(false, org.plumbline.calendar.TimeAmount.parse("2 workdays"))),
            Optional.of(MomentTerm.Roll.PREVIOUS_WORKDAY),
            Optional.empty());
    assertThat(wording.moment(latest))
        .isEqualTo(
            "2 workdays before “invoice due”, moved to the workday before if that day is closed");
    assertThat(
            wording.moment(
                new MomentTerm.DayOfPeriod(
                    17, "month", moment("statement-date"), 0, Optional.empty(), Optional.empty())))
        .isEqualTo("day 17 of the month of “statement date”");
    Condition busy =
        new Condition.All(
            List.of(
                new Condition.None(
                    List.of(
                        new Condition.OneOf(
                            "category", List.of(new Literal.Text("password-reset"))))),
                new Condition.OneOf("federal-mail", List.of(new Literal.Flag(true)))));
    assertThat(wording.condition(busy))
        .isEqualTo("it is not so that category is “password-reset” and federal mail flag is yes");
    Metric rising =
        Metrics.named("M")
            .clock(clock("opened", "done"))
            .target(
                within(
                    "4 hours",
                    new Level.Bound(
                        Comparison.AT_LEAST,
                        new Varying.ByDate<>(
                            List.of(
                                new Varying.Dated<>(
                                    LocalDate.of(2026, 10, 1), Varying.of(percent("95"))),
                                new Varying.Dated<>(
                                    LocalDate.of(2027, 10, 1), Varying.of(percent("96"))))))))
            .make();
    assertThat(Wording.of(Desk.with(rising)).metric("metric"))
        .contains("at least 95% from 2026-10-01 on and 96% from 2027-10-01 on of incidents");
  }

  @Test
  void noSentenceNamesAnIdInItsRawForm() {
    Agreement agreement = Desk.agreement();
    TreeSet<String> ids = new TreeSet<>(agreement.metrics().keySet());
    ids.addAll(agreement.remedies().keySet());
    ids.addAll(agreement.commitments().keySet());
    ids.addAll(agreement.services().keySet());
    agreement.records().values().forEach(set -> set.turns().forEach(turn -> ids.add(turn.id())));
    ids.removeIf(id -> id.indexOf('-') < 0);
    ids.add("not-met");
    ids.add("program-manager");
    for (String sentence : sentences(wording.read())) {
      assertThat(sentence).doesNotContain(ids.toArray(String[]::new));
      assertThat(sentence).doesNotContainIgnoringCase("breach").doesNotContain("Optional");
    }
  }

  @Test
  void aResultIsOneSentenceWithItsCounts() {
    assertThat(resolved(2009, 2821, 0))
        .isEqualTo(
            "In March 2016 the provider brought 71.2 of every 100 incidents whose priority is 3"
                + " from “opened” to “done” within 18 hours of its own time in desk hours"
                + " (target: 80% or more); 812 of 2,821 were late: not met.");
    assertThat(resolved(2821, 2821, 0)).contains("brought all incidents").endsWith(": met.");
    assertThat(resolved(0, 0, 0))
        .isEqualTo("In March 2016 there were no incidents whose priority is 3: no data.");
    assertThat(resolved(795, 1000, 30))
        .contains("205 of 1,000 were late, and of 30 more cases it cannot be said")
        .endsWith("indeterminate; met or not met: it depends on cases of which it cannot be said.");
  }

  @Test
  void aResultBeforeItsDaySaysSo() {
    Measurement measurement =
        Measured.share("incidents-resolved", Desk.MARCH, LineId.target(), 9, 10);
    String early = sentence(Desk.agreement(), measurement, Instant.parse("2016-03-20T00:00:00Z"));
    assertThat(early).endsWith(": not due (so far met); the period has not ended.");
    String waiting = sentence(Desk.agreement(), measurement, Instant.parse("2016-04-02T00:00:00Z"));
    assertThat(waiting)
        .endsWith(": provisional (so far met); the records are complete at the end of 2016-04-07.");
  }

  @Test
  void aFigureNeverLooksLikeABoundThatItMisses() {
    List<BoundValue> bounds =
        List.of(new BoundValue(Comparison.AT_LEAST, Optional.of(percent("99.8"))));
    assertThat(Numbers.figure(Exact.ratio(9979, 10000), FigureUnit.SHARE, bounds))
        .isEqualTo("99.79%");
    assertThat(Numbers.figure(Exact.ratio(9980, 10000), FigureUnit.SHARE, bounds))
        .isEqualTo("99.8%");
    assertThat(Numbers.figure(Exact.ratio(2, 3), FigureUnit.SHARE, bounds)).isEqualTo("66.7%");
    List<BoundValue> hours =
        List.of(new BoundValue(Comparison.AT_MOST, Optional.of(Metrics.time("45 hours"))));
    assertThat(Numbers.figure(Exact.of(162_000_100_000L), FigureUnit.MICROSECONDS, hours))
        .isEqualTo("45.00003 hours");
    assertThat(Numbers.figure(Exact.of(162_000_000_000L), FigureUnit.MICROSECONDS, hours))
        .isEqualTo("45.0 hours");
  }

  @Test
  void aCaseIsOneSentence() {
    assertThat(wording.caseOutcome(outcome(CaseOutcome.State.NOT_MET, 25 * 3600 + 1800)))
        .isEqualTo(
            "INC0012345 took 25 hours 30 minutes of the provider’s time in desk hours, the limit"
                + " being 18 hours (past it by 7 hours 30 minutes): not met, in March 2016.");
    assertThat(wording.caseOutcome(outcome(CaseOutcome.State.INDETERMINATE, 0)))
        .startsWith("Of INC0012345 it cannot be said");
  }

  @Test
  void everyKindOfFigureHasWords() {
    Quantity sum =
        new Quantity.Statistic(
            Quantity.Kind.SUM,
            new Quantity.Measurand.OfField("paid-amount"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<Quantity> quantities =
        List.of(
            new Quantity.ShareOfAvailableTime(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty()),
            new Quantity.Ratio(sum, sum),
            new Quantity.Absolute(new Quantity.Difference(sum, sum)),
            new Quantity.LargerOf(List.of(sum, sum)));
    List<String> sentences = new ArrayList<>();
    for (Quantity quantity : quantities) {
      Metric metric =
          Metrics.named("M")
              .clock(clock("began", "restored", "desk", new Clock.Counting.AllTime()))
              .figure(quantity)
              .target(line(atLeast(percent("1")), atMost(percent("9"))))
              .make();
      sentences.add(Wording.of(Desk.with(metric)).metric("metric"));
    }
    assertThat(sentences)
        .containsExactly(
            "The provider (Service Desk Center) keeps the share of time in desk hours in which"
                + " none of the incidents runs from “began” to “restored” (a month being taken as"
                + " 30 days) between 1% and 9%, counted each month.",
            "The provider (Service Desk Center) keeps the ratio of the total paid amount to the"
                + " total paid amount of incidents between 1% and 9%, counted each month.",
            "The provider (Service Desk Center) keeps the size, whatever its sign, of the total"
                + " paid amount less the total paid amount of incidents between 1% and 9%, counted"
                + " each month.",
            "The provider (Service Desk Center) keeps the larger of the total paid amount and the"
                + " total paid amount between 1% and 9%, counted each month.");
  }

  @Test
  void periodsAreNamedAsPeopleNameThem() {
    assertThat(PeriodWords.name(Desk.MARCH)).isEqualTo("March 2016");
    ReportingPeriod quarter =
        new ReportingPeriod("FY2027-Q1", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
    assertThat(PeriodWords.name(quarter)).isEqualTo("FY2027-Q1 (2026-10-01 to 2026-12-31)");
  }

  private String resolved(long holding, long cases, long indeterminate) {
    return sentence(
        Desk.agreement(),
        Measured.share(
            "incidents-resolved", Desk.MARCH, LineId.target(), holding, cases, indeterminate),
        LATER);
  }

  private static String sentence(Agreement agreement, Measurement measurement, Instant asOf) {
    return Wording.of(agreement)
        .result(Judge.judge(agreement, List.of(measurement), asOf).results().get(0));
  }

  private static CaseOutcome outcome(CaseOutcome.State state, long seconds) {
    return new CaseOutcome(
        "incidents-resolved",
        "INC0012345",
        0,
        Optional.empty(),
        state,
        "",
        Optional.empty(),
        Optional.of(LineId.target()),
        Optional.of(Instant.parse("2016-03-01T14:00:00Z")),
        Optional.of(Instant.parse("2016-03-04T14:00:00Z")),
        OptionalLong.of(seconds * 1_000_000),
        OptionalLong.of(18 * 3_600_000_000L),
        FigureUnit.MICROSECONDS,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Desk.MARCH),
        Map.of(),
        new CaseOutcome.SourceRow("incidents.csv", 7));
  }

  private static List<String> sentences(Reading reading) {
    List<String> sentences = new ArrayList<>();
    for (Reading.Section section : reading.sections()) {
      for (Reading.Item item : section.items()) {
        sentences.add(item.sentence());
        sentences.addAll(item.details());
      }
    }
    return sentences;
  }
}
