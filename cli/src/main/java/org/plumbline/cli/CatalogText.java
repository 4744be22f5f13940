package org.plumbline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureChange;
import org.plumbline.catalog.MeasureSheet;
import org.plumbline.catalog.Target;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Severity;

/** A catalog of measures as lines of text, and its findings and changes as data. */
final class CatalogText {
  private static final int SHOWN = 3;

  private CatalogText() {}

  /** What is in a catalog, in a page. */
  static List<String> overview(Catalog catalog, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    lines.add(catalog.file() + ": " + count(catalog.measures().size(), "measure"));
    for (MeasureSheet sheet : catalog.sheets()) {
      List<Measure> measures = catalog.of(sheet);
      long firm = measures.stream().filter(measure -> measure.target().isFirm()).count();
      long several =
          measures.stream().filter(measure -> measure.target() instanceof Target.Tiers).count();
      long missing =
          measures.stream().filter(measure -> measure.target() instanceof Target.Missing).count();
      lines.add("");
      lines.add(
          "Sheet "
              + sheet.name()
              + (sheet.hidden() ? " (hidden)" : "")
              + ", header in row "
              + sheet.headerRow());
      lines.add(
          "  "
              + count(measures.size(), "measure")
              + ": "
              + firm
              + " with one firm target, "
              + several
              + " with several, "
              + missing
              + " without any, "
              + (measures.size() - firm - several - missing)
              + " left open or unreadable");
    }
    lines.add("");
    lines.add(summary(findings));
    lines.add("");
    lines.add("Next: --list, --search WORDS, --show ID, --check, --draft ID, --compare NEWER.xlsx");
    return lines;
  }

  /** A line a measure. */
  static List<String> list(List<Measure> measures, int width) {
    return measures.stream().map(CatalogText::line).map(line -> cut(line, width)).toList();
  }

  static String line(Measure measure) {
    String id = measure.id().isEmpty() ? "-" : measure.id().replaceAll("\\s+", " ");
    return id + "  " + measure.name() + "  [" + measure.target().words() + "]";
  }

  private static String cut(String line, int width) {
    String clean = line.replaceAll("\\p{Cc}", " ");
    return clean.length() <= width ? clean : clean.substring(0, width - 1) + "…";
  }

