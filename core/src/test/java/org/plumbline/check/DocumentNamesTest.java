package org.plumbline.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.finding.Finding;

/**
 * One name in one of five documents is changed; it is told where it stands, with what was meant.
 */
class DocumentNamesTest {

  private static final String AGREEMENT =
      """
      plumbline: 1
      agreement: small
      title: A small agreement
      zone: America/New_York
      parties:
        customer: {name: Bureau}
        provider: {name: Center}
      includes: {conops: conops.yaml, offer: offer.yaml, requirements: needs.yaml, success-metrics: success.yaml}
      performance-period: {from: 2026-10-01, until: 2027-09-30}
      period: {every: month}
      calendar: work
      calendars: {work: {hours: {mon-fri: ["08:00-17:00"]}}}
      services: {payables: {name: Payables, systems: [Invoice portal]}}
      records:
        invoices: {case: [number], moments: {received: date, entered: date}}
      metrics:
        entered:
          name: Invoices entered
          performing: provider
          service: payables
          adopts: standard/entry
          steps: [invoice/enter]
          records: invoices
          clock: {starts: received, stops: entered}
          target: {within: 2 workdays, at-least: 98%}
      """;

  private static final Map<String, String> RIGHT =
      Map.of(
          "agreement.yaml",
          AGREEMENT,
          "conops.yaml",
          """
          plumbline: 1
          conops: steps
          title: Steps
          zone: America/New_York
          parties: {customer: {name: Bureau}, treasury: {name: Treasury}}
          roles: {approver: {name: Approver, party: customer, stands-for: business-owner}}
          calendars: {four: {hours: {mon-thu: ["08:00-17:00"]}}}
          works: {customer: four, provider: work}
          areas:
            payables: {name: Payables, accountable: customer/approver, informed: [qsmo, provider]}
          processes:
            invoice:
              name: Invoice
              area: payables
              systems: [Invoice portal, Vault of the bureau]
              steps:
                - {id: enter, name: Enter, as-is: customer, to-be: provider, before: 1 workday}
                - {id: disburse, name: Disburse, to-be: treasury, calendar: always, consulted: [treasury]}
          retained:
            functional-lead: {name: Acceptance, does: [invoice/enter]}
          layers:
            software: {as-is: customer, to-be: provider}
          """,
          "offer.yaml",
          """
          plumbline: 1
          offer: standard
          title: Standard
          zone: America/New_York
          records:
            bills: {case: [number], moments: {received: date, entered: date}}
          metrics:
            entry:
              name: Bills entered
              performing: provider
              records: bills
              clock: {starts: received, stops: entered}
              target: {within: 2 workdays, at-least: 98%}
          """,
          "needs.yaml",
          """
          plumbline: 1
          requirements: matrix
          title: Requirements
          needs:
            ptp-001: {text: Invoices are entered, metric: entered, steps: [invoice/enter]}
          """,
          "success.yaml",
          """
          plumbline: 1
          success-metrics: program
          title: Success
          measures:
            speed: {name: Speed, serves: [entered]}
          """);

