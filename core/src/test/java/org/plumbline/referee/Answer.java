package org.plumbline.referee;

import java.util.List;
import java.util.Map;
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

  static String id(String metric, String key, int part) {
    return metric + "|" + key + "|" + part;
  }
}
