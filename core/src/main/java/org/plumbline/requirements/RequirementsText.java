package org.plumbline.requirements;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.companion.Requirements;
import org.plumbline.requirements.RequirementsMatrix.Column;
import org.plumbline.requirements.RequirementsMatrix.MatrixRow;

/** The document {@code requirements} made of a matrix; links made by people are kept. */
public final class RequirementsText {

  private static final Set<String> PRIORITIES =
      Set.of("mandatory", "desirable", "optional", "deferred");

  private RequirementsText() {}

  /**
   * The text of the document.
   *
   * @param before the document as it was, whose links to metrics, steps and clauses are kept
   */
  public static String of(
      String id, String title, RequirementsMatrix matrix, Optional<Requirements> before) {
    List<String> lines = new ArrayList<>();
    lines.add("plumbline: 1");
    lines.add("requirements: " + id);
    lines.add("title: " + quoted(title));
    lines.add("needs:");
    Set<String> written = new LinkedHashSet<>();
    for (MatrixRow row : matrix.rows()) {
      if (written.add(row.id())) {
        need(row, before, lines);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void need(MatrixRow row, Optional<Requirements> before, List<String> lines) {
    lines.add("  " + row.id() + ":");
    lines.add("    text: " + quoted(row.text(Column.TEXT)));
    put("area", row.text(Column.AREA), lines);
    String priority = row.text(Column.PRIORITY).toLowerCase(Locale.ROOT);
    put("priority", PRIORITIES.contains(priority) ? priority : "", lines);
    String gap = row.text(Column.FIT).equalsIgnoreCase("gap") ? "; a gap" : "";
    String scope =
        row.text(Column.SCOPE).toLowerCase(Locale.ROOT).startsWith("out") ? "; out of scope" : "";
    put("source", row.text(Column.ID) + gap + scope, lines);
    Requirements.Requirement known =
        before.map(document -> document.requirements().get(row.id())).orElse(null);
    if (known != null && !known.metrics().isEmpty()) {
      lines.add("    metric: [" + String.join(", ", known.metrics()) + "]");
    }
    if (known != null && !known.steps().isEmpty()) {
      lines.add("    steps: [" + String.join(", ", known.steps()) + "]");
    }
    if (known != null && !known.clauses().isEmpty()) {
      lines.add("    clause: [" + String.join(", ", known.clauses()) + "]");
    }
  }

  private static void put(String key, String text, List<String> lines) {
    if (!text.isBlank()) {
      lines.add("    " + key + ": " + quoted(text));
    }
  }

  /** A text in one line, in double quotes where it is more than words. */
  private static String quoted(String text) {
    String line = text.strip().replaceAll("[\\s\\p{Cc}]+", " ");
    boolean plain =
        line.matches("[A-Za-z][A-Za-z0-9 ,./()-]*") && !line.matches("(?i)true|false|null|yes|no");
    return plain && !line.contains(": ") && !line.contains(" #")
        ? line
        : "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
