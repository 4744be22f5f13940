package org.plumbline.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Precision;
import org.plumbline.profile.Table.LeftOut;

/** Writes {@code records.yaml}: how the file is read, and which of its columns is what. */
final class BindingText {

  private static final int LONGEST_NOTE = 90;

  private final Profile profile;
  private final Source source;
  private final String agreement;
  private final String zone;
  private final Map<String, ColumnProfile> columns = new LinkedHashMap<>();
  private final List<ColumnProfile> read = new ArrayList<>();
  private final Yaml more = new Yaml();

  /**
   * A binding.
   *
   * @param agreement the id of the agreement, and of its only record set
   */
  BindingText(Profile profile, Source source, String agreement, String zone) {
    this.profile = profile;
    this.source = source;
    this.agreement = agreement;
    this.zone = zone;
  }

  /** A moment or field and its column. */
  BindingText column(String id, ColumnProfile column) {
    columns.put(id, column);
    read.add(column);
    return this;
  }

  /** A column that is read under another key. */
  BindingText reads(ColumnProfile column) {
    read.add(column);
    return this;
  }

  /** Lines of the set that stand at the end, indented by four. */
  Yaml more() {
    return more;
  }

  String text() {
    Yaml yaml = new Yaml();
    yaml.note(
        "Which column of the file is which. The parties need not sign this page: it may change");
    yaml.note("whenever the export does. The file itself stays as it was saved.");
    yaml.line("plumbline: 1");
    yaml.line("binds: " + agreement, "the agreement beside it");
    yaml.blank();
    yaml.line("sets:").line("  " + agreement + ":");
    yaml.line(
        "    files: " + Yaml.list(List.of(source.file())),
        "in the folder records; lay the next export beside it, and name it here");
    layout(yaml);
    cells(yaml);
    if (!columns.isEmpty()) {
      yaml.line("    columns:", "the agreement’s word: the file’s column");
      columns.forEach(
          (id, column) -> {
            String line = "      " + id + ": " + Yaml.value(column.name());
            if (column.reason().length() <= LONGEST_NOTE) {
              yaml.line(line, column.reason());
            } else {
              yaml.line(line);
            }
          });
    }
    values(yaml);
    return yaml.text() + more.text();
  }

  private void layout(Yaml yaml) {
    Table table = profile.table();
    if (!table.sheet().isEmpty()) {
      yaml.line("    sheet: " + Yaml.value(table.sheet()));
    }
    if (!table.headerFirst()) {
      yaml.line(
          "    header: " + table.headerRow(), "the row with the names; nothing above it is read");
    }
    source
        .separator()
        .ifPresent(
            mark -> yaml.line("    separator: " + (mark == '\t' ? "tab" : "\"" + mark + "\"")));
    source.encoding().ifPresent(name -> yaml.line("    encoding: " + name));
    Map<String, List<String>> ignored = new LinkedHashMap<>();
    for (LeftOut row : table.leftOut()) {
      List<String> texts = ignored.computeIfAbsent(row.column(), each -> new ArrayList<>());
      String text = row.text() + (row.beginning() ? "*" : "");
      if (!texts.contains(text)) {
        texts.add(text);
      }
    }
    if (!ignored.isEmpty()) {
      yaml.line(
          "    ignore: " + Yaml.lists(ignored),
          "rows that are no records; each is counted and told");
    }
  }

  private void cells(Yaml yaml) {
    Set<String> dates = new LinkedHashSet<>();
    Set<String> times = new LinkedHashSet<>();
    boolean iso = true;
    boolean clocks = false;
    for (ColumnProfile column : read) {
      if (column.time().isPresent()) {
        TimeColumn time = column.time().get();
        dates.addAll(time.dates());
        times.addAll(time.times());
        iso &= time.allIso();
        clocks |= time.precision() != Precision.DATE || !time.times().isEmpty();
      }
    }
    if (!iso) {
      patterns(yaml, "dates", dates, "how dates are written");
      patterns(yaml, "times", times, "how times are written");
    }
    if (clocks) {
      yaml.line("    zone: " + zone, "where the times were written down");
    }
    Optional<Character> decimal =
        read.stream().flatMap(column -> column.field().decimal().stream()).findFirst();
    decimal.ifPresent(
        mark ->
            yaml.line(
                "    decimal: \"" + mark + "\"",
                "the decimal mark; groups of digits are set apart by the other"));
    Set<String> nothing = nothing();
    if (!nothing.isEmpty()) {
      nothing.add("");
      yaml.line("    unknown: " + Yaml.list(nothing), "cells that mean: not known, or not yet");
    }
  }

  private static void patterns(Yaml yaml, String key, Set<String> patterns, String note) {
    if (!patterns.isEmpty()) {
      String one = Yaml.value(patterns.iterator().next());
      yaml.line("    " + key + ": " + (patterns.size() == 1 ? one : Yaml.list(patterns)), note);
    }
  }

  /** Texts for nothing in columns of times and numbers that are no words of another column. */
  private Set<String> nothing() {
    Set<String> texts = new TreeSet<>();
    for (ColumnProfile column : read) {
      if (column.time().isPresent() || column.field().isNumber()) {
        profile.table().cells(column.position()).stream()
            .filter(cell -> !cell.isEmpty() && Cells.isNothing(cell))
            .forEach(texts::add);
      }
    }
    for (ColumnProfile column : read) {
      if (column.is(ColumnProfile.Kind.STATE)) {
        texts.removeAll(profile.table().cells(column.position()));
      }
    }
    return texts;
  }

  private void values(Yaml yaml) {
    boolean first = true;
    for (Map.Entry<String, ColumnProfile> entry : columns.entrySet()) {
      Map<String, String> codes = entry.getValue().field().codes();
      if (!codes.isEmpty()) {
        if (first) {
          yaml.line("    values:", "the file’s codes: the agreement’s words");
        }
        first = false;
        List<String> pairs = new ArrayList<>();
        new java.util.TreeMap<>(codes)
            .forEach((code, word) -> pairs.add("\"" + code + "\": \"" + word + "\""));
        yaml.line("      " + entry.getKey() + ": {" + String.join(", ", pairs) + "}");
      }
    }
  }
}
