package org.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.desk.Metrics.atLeast;
import static org.plumbline.desk.Metrics.atMost;
import static org.plumbline.desk.Metrics.is;
import static org.plumbline.desk.Metrics.line;
import static org.plumbline.desk.Metrics.percent;
import static org.plumbline.desk.Metrics.time;
import static org.plumbline.desk.Metrics.when;
import static org.plumbline.desk.Metrics.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.desk.Desk;
import org.plumbline.desk.Measured;
import org.plumbline.desk.Metrics;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.LineId.LevelKind;
import org.plumbline.evaluate.Measurement;

class JudgeTest {
  private static final Instant LATER = Instant.parse("2016-12-01T00:00:00Z");
  private static final LineId TARGET = LineId.target();
  private static final LineId MINIMUM = new LineId(LevelKind.MINIMUM, 0, 0);

  @Test
  void aFigureMeetsItsTargetExactlyAndNotARoundedOne() {
    Metric metric = Metrics.named("M").target(within("1 day", atLeast(percent("99.8")))).make();
    assertThat(status(metric, share(9979, 10000))).isEqualTo(Status.NOT_MET);
    assertThat(status(metric, share(9980, 10000))).isEqualTo(Status.MET);
  }

  @Test
  void roundingIsDoneWhereAgreedAndFlaggedWhereItTurnsTheAnswer() {
    Metric metric =
        Metrics.named("M")
            .target(within("1 day", atLeast(percent("99.8"))))
            .roundedTo("0.1")
            .make();
    Result result = result(metric, share(99_750, 100_000));
    assertThat(result.status()).isEqualTo(Status.MET);
    assertThat(result.lines().get(0).turned()).isTrue();
    assertThat(result.lines().get(0).rounded()).contains(Exact.ratio(998, 1000));
    assertThat(result(metric, share(99_900, 100_000)).lines().get(0).turned()).isFalse();
  }

  @Test
  void betweenMinimumAndTargetIsBelowExpected() {
    Metric metric =
        Metrics.named("M")
            .target(within("1 day", atLeast(percent("99"))))
            .minimum(within("1 day", atLeast(percent("98"))))
            .make();
    assertThat(status(metric, share(985, 1000), share(MINIMUM, 985, 1000)))
        .isEqualTo(Status.BELOW_EXPECTED);
    assertThat(status(metric, share(979, 1000), share(MINIMUM, 979, 1000)))
        .isEqualTo(Status.NOT_MET);
    assertThat(status(metric, share(985, 1000)))
        .as("the minimum counts the same cases")
        .isEqualTo(Status.BELOW_EXPECTED);
  }

  @Test
  void casesOfWhichItCannotBeSaidDecideOnlyWhereTheyCould() {
    Metric metric = Metrics.named("M").target(within("1 day", atLeast(percent("80")))).make();
    assertThat(status(metric, share(90, 95, 5))).isEqualTo(Status.MET);
    assertThat(status(metric, share(78, 95, 5))).isEqualTo(Status.INDETERMINATE);
    assertThat(status(metric, share(70, 95, 5))).isEqualTo(Status.NOT_MET);
    assertThat(status(metric, share(0, 0, 5))).isEqualTo(Status.INDETERMINATE);
  }

  @Test
  void theWorstLineDecides() {
    Metric metric =
        Metrics.named("M")
            .target(
                when(is("priority", 1), "1 hour", atLeast(percent("90"))),
                when(is("priority", 2), "2 hours", atLeast(percent("90"))))
            .make();
    LineId second = new LineId(LevelKind.TARGET, 1, 0);
    assertThat(status(metric, share(95, 100), share(second, 80, 100))).isEqualTo(Status.NOT_MET);
    assertThat(status(metric, share(89, 98, 2), share(second, 80, 100))).isEqualTo(Status.NOT_MET);
    assertThat(status(metric, share(89, 98, 2), share(second, 95, 100)))
        .isEqualTo(Status.INDETERMINATE);
    assertThat(status(metric, share(0, 0), share(second, 95, 100))).isEqualTo(Status.MET);
    assertThat(status(metric, share(0, 0), share(second, 0, 0))).isEqualTo(Status.NO_DATA);
  }

  @Test
  void noCasesAreWhatTheAgreementSays() {
    Metrics metric = Metrics.named("M").target(within("1 day", atLeast(percent("80"))));
    assertThat(status(metric.make(), share(0, 0))).isEqualTo(Status.NO_DATA);
    assertThat(status(metric.noData(Metric.NoData.MET).make(), share(0, 0))).isEqualTo(Status.MET);
    assertThat(status(metric.noData(Metric.NoData.NOT_MET).make(), share(0, 0)))
        .isEqualTo(Status.NOT_MET);
  }

