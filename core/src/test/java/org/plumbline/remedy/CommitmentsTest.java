package org.plumbline.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;
import org.plumbline.judge.TargetsAhead;

/** How commitments stand, and targets ahead (docs/meaning.md, stabilization). */
class CommitmentsTest {

  private static final Agreement AGREEMENT =
      AgreementYaml.read(
              "agreement.yaml",
              """
              plumbline: 1
              agreement: small
              title: A small agreement
              zone: UTC
              parties:
                customer: {name: Department of Examples}
                provider: {name: Example Services}
              performance-period: {from: 2026-10-01, until: 2027-09-30}
              stabilization: {until: 2027-01-16}
              period: {every: quarter}
              records:
                tickets:
                  case: [id]
                  moments: {received: date, done: date}
              metrics:
                on-time:
                  name: Tickets in time
                  performing: provider
                  records: tickets
                  clock: {starts: received, stops: done}
                  target: {within: 5 days, at-least: [{from: 2026-10-01, is: 90%}, {from: 2027-03-31, is: 95%}]}
              commitments:
                support: {what: Support, performing: provider, until: 2027-01-16}
                report: {what: Report, performing: provider, every: month, due: 5 days}
                plan: {what: Plan, performing: customer, due: 2 months}
                advice: {what: Advice, performing: provider}
              """,
              Folder.NONE)
          .agreement()
          .orElseThrow();

  private static RegisterRow row(String commitment, String period, Map<String, LocalDate> days) {
    return new RegisterRow(
        period.isEmpty()
            ? Map.of("commitment", commitment)
            : Map.of("commitment", commitment, "period", period),
        days,
        Place.of("register-commitments.csv"));
  }

  private static List<String> told(LocalDate today, Findings findings, RegisterRow... rows) {
    return Commitments.of(AGREEMENT, List.of(rows), today, findings).stream()
        .map(
            due ->
                due.id()
                    + due.period().map(period -> " " + period.name()).orElse("")
                    + " by "
                    + due.due().map(LocalDate::toString).orElse("-")
                    + ": "
                    + due.stands().words()
                    + " "
                    + due.daysLate(today))
        .toList();
  }

  @Test
  void eachTimeACommitmentFallsDueStandsByItself() {
    Findings findings = new Findings();

    assertThat(
            told(
                LocalDate.of(2026, 12, 6),
                findings,
                row("report", "2026-10", Map.of("done", LocalDate.of(2026, 11, 7))),
                row("plan", "", Map.of("done", LocalDate.of(2026, 12, 1)))))
        .containsExactly(
            "support by 2027-01-16: under way 0",
            "report 2026-10 by 2026-11-05: done late 2",
            "report 2026-11 by 2026-12-05: past its last day 1",
            "report 2026-12 by 2027-01-05: under way 0",
            "report 2027-01 by 2027-02-05: ahead 0",
            "plan by 2026-12-01: done 0",
            "advice by -: under way 0");
    assertThat(findings.inFileOrder()).isEmpty();
  }

  @Test
  void whatIsDoneLaterIsNotKnownYet() {
    assertThat(
            told(
                LocalDate.of(2026, 11, 5),
                new Findings(),
                row("report", "2026-10", Map.of("done", LocalDate.of(2026, 11, 6)))))
        .contains("report 2026-10 by 2026-11-05: under way 0");
  }

  @Test
  void anotherLastDayThatWasAgreedStands() {
    assertThat(
            told(
                LocalDate.of(2026, 11, 20),
                new Findings(),
                row("report", "2026-10", Map.of("due", LocalDate.of(2026, 11, 30)))))
        .contains("report 2026-10 by 2026-11-30: under way 0");
  }

  @Test
  void aRowAboutNothingIsTold() {
    Findings findings = new Findings();
    told(
        LocalDate.of(2026, 11, 5),
        findings,
        row("reports", "2026-10", Map.of()),
        row("report", "2026-09", Map.of()));

    assertThat(findings.inFileOrder()).hasSize(2);
    assertThat(findings.inFileOrder().toString()).contains("there is no commitment “reports”");
  }

  @Test
  void aPeriodHasTheTargetOfItsLastDay() {
    assertThat(TargetsAhead.of(AGREEMENT, LocalDate.of(2026, 12, 31)))
        .extracting(step -> step.from().name() + ".." + step.until().name() + " " + step.bounds())
        .hasSize(2)
        .satisfies(
            steps -> {
              assertThat(steps.get(0)).startsWith("2026-Q4..2026-Q4").contains("90%");
              assertThat(steps.get(1)).startsWith("2027-Q1..2027-Q3").contains("95%");
            });
    assertThat(TargetsAhead.of(AGREEMENT, LocalDate.of(2027, 1, 1))).isEmpty();
  }

  @Test
  void stabilizationIsCountedFromTheFirstDayOfPerformance() {
    StabilizationStanding standing =
        StabilizationStanding.of(AGREEMENT, Consequences.NONE, LocalDate.of(2027, 1, 11))
            .orElseThrow();

    assertThat(standing.day()).isEqualTo(103);
    assertThat(standing.days()).isEqualTo(108);
    assertThat(standing.isRunning()).isTrue();
    assertThat(
            StabilizationStanding.of(AGREEMENT, Consequences.NONE, LocalDate.of(2027, 1, 17))
                .orElseThrow()
                .isRunning())
        .isFalse();
  }
}
