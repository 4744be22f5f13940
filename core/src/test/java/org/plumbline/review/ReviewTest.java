package org.plumbline.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.agreement.yaml.RealAgreements;

/** Goes through the example of accounts payable with the documents beside it. */
class ReviewTest {

  private static final String AGREEMENT =
      RealAgreements.text("examples/accounts-payable/agreement.yaml");

  @Test
  void whatNobodyAnswersForIsMissing() {
    List<Row> coverage = review().coverage();
    assertThat(row(coverage, "One accountable role for each step").standing())
        .isEqualTo(Row.Standing.SATISFIED);
    assertThat(row(coverage, "Incident management is assigned").standing())
        .isEqualTo(Row.Standing.MISSING);
    assertThat(row(coverage, "Delivered and shared processes have a metric").by())
        .isEqualTo("vendor-questions: let a metric name one of its steps");
    assertThat(row(coverage, "Heightened service for 90 days after go-live").by())
        .isEqualTo("90 days");
  }

  @Test
  void aPracticeIsSatisfiedByTheClauseThatSaysSo() {
    List<Row> rows = review().completeness();
    assertThat(row(rows, "Notice of a breach of security").by()).isEqualTo("clause security");
    assertThat(row(rows, "Disaster recovery and continuity, tested").standing())
        .isEqualTo(Row.Standing.MISSING);
    assertThat(row(rows, "Termination and exit criteria").standing())
        .isEqualTo(Row.Standing.LIKELY);
    assertThat(rows.stream().filter(row -> row.source().startsWith("GAO"))).hasSize(10);
  }

