package org.plumbline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.Workbooks;
import org.plumbline.finding.Finding;

/** Metrics against the measures of financial management, release FY2025. */
class AlignmentTest {

  private static final String BASE =
      """
      plumbline: 1
      agreement: small
      title: A small agreement
      zone: America/New_York
      parties:
        customer: {name: Customer}
        provider: {name: Provider}
        qsmo: {name: Office}
      performance-period: {from: 2026-10-01, until: 2027-09-30}
      period: {every: month}
      calendar: work
      calendars:
        work: {hours: {mon-fri: ["08:00-17:00"]}}
      records:
        budget-documents:
          case: [document-number]
          moments: {received: date, processed: date, entered: date}
          fields: {kind: text, amount: money}
        payments:
          case: [payment-number]
          moments: {paid: date}
          fields: {made-via-eft: flag, balancing: flag, kind: text}
        accounts:
          case: [number]
          moments: {reported: date}
          fields: {amount: money, out-of-balance: flag}
      metrics:
      """;

  /** FFM.010.010.0012: documents processed within 1 government work day of receipt, >=99%. */
  private static final String IN_TIME =
      """
        documents-in-time:
          name: Budget documents processed within one government workday
          performing: provider
          implements: {measure: FFM.010.010.0012%s}
          records: budget-documents
          clock: {starts: received, stops: processed}
          target: {within: 1 workday, at-least: 99%%}
      """;

  private static final Catalog FM = Workbooks.read("financial-management-fy2025");

