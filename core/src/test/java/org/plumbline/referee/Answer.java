package org.plumbline.referee;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Measurement;

/**
 * What an agreement says of records.
 *
 * @param intervals by {@code METRIC|KEY|PART}, of cases whose clock has started
 */
record Answer(
    List<Measurement> measurements,
    List<CaseTotals> totals,
    List<CaseOutcome> outcomes,
    Map<String, List<CaseInterval>> intervals) {

  /** Measurements and totals alone. */
  Answer countsOnly() {
    return new Answer(measurements, totals, List.of(), Map.of());
  }

  /** For people who look for the reason of a difference. */
  String text() {
    StringBuilder text = new StringBuilder();
    outcomes.forEach(outcome -> text.append(outcome).append('\n'));
    new TreeMap<>(intervals)
        .forEach((id, list) -> text.append(id).append(' ').append(list).append('\n'));
    measurements.forEach(measurement -> text.append(measurement).append('\n'));
    totals.forEach(total -> text.append(total).append('\n'));
    return text.toString();
  }

  static String id(String metric, String key, int part) {
    return metric + "|" + key + "|" + part;
  }
}
