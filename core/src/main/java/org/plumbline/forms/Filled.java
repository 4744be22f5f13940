package org.plumbline.forms;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.plumbline.finding.Finding;
import org.plumbline.workbook.Cell;

/**
 * What is to be filled into a form.
 *
 * @param cells by sheet: cells by row, from 1, and column, from 0; only those that change
 * @param told what was done, in sentences
 * @param findings what has no place in the form, or is open
 */
public record Filled(
    Map<String, SortedMap<Long, SortedMap<Integer, Cell>>> cells,
    List<String> told,
    List<Finding> findings) {
  /** Copies the lists. */
  public Filled {
    cells = Map.copyOf(cells);
    told = List.copyOf(told);
    findings = List.copyOf(findings);
  }
}