  @Test
  void aMetricThatIsItsMeasureHasNoFindings() {
    assertThat(codes(IN_TIME.formatted(""))).isEmpty();
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("no measure of this name", "FFM.010.010.0012", "FFM.010.010.0099", "PL851"),
        change("a longer limit", "1 workday", "3 workdays", "PL856"),
        change("a smaller share", "99%", "98%", "PL856"),
        change("a share a hair smaller", "at-least: 99%", "at-least: 98.99%", "PL856"),
        change("a larger share is as good", "at-least: 99%", "at-least: 99.5%"),
        change("a shorter limit is as good", "within: 1 workday", "under: 1 workday"),
        change("calendar days", "1 workday", "1 day", "PL861"),
        change("a ceiling", "at-least: 99%", "at-most: 99%", "PL855"),
        change("nothing is promised", "{within: 1 workday, at-least: 99%}", "none", "PL856"),
        change(
            "a varying share with a weaker choice",
            "at-least: 99%",
            "at-least: [{from: 2026-10-01, is: 97%}, {from: 2027-01-01, is: 99%}]",
            "PL856"),
        change(
            "a rarer period", "    target:", "    period: {every: quarter}\n    target:", "PL859"),
        change("a more frequent one", "    target:", "    period: {every: week}\n    target:"),
        change("the customer performs", "performing: provider", "performing: customer", "PL860"),
        change(
            "another party answers",
            "    records:",
            "    accountable: provider\n    records:",
            "PL860"),
        change("another stop", "stops: processed", "stops: entered", "PL858"),
        change("another start", "starts: received", "starts: entered", "PL858"),
        change(
            "a part of the documents",
            "    clock:",
            "    qualifies: {amount: {above: 100.00 USD}}\n    clock:",
            "PL857"),
        change("other cases", "records: budget-documents", "records: payments", "PL854"),
        change("another label", "    records:", "    type: Quality\n    records:", "PL864"),
        change(
            "a count",
            "    target: {within: 1 workday, at-least: 99%}",
            "    figure: {count: cases}\n    target: none",
            "PL853",
            "PL856"),
        change(
            "it says so, without a reason",
            "FFM.010.010.0012",
            "FFM.010.010.0012, differs: {unit: line}",
            "PL862"));
  }

  private static Arguments change(String why, String from, String to, String... codes) {
    return Arguments.of(why, from, to, List.of(codes));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void eachDifferenceIsToldByItsCode(String why, String from, String to, List<String> expected) {
    String metric = IN_TIME.formatted("");
    assertThat(metric).contains(from);
    assertThat(codes(metric.replace(from, to)))
        .as(why)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatAMetricSaysItselfWithAReasonIsNotTold() {
    String metric =
        IN_TIME
            .formatted(", differs: {target: three days are agreed, stop: entry, reason: Volume}")
            .replace("1 workday", "3 workdays")
            .replace("stops: processed", "stops: entered");
    assertThat(codes(metric)).isEmpty();
  }

  @Test
  void whatIsToldNamesBothSidesAndTheMend() {
    Finding finding = findings(IN_TIME.formatted("").replace("99%", "98%")).get(0);
    assertThat(finding.found())
        .isEqualTo(
            "at least 98% asks for less than the measure FFM.010.010.0012 does: at least 99%"
                + " (>=99%)");
    assertThat(finding.right())
        .isEqualTo("ask for as much, or say it: differs: {target: …, reason: …}");
    assertThat(finding.place().path()).isEqualTo("metrics/documents-in-time/target/0/at-least");
  }

  @Test
  void aMeasureWhoseIdentifierStandsTwiceIsToldAndTheLikestCompared() {
    String metric =
        """
          balanced:
            name: Standard general ledger accounts with a normal balance
            performing: provider
            implements: {measure: FFM.100.010.0011}
            records: accounts
            clock: {stops: reported}
            figure: {share: {out-of-balance: false}}
            target: {at-least: 80%}
        """;
    assertThat(codes(metric)).containsExactlyInAnyOrder("PL852", "PL856");
  }

  @Test
  void aMeasureThatIsLeftOpenIsTold() {
    String metric =
        """
          changes:
            name: Service measure target adjustments by the customer
            performing: customer
            accountable: qsmo
            implements: {measure: FFM.000.000.0033}
            records: register/amendments
            clock: {stops: effective}
            figure: {share: {driver: customer-operations}}
            target: {at-most: 5%}
        """;
    assertThat(codes(metric)).containsExactly("PL865");
  }

  @Test
  void aLikelyMeasureIsNamedForAMetricWithoutOne() {
    String metric =
        IN_TIME.formatted("").replace("    implements: {measure: FFM.010.010.0012}\n", "");
    assertThat(findings(metric))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code().id()).isEqualTo("PL863");
              assertThat(finding.right()).contains("FFM.010.010.0012");
            });
    assertThat(codes(metric.replaceAll("name: .*", "name: Zebras fed on time"))).isEmpty();
  }

  @Test
  void threeHundredMetricsAreComparedWithThirteenHundredMeasuresAtOnce() {
    Catalog catalog = Workbooks.read("real-property-1.3");
    compare(300, catalog);
    compare(3_000, catalog);
  }

  private static void compare(int metrics, Catalog catalog) {
    List<Measure> measures = catalog.measures();
    StringBuilder text = new StringBuilder(BASE);
    for (int i = 0; i < metrics; i++) {
      Measure measure = measures.get(i * 7 % measures.size());
      boolean named = i % 2 == 0 && measure.id().matches("[A-Za-z0-9.-]+");
      text.append("  m").append(i).append(":\n    name: \"");
      text.append(measure.name().replaceAll("[^A-Za-z0-9 ]", " ").strip());
      text.append("\"\n    performing: provider\n");
      text.append(named ? "    implements: {measure: \"" + measure.id() + "\"}\n" : "");
      text.append("    records: budget-documents\n");
      text.append("    clock: {starts: received, stops: processed}\n");
      text.append("    target: {within: 4 days, at-least: 95%}\n");
    }
    ReadAgreement read = AgreementYaml.read("many.yaml", text.toString());
    long from = System.nanoTime();
    int found =
        Alignment.check(read.asFarAsRead().orElseThrow(), read.places(), List.of(catalog)).size();
    System.out.printf(
        "%,d metrics against %,d measures: %d ms%n",
        metrics, measures.size(), (System.nanoTime() - from) / 1_000_000);
    assertThat(found).isGreaterThan(metrics / 2);
  }

  private static List<String> codes(String metrics) {
    List<String> codes = new ArrayList<>();
    findings(metrics).forEach(finding -> codes.add(finding.code().id()));
    return codes;
  }

  private static List<Finding> findings(String metrics) {
    ReadAgreement read = AgreementYaml.read("small.yaml", BASE + metrics);
    assertThat(read.findings()).isEmpty();
    return Alignment.check(read.asFarAsRead().orElseThrow(), read.places(), List.of(FM));
  }
}