  /** All that the catalog says of measures. */
  static List<String> whole(List<Measure> measures, int width) {
    List<String> lines = new ArrayList<>();
    for (Measure measure : measures) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(cut(measure.label() + "  " + measure.name(), width));
      for (Column column : Column.values()) {
        if (measure.has(column) && column != Column.ID && column != Column.NAME) {
          labelled(column.word(), measure.text(column), lines, width);
        }
      }
      labelled("read as", measure.target().words(), lines, width);
      measure.others().forEach((header, text) -> labelled(header, text, lines, width));
      labelled("place", "sheet " + measure.sheet().name() + ", row " + measure.row(), lines, width);
    }
    return lines;
  }

  private static void labelled(String label, String text, List<String> lines, int width) {
    String head = "  " + (label + " ".repeat(18)).substring(0, Math.max(18, label.length())) + " ";
    lines.addAll(Lines.wrapped(text, head, " ".repeat(21), width));
  }

  /** What is wrong, code by code. */
  static List<String> check(Catalog catalog, List<Finding> findings, boolean all, int width) {
    List<String> lines = new ArrayList<>();
    if (all) {
      findings.forEach(finding -> lines.add(finding.toLine()));
    } else {
      Map<FindingCode, List<Finding>> byCode = new TreeMap<>();
      findings.forEach(
          finding ->
              byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(finding));
      byCode.forEach((code, found) -> code(code, found, lines, width));
    }
    if (!findings.isEmpty()) {
      lines.add("");
    }
    lines.add(catalog.file() + ": " + summary(findings));
    if (!findings.isEmpty()) {
      lines.add(
          "Why: plumbline check --explain "
              + findings.get(0).code().id()
              + (all ? "" : "; --all shows each finding"));
    }
    return lines;
  }

  private static void code(FindingCode code, List<Finding> found, List<String> lines, int width) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    String name = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    lines.add(code.id() + " " + name + ": " + found.size());
    for (Finding finding : found.subList(0, Math.min(SHOWN, found.size()))) {
      String head = "  row " + finding.place().line() + "  ";
      String label = finding.place().path().replaceFirst("/[a-z-]+$", "").replaceAll("\\s+", " ");
      String said = (label.isEmpty() ? "" : label + ": ") + finding.found();
      lines.addAll(Lines.wrapped(said, head, " ".repeat(head.length()), width));
    }
    if (found.size() > SHOWN) {
      lines.add("  and " + (found.size() - SHOWN) + " more");
    }
  }

  /** What changed, first in meaning, then only in words. */
  static List<String> changes(
      Catalog before, Catalog after, List<MeasureChange> changes, int width) {
    List<String> lines = new ArrayList<>();
    lines.add(
        before.file()
            + " → "
            + after.file()
            + ": "
            + of(changes, MeasureChange.Kind.ADDED).size()
            + " new, "
            + of(changes, MeasureChange.Kind.REMOVED).size()
            + " gone, "
            + of(changes, MeasureChange.Kind.CHANGED).size()
            + " changed in meaning, "
            + of(changes, MeasureChange.Kind.REWORDED).size()
            + " only in words");
    for (MeasureChange.Kind kind : MeasureChange.Kind.values()) {
      List<MeasureChange> found = of(changes, kind);
      if (!found.isEmpty()) {
        lines.add("");
        lines.add(heading(kind));
        found.forEach(change -> change(change, lines, width));
      }
    }
    return lines;
  }

  private static List<MeasureChange> of(List<MeasureChange> changes, MeasureChange.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  private static String heading(MeasureChange.Kind kind) {
    return switch (kind) {
      case ADDED -> "New";
      case REMOVED -> "Gone";
      case CHANGED -> "Changed in meaning";
      case REWORDED -> "Changed in words only";
    };
  }

  private static void change(MeasureChange change, List<String> lines, int width) {
    lines.add(cut("  " + change.id() + "  " + change.name(), width));
    for (MeasureChange.Part part : change.parts()) {
      if (part.meaning()) {
        String was = part.before().isEmpty() ? "nothing" : part.before();
        String is = part.after().isEmpty() ? "nothing" : part.after();
        lines.addAll(
            Lines.wrapped(part.what() + ": " + was + " → " + is, "    - ", "      ", width));
      }
    }
    for (Finding finding : change.findings()) {
      lines.addAll(
          Lines.wrapped(
              finding.code().id() + " " + finding.found() + "; " + finding.right(),
              "    ! ",
              "      ",
              width));
    }
  }

  private static String summary(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "nothing to find fault with";
    }
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long found = findings.stream().filter(each -> each.severity() == severity).count();
      if (found > 0) {
        parts.add(count(found, CheckCommand.word(severity)));
      }
    }
    return "found in the catalog itself: " + String.join(", ", parts);
  }

  private static String count(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  /** A finding as data. */
  static Map<String, Object> data(Finding finding) {
    Map<String, Object> entry = new LinkedHashMap<>();
    String[] file = finding.place().file().split("#", 2);
    entry.put("code", finding.code().id());
    entry.put("severity", CheckCommand.word(finding.severity()));
    entry.put("file", file[0]);
    entry.put("sheet", file.length > 1 ? file[1] : "");
    entry.put("row", finding.place().line());
    entry.put("column", finding.place().column());
    entry.put("measure", finding.place().path().replaceFirst("/[a-z-]+$", ""));
    entry.put("found", finding.found());
    entry.put("right", finding.right());
    return entry;
  }

  /** A change as data. */
  static Map<String, Object> data(MeasureChange change) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    entry.put("id", change.id());
    entry.put("name", change.name());
    List<Object> parts = new ArrayList<>();
    for (MeasureChange.Part part : change.parts()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("what", part.what());
      map.put("before", part.before());
      map.put("after", part.after());
      map.put("meaning", part.meaning());
      parts.add(map);
    }
    entry.put("parts", parts);
    entry.put("findings", change.findings().stream().map(CatalogText::data).toList());
    return entry;
  }
}
