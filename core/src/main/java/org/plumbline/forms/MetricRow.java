package org.plumbline.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.catalog.Measure;
import org.plumbline.finding.Finding;

/**
 * One metric as it was understood.
 *
 * @param id its id in the draft
 * @param set what its cases are called
 * @param moments moments of its record set and their precision
 * @param fields fields of its record set and their types
 * @param lines of the metric, below its name
 * @param understood in words
 * @param notes what is open, or was decided for want of words
 * @param kept texts of columns that are not known
 */
record MetricRow(
    String id,
    Measure measure,
    String set,
    Map<String, String> moments,
    Map<String, String> fields,
    List<String> lines,
    String understood,
    List<String> notes,
    List<String> kept,
    List<Finding> findings) {

  MetricRow {
    moments = new LinkedHashMap<>(moments);
    fields = new LinkedHashMap<>(fields);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    kept = List.copyOf(kept);
    findings = List.copyOf(findings);
  }
}