  @Test
  void nothingIsFoundWhereNamesFit() {
    assertThat(found(RIGHT)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} for {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          agreement.yaml | [invoice/enter]        | [invoice/entr]         | agreement.yaml:22:13 PL303 no step is called "invoice/entr"; did you mean "invoice/enter"?
          agreement.yaml | standard/entry         | standard/entries       | agreement.yaml:21:13 PL303 no metric of the offer is called "standard/entries"; did you mean "standard/entry"?
          agreement.yaml | systems: [Invoice      | systems: [Invoices     | conops.yaml:15:15 PL413 no service has the system "Invoice portal"; did you mean "Invoices portal"?
          conops.yaml    | customer: {name: Bureau} | customer: {name: Bureaus} | conops.yaml:5:28 PL413 "Bureaus" is called "Bureau" in the agreement; write one name in both, or include the right document
          conops.yaml    | stands-for: business-owner | stands-for: business-ower | conops.yaml:6:65 PL303 no role of M3 is called "business-ower"; did you mean "business-owner"?
          conops.yaml    | Approver, party: customer | Approver, party: custmer | conops.yaml:6:43 PL303 no party is called "custmer"; did you mean "customer"?
          conops.yaml    | calendars: {four       | calendars: {work       | conops.yaml:7:13 PL413 the agreement has another calendar of this id, and that one holds; leave it out here, or give it an id of its own#conops.yaml:8:19 PL303 no calendar is called "four"; write one of work, always, or define it
          conops.yaml    | customer: four         | custommer: four        | conops.yaml:8:20 PL303 no party is called "custommer"; did you mean "customer"?
          conops.yaml    | customer/approver      | customer/aprover       | conops.yaml:10:43 PL303 no role is called "aprover"; did you mean "approver"?
          conops.yaml    | [qsmo, provider]       | [qsmo, providr]        | conops.yaml:10:79 PL303 no party or role is called "providr"; did you mean "provider"?
          conops.yaml    | area: payables         | area: payable          | conops.yaml:14:11 PL303 no area is called "payable"; did you mean "payables"?
          conops.yaml    | as-is: customer, to-be: provider, before | as-is: costumer, to-be: provider, before | conops.yaml:17:41 PL303 no party is called "costumer"; did you mean "customer"?
          conops.yaml    | to-be: treasury        | to-be: treasure        | conops.yaml:18:47 PL303 no party is called "treasure"; did you mean "treasury"?
          conops.yaml    | calendar: always       | calendar: fours        | conops.yaml:18:67 PL303 no calendar is called "fours"; did you mean "four"?
          conops.yaml    | id: disburse           | id: enter              | conops.yaml:18:14 PL304 two steps of the process are called "enter"; give one of them another id
          conops.yaml    | id: disburse           | id: disburse, after: entr | conops.yaml:18:31 PL303 no step is called "entr"; did you mean "enter"?
          conops.yaml    | id: enter              | id: enter, after: disburse | conops.yaml:17:28 PL328 the step "enter" waits for itself; name only steps that are done before it
          conops.yaml    | functional-lead        | functional-led         | conops.yaml:20:3 PL303 no party or role is called "functional-led"; did you mean "functional-lead"?
          conops.yaml    | does: [invoice/enter]  | does: [invoices/enter] | conops.yaml:20:46 PL303 no step is called "invoices/enter"; did you mean "invoice/enter"?
          conops.yaml    | to-be: provider}       | to-be: provider-two}   | conops.yaml:22:38 PL303 no party is called "provider-two"; write one of customer, treasury, provider, or define it
          offer.yaml     | records: bills         | records: bill          | offer.yaml:11:14 PL303 no record set is called "bill"; did you mean "bills"?
          offer.yaml     | stops: entered         | stops: enterd          | offer.yaml:12:38 PL303 no moment of bills is called "enterd"; did you mean "entered"?
          needs.yaml     | metric: entered        | metric: enter          | needs.yaml:5:49 PL303 no metric is called "enter"; did you mean "entered"?
          needs.yaml     | [invoice/enter]        | [invoice/pay]          | needs.yaml:5:66 PL303 no step is called "invoice/pay"; write one of invoice/enter, invoice/disburse, or define it
          success.yaml   | [entered]              | [entry]                | success.yaml:5:33 PL303 no metric is called "entry"; write one of entered, or define it
          """)
  void aNameThatIsNotDefinedIsToldWhereItStands(
      String file, String right, String wrong, String told) {
    Map<String, String> files = new HashMap<>(RIGHT);
    String text = java.util.Objects.requireNonNull(RIGHT.get(file));
    assertThat(text).contains(right);
    files.put(file, text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
    assertThat(found(files)).containsExactlyElementsOf(List.of(told.split("#")));
  }

  private static List<String> found(Map<String, String> files) {
    ReadAgreement read =
        AgreementYaml.read("agreement.yaml", String.valueOf(files.get("agreement.yaml")));
    CompanionYaml.Read included =
        CompanionYaml.included(
            read.agreement().orElseThrow(),
            path -> Optional.ofNullable(files.get(path)).map(text -> text.getBytes(UTF_8)),
            "agreement.yaml");
    assertThat(included.findings()).isEmpty();
    return DocumentNames.of(read.agreement().orElseThrow(), read.places(), included).stream()
        .map(DocumentNamesTest::line)
        .toList();
  }

  private static String line(Finding finding) {
    return finding.place().file()
        + ":"
        + finding.place().line()
        + ":"
        + finding.place().column()
        + " "
        + finding.code().id()
        + " "
        + finding.found()
        + "; "
        + finding.right();
  }
}