  /** What the key tasks' own words ask for, and the part of the example that satisfies it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          M3 Playbook 4.4  | Roles in operation and maintenance | satisfied | conops, 1 area
          M3 Playbook 3.14 | The concept of operations it rests on | satisfied | includes, accounts-payable-conops
          M3 Playbook 3.14 | The retained organization | satisfied | conops, functional-lead, program-manager
          M3 Playbook 3.17 | A contact center: tiers, hand-offs and routing, ownership of tickets, technology, call metrics, training, knowledge | missing | write a clause with satisfies: [m3/contact-center]
          M3 Playbook 3.16 | Capabilities, processes and tools of performance management | satisfied | delivery of each record set, reports
          M3 Playbook 3.16 | Stakeholders' buy-in to the metrics | missing | write a clause with satisfies: [m3/buy-in]
          M3 Playbook 3.16 | Existing metrics of the provider were gone through | missing | write includes: {offer: offer.yaml}
          M3 Playbook 3.16 | Provider agreement and life-cycle cost estimate are named | satisfied | provider-agreement PA-2026-17
          M3 Playbook 3.16 | What success is, as set in 1.6 | missing | write includes: {success-metrics: success.yaml}
          M3 Playbook 3.16 | The QSMO is informed | satisfied | parties, qsmo
          M3 Playbook 4.19 | The order or contract that it is an input to | satisfied | gt-and-c A2610-012, order O2610-012
          M3 Playbook 5.9  | What the customer requires, to set capabilities against | missing | write includes: {requirements: requirements.yaml}
          ISO/IEC 20000-1, 8.3.3 | Improvement where targets are missed | satisfied | remedies corrective-plan
          QSMO criteria    | The change control board has customers in it | missing | write a clause with satisfies: [qsmo/change-board]
          """)
  void whatKeyTasksAskForIsSatisfiedByAPartOrMissing(
      String source, String asked, String standing, String by) {
    Row row = row(review().completeness(), asked);
    assertThat(row.source()).isEqualTo(source);
    assertThat(row.standing().word()).isEqualTo(standing);
    assertThat(row.by()).isEqualTo(by);
  }

  @Test
  void withoutAConceptOfOperationsItsRowIsMissing() {
    Review review = Review.of(agreement(AGREEMENT), Companions.NONE);
    assertThat(row(review.coverage(), "Who performs each step of each process").standing())
        .isEqualTo(Row.Standing.MISSING);
  }

  @Test
  void offeredMetricsAreKeptChangedOrDroppedAndTheReasonStandsBesideThem() {
    String offer =
        """
        plumbline: 1
        offer: standard
        title: Standard metrics
        zone: America/New_York
        records:
          invoices: {case: [number], moments: {received: date, entered: date}}
        metrics:
          entry:
            name: Invoices entered
            performing: provider
            records: invoices
            clock: {starts: proper, stops: entered, pauses: [improper-invoice]}
            target: {within: 2 workdays, at-least: 98%}
            low-volume: {below: 20, misses: 1}
          late-entry:
            name: Invoices entered, as offered
            performing: provider
            records: invoices
            clock: {starts: proper, stops: entered}
            target: {within: 5 workdays, at-least: 98%}
          calls: {name: Calls answered, performing: provider, records: invoices, clock: {starts: received, stops: entered}, target: {within: 2 days, at-least: 90%}}
        """;
    String draft =
        AGREEMENT
            .replace("  invoices-entered:\n", "  invoices-entered:\n    adopts: standard/entry\n")
            .replace(
                "  approvals-in-time:\n",
                "  approvals-in-time:\n    adopts: standard/late-entry\n");
    List<OfferedMetric> rows =
        OfferedMetric.of(
            agreement(draft),
            CompanionYaml.offer("offer.yaml", offer.getBytes(UTF_8)).document().orElseThrow());
    assertThat(rows.get(0).outcome()).isEqualTo(OfferedMetric.Outcome.KEPT);
    assertThat(rows.get(1).outcome()).isEqualTo(OfferedMetric.Outcome.CHANGED);
    assertThat(rows.get(1).changed())
        .containsExactly("performing", "clock", "target", "low-volume");
    assertThat(rows.get(1).lacksReason()).isTrue();
    assertThat(rows.get(2).outcome()).isEqualTo(OfferedMetric.Outcome.DROPPED);
    assertThat(rows.get(3).outcome()).isEqualTo(OfferedMetric.Outcome.ADDED);
    assertThat(rows).hasSize(3 + 6);
  }

  @Test
  void requirementsAndSuccessMetricsStandBesideWhatServesThem() {
    String success =
        """
        plumbline: 1
        success-metrics: program
        title: Success metrics
        measures:
          interest: {name: Interest paid, baseline: 3%, target: 1%, serves: interest}
          cost: {name: Cost of an invoice, baseline: 11.20 USD, target: 6.00 USD}
        """;
    String needs =
        """
        plumbline: 1
        requirements: matrix
        title: Requirements
        needs:
          ptp-001: {text: Invoices are entered in time, priority: mandatory, metric: invoices-entered}
          ptp-002: {text: Approvers are told, steps: invoice/approve}
          ptp-003: {text: Statements are reconciled}
          ptp-004: {text: Payments are confirmed, metric: payments}
          ptp-005: {text: Breaches of security are told, clause: security}
          ptp-006: {text: "The provider ends cleanly"}
          ptp-007: {text: Invoices that vendors send are entered by the provider}
        """;
    Agreement agreement =
        agreement(
            AGREEMENT.replaceFirst(
                "id: purpose\n", "id: purpose\n    satisfies: [matrix/ptp-006]\n"));
    List<Row> wanted =
        Served.success(
            agreement,
            CompanionYaml.successMetrics("s.yaml", success.getBytes(UTF_8))
                .document()
                .orElseThrow());
    assertThat(wanted.get(0).asked()).isEqualTo("Interest paid, from 3% to 1%");
    assertThat(wanted.get(0).by()).isEqualTo("interest");
    assertThat(wanted.get(1).standing()).isEqualTo(Row.Standing.MISSING);
    List<Row> required =
        Served.needs(
            agreement,
            Optional.empty(),
            CompanionYaml.requirements("r.yaml", needs.getBytes(UTF_8)).document().orElseThrow());
    assertThat(required.subList(0, 7))
        .extracting(Row::standing)
        .containsExactly(
            Row.Standing.SATISFIED,
            Row.Standing.LIKELY,
            Row.Standing.MISSING,
            Row.Standing.MISSING,
            Row.Standing.SATISFIED,
            Row.Standing.SATISFIED,
            Row.Standing.LIKELY);
    assertThat(required.get(4).by()).isEqualTo("clause security");
    assertThat(required.get(5).by()).isEqualTo("clause purpose");
    assertThat(required.get(6).by())
        .isEqualTo("reads like it: link it with metric: invoices-entered");
    assertThat(required.get(3).by()).isEqualTo("no metric is called payments");
    assertThat(required).hasSize(7 + 7);
  }

  private static Review review() {
    var conops =
        CompanionYaml.conops(
            "conops.yaml",
            RealAgreements.text("examples/accounts-payable/conops.yaml").getBytes(UTF_8));
    assertThat(conops.findings()).isEmpty();
    return Review.of(
        agreement(AGREEMENT),
        new Companions(conops.document(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Agreement agreement(String text) {
    return AgreementYaml.read("agreement.yaml", text).agreement().orElseThrow();
  }

  private static Row row(List<Row> rows, String asked) {
    return rows.stream().filter(row -> row.asked().equals(asked)).findFirst().orElseThrow();
  }
}
