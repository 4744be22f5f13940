package org.plumbline.rounds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.compile.CompiledSet;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Measurement;
import org.plumbline.finding.Finding;
import org.plumbline.judge.Results;
import org.plumbline.records.StoredSet;

/**
 * An agreement evaluated over its records.
 *
 * @param sets by metric the record set over which it was counted
 * @param compiled by metric the plan that counted it; several metrics share one
 * @param measurements of all metrics that are evaluated
 * @param totals where all cases went, of metrics that are no stocks
 * @param results what the measurements mean, before what parties declare or contest
 * @param findings what is to be said of the records: declarations without effect
 */
public record Evaluated(
    Map<String, StoredSet> sets,
    Map<String, CompiledSet> compiled,
    List<Measurement> measurements,
    List<CaseTotals> totals,
    Results results,
    List<Finding> findings) {

  /** Copies lists and maps. */
  public Evaluated {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    compiled = Collections.unmodifiableMap(new LinkedHashMap<>(compiled));
    measurements = List.copyOf(measurements);
    totals = List.copyOf(totals);
    findings = List.copyOf(findings);
  }
}
