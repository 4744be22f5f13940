package org.plumbline.referee;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.calendar.ReportingPeriod;

/**
 * An agreement with records of its record set, to be evaluated as of an instant.
 *
 * @param head the text of the agreement up to its metrics
 * @param metrics the text of each metric
 * @param more records of other sets, those of the register among them
 */
record Scenario(
    long seed,
    String head,
    Map<String, String> metrics,
    RefereeRecords records,
    List<RefereeRecords> more,
    Instant asOf) {

  /** The text of the agreement. */
  String text() {
    return head
        + metrics.entrySet().stream()
            .map(entry -> "  " + entry.getKey() + ": " + entry.getValue() + "\n")
            .collect(Collectors.joining("", "metrics:\n", ""));
  }

  Agreement agreement() {
    ReadAgreement read = AgreementYaml.read("agreement.yaml", text());
    return read.agreement()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "seed "
                        + seed
                        + " gives an agreement that cannot be read: "
                        + read.findings()
                        + "\n"
                        + text()));
  }

  /** The reporting periods of each metric over the whole performance period. */
  static Map<String, List<ReportingPeriod>> periods(Agreement agreement) {
    Map<String, List<ReportingPeriod>> periods = new LinkedHashMap<>();
    agreement
        .metrics()
        .forEach((id, metric) -> periods.put(id, Windows.periods(agreement, metric)));
    return periods;
  }

  Answer interpreted() {
    Agreement agreement = agreement();
    return Interpreter.evaluate(agreement, files(), periods(agreement), asOf);
  }

  /** All records by set. */
  Map<String, RefereeRecords> files() {
    Map<String, RefereeRecords> files = new LinkedHashMap<>();
    files.put(records.set(), records);
    more.forEach(one -> files.put(one.set(), one));
    return files;
  }

  Scenario withMetrics(Map<String, String> fewer) {
    return new Scenario(seed, head, fewer, records, more, asOf);
  }

  Scenario withCases(List<RefereeCase> fewer) {
    return new Scenario(
        seed,
        head,
        metrics,
        new RefereeRecords(records.set(), records.eventLog(), records.skewMicros(), fewer),
        more,
        asOf);
  }
}