  @Test
  void someMissesStillMeetWhereTheVolumeIsLow() {
    Metric metric =
        Metrics.named("M")
            .target(within("1 day", atLeast(percent("98"))))
            .lowVolume(20, Optional.of(1L))
            .make();
    Result oneMiss = result(metric, share(14, 15));
    assertThat(oneMiss.status()).isEqualTo(Status.MET);
    assertThat(oneMiss.lines().get(0).means()).isEqualTo(LineResult.Means.LOW_VOLUME);
    assertThat(status(metric, share(13, 15))).isEqualTo(Status.NOT_MET);
    assertThat(status(metric, share(14, 14, 1))).isEqualTo(Status.MET);
    assertThat(status(metric, share(13, 14, 1))).isNotEqualTo(Status.MET);
    assertThat(status(metric, share(19, 20))).isEqualTo(Status.NOT_MET);
  }

  @Test
  void lowVolumeWithoutMissesIsNotJudged() {
    Metric metric =
        Metrics.named("M")
            .target(within("1 day", atLeast(percent("85"))))
            .lowVolume(5, Optional.empty())
            .make();
    Result result = result(metric, share(1, 4));
    assertThat(result.status()).isEqualTo(Status.NOT_JUDGED);
    assertThat(result.reason()).contains("fewer than 5 cases");
    assertThat(status(metric, share(1, 4, 1))).as("a bad row is a case").isEqualTo(Status.NOT_MET);
  }

  @Test
  void missesOfAShareThatShallBeLowAreTheCasesThatHold() {
    Metric metric =
        Metrics.named("M").target(line(atMost(percent("3")))).lowVolume(20, Optional.of(1L)).make();
    assertThat(status(metric, share(1, 10))).isEqualTo(Status.MET);
    assertThat(status(metric, share(2, 10))).isEqualTo(Status.NOT_MET);
  }

  @Test
  void aPeriodThatHasNotEndedIsNotDueAndSaysWhatItWouldBe() {
    Metric metric = Metrics.named("M").target(within("1 day", atLeast(percent("80")))).make();
    Results results =
        Judge.judge(
            Desk.with(metric), List.of(share(90, 100)), Instant.parse("2016-03-31T23:59:59Z"));
    assertThat(results.results().get(0).status()).isEqualTo(Status.NOT_DUE);
    assertThat(results.results().get(0).wouldBe()).contains(Status.MET);
  }

