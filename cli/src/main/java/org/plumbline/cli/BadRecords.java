package org.plumbline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Severity;
import org.plumbline.records.BadRow;
import org.plumbline.records.LoadOutcome;

/** Says why a load was refused: what is wrong with the files, and each bad row in a table. */
final class BadRecords {
  private static final int ROWS_TOLD = 50;

  private BadRecords() {}

  static InputRefused refusal(Path folder, LoadOutcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add("the records in " + folder + " were refused; nothing was evaluated");
    for (Finding finding : outcome.findings()) {
      // Bad rows stand in the table below.
      if (finding.severity() == Severity.ERROR && finding.code() != FindingCode.BAD_ROW) {
        lines.add(finding.toLine());
      }
    }
    if (outcome.report().badRowCount() > 0) {
      lines.add("");
      lines.addAll(table(outcome.report().badRows()));
      long more =
          outcome.report().badRowCount() - Math.min(ROWS_TOLD, outcome.report().badRows().size());
      if (more > 0) {
        lines.add(String.format(Locale.ENGLISH, "and %,d more", more));
      }
      lines.add("");
      lines.add(
          "Mend these rows; or go on with --keep-good: they then count as indeterminate, so that");
      lines.add("no figure gets better by it.");
    }
    return new InputRefused(String.join("\n", lines));
  }

  /** Aligned columns: file, row, column, value, reason. */
  static List<String> table(List<BadRow> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of("FILE", "ROW", "COLUMN", "VALUE", "REASON"));
    for (BadRow row : rows.subList(0, Math.min(ROWS_TOLD, rows.size()))) {
      cells.add(
          List.of(
              row.file(),
              Long.toString(row.row()),
              row.column(),
              printable(row.value()),
              row.reason() + (row.right().isEmpty() ? "" : ". " + row.right())));
    }
    int[] widths = new int[4];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> line : cells) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = line.get(i);
        String space = " ".repeat(widths[i] - cell.length());
        text.append(i == 1 ? space + cell : cell + space).append("  ");
      }
      lines.add(text.append(line.get(4)).toString());
    }
    return lines;
  }

  private static String printable(String value) {
    String clean = value.replaceAll("\\p{Cc}", " ");
    return clean.length() <= 40 ? clean : clean.substring(0, 37) + "...";
  }
}
