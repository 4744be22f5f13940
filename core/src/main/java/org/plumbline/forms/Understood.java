package org.plumbline.forms;

import java.util.List;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;

/**
 * What was made of a file, and why.
 *
 * @param what one sentence: what was found where
 * @param columns what each column was taken for
 * @param rows what each row was taken for
 * @param findings what was not understood, at its place
 * @param text the document that was made of it; empty if nothing could be made
 */
public record Understood(
    String what, List<Column> columns, List<Row> rows, List<Finding> findings, String text) {

  /** Copies the lists. */
  public Understood {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
  }

  /** A column: its heading, and what it was taken for. */
  public record Column(String heading, String meaning) {}

  /**
   * A row.
   *
   * @param place where it stands, such as {@code row 5}
   * @param name what it calls itself
   * @param understood what it was taken for
   * @param notes what is open or was decided for want of words
   * @param said what stands in it below known headings, as it is written; empty where that is not
   *     told
   */
  public record Row(String place, String name, String understood, List<String> notes, String said) {
    /** Copies the list. */
    public Row {
      notes = List.copyOf(notes);
    }

    /** One whose words are not told. */
    public Row(String place, String name, String understood, List<String> notes) {
      this(place, name, understood, notes, "");
    }
  }

  /** Whether nothing could be made of it. */
  public boolean isRefused() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