  @Test
  void aResultIsProvisionalUntilTheDeliveryIsDueInWorkdays() {
    Metric metric = Metrics.named("M").target(within("1 day", atLeast(percent("80")))).make();
    // 2016-03-31 is a Thursday; the fifth workday after it is Thursday, 2016-04-07.
    Result before = result(metric, Instant.parse("2016-04-07T23:59:59Z"), share(90, 100));
    assertThat(before.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(before.wouldBe()).contains(Status.MET);
    assertThat(before.reason()).contains("2016-04-07");
    Result after = result(metric, Instant.parse("2016-04-08T00:00:00Z"), share(90, 100));
    assertThat(after.status()).isEqualTo(Status.MET);
    assertThat(after.wouldBe()).isEmpty();
  }

  @Test
  void aPeriodThatIsNotWholeIsReportedOnly() {
    Metric metric = Metrics.named("M").target(within("1 day", atLeast(percent("80")))).make();
    ReportingPeriod february =
        new ReportingPeriod("2016-02", LocalDate.of(2016, 2, 1), LocalDate.of(2016, 2, 29));
    Measurement measurement = Measured.share("metric", february, TARGET, 1, 2);
    Result result = Judge.judge(Desk.with(metric), List.of(measurement), LATER).results().get(0);
    assertThat(result.status()).isEqualTo(Status.NOT_JUDGED);
    assertThat(result.wouldBe()).contains(Status.NOT_MET);
  }

  @Test
  void aMetricWithoutAPromiseIsReported() {
    Metric metric = Metrics.named("M").make();
    Result result = result(metric, share(1, 2));
    assertThat(result.status()).isEqualTo(Status.NOT_JUDGED);
    assertThat(result.reason()).isEqualTo("reported, not promised");
  }

  @Test
  void aBoundMayRiseByDate() {
    Varying<org.plumbline.agreement.Literal> rising =
        new Varying.ByDate<>(
            List.of(
                new Varying.Dated<>(LocalDate.of(2016, 1, 1), Varying.of(percent("80"))),
                new Varying.Dated<>(LocalDate.of(2016, 3, 31), Varying.of(percent("95")))));
    Metric metric =
        Metrics.named("M")
            .target(within("1 day", new Level.Bound(Comparison.AT_LEAST, rising)))
            .make();
    assertThat(status(metric, share(90, 100))).isEqualTo(Status.NOT_MET);
  }

  @Test
  void aBoundMayDependOnAFact() {
    Condition large =
        new Condition.Compares("customer.employees", Comparison.AT_LEAST, Metrics.number(1000));
    Metric metric =
        Metrics.named("M")
            .target(
                line(
                    new Level.Bound(
                        Comparison.AT_MOST,
                        new Varying.ByCondition<>(
                            List.of(
                                new Varying.Choice<>(Optional.of(large), Varying.of(percent("3"))),
                                new Varying.Choice<>(
                                    Optional.empty(), Varying.of(percent("5"))))))))
            .make();
    Result result = result(metric, share(4, 100));
    assertThat(result.status()).isEqualTo(Status.NOT_MET);
    assertThat(result.lines().get(0).bounds().get(0).value()).contains(percent("3"));
  }

  @Test
  void aBoundMayDependOnAnotherMetricsFigure() {
    Condition busy = new Condition.Compares("volume", Comparison.ABOVE, Metrics.number(1000));
    Metric metric =
        Metrics.named("M")
            .target(
                line(
                    new Level.Bound(
                        Comparison.AT_LEAST,
                        new Varying.ByCondition<>(
                            List.of(
                                new Varying.Choice<>(Optional.of(busy), Varying.of(percent("70"))),
                                new Varying.Choice<>(
                                    Optional.empty(), Varying.of(percent("90"))))))))
            .make();
    Agreement agreement =
        Desk.agreement(Map.of("metric", metric, "volume", Metrics.named("V").make()));
    Measurement volume =
        Measured.figure("volume", Desk.MARCH, 1200, FigureUnit.CASES, Exact.of(1200));
    Results busyMonth = Judge.judge(agreement, List.of(share(80, 100), volume), LATER);
    assertThat(busyMonth.find("metric", Desk.MARCH).orElseThrow().status()).isEqualTo(Status.MET);
    Results unknown = Judge.judge(agreement, List.of(share(80, 100)), LATER);
    assertThat(unknown.find("metric", Desk.MARCH).orElseThrow().status())
        .isEqualTo(Status.INDETERMINATE);
  }

  @Test
  void aMeanIsHeldAgainstElapsedTime() {
    Metric metric = Metrics.named("M").target(line(atMost(time("9 hours")))).make();
    Exact nineHours = Exact.of(9L * 3_600_000_000L);
    assertThat(
            status(
                metric,
                Measured.figure("metric", Desk.MARCH, 3, FigureUnit.MICROSECONDS, nineHours)))
        .isEqualTo(Status.MET);
    assertThat(
            status(
                metric,
                Measured.figure(
                    "metric",
                    Desk.MARCH,
                    3,
                    FigureUnit.MICROSECONDS,
                    nineHours.plus(Exact.ratio(1, 3)))))
        .isEqualTo(Status.NOT_MET);
  }

  @Test
  void theWilsonIntervalIsTheTextbooks() {
    // 8 of 10 at 95 %: 0.4902 to 0.9433.
    Interval interval = Interval.wilson(8, 10);
    assertThat(interval.low().toPlainString()).startsWith("0.4901");
    assertThat(interval.high().toPlainString()).startsWith("0.9433");
    assertThat(Interval.wilson(0, 5).low()).isZero();
  }

  @Test
  void resultsStandInTheOrderOfTheAgreement() {
    List<Measurement> measurements = new ArrayList<>();
    measurements.add(Measured.share("incidents-resolved", Desk.APRIL, TARGET, 1, 2));
    measurements.add(Measured.share("incidents-resolved", Desk.MARCH, TARGET, 1, 2));
    measurements.add(Measured.share("incidents-closed", Desk.MARCH, TARGET, 1, 2));
    Results results = Judge.judge(Desk.agreement(), measurements, LATER);
    assertThat(results.results())
        .extracting(result -> result.metric() + " " + result.period().name())
        .containsExactly(
            "incidents-closed 2016-03", "incidents-resolved 2016-03", "incidents-resolved 2016-04");
  }

  private static Measurement share(long holding, long cases) {
    return share(TARGET, holding, cases);
  }

  private static Measurement share(long holding, long cases, long indeterminate) {
    return Measured.share("metric", Desk.MARCH, TARGET, holding, cases, indeterminate);
  }

  private static Measurement share(LineId line, long holding, long cases) {
    return Measured.share("metric", Desk.MARCH, line, holding, cases);
  }

  private static Status status(Metric metric, Measurement... measurements) {
    return result(metric, measurements).status();
  }

  private static Result result(Metric metric, Measurement... measurements) {
    return result(metric, LATER, measurements);
  }

  private static Result result(Metric metric, Instant asOf, Measurement... measurements) {
    return Judge.judge(Desk.with(metric), List.of(measurements), asOf).results().get(0);
  }
}
