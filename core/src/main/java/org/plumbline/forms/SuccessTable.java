package org.plumbline.forms;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.profile.Words;
import org.plumbline.profile.Yaml;

/**
 * Reads a table of success metrics with their baselines and targets, also one that stands in a Word
 * document embedded in a slide, as in the M3 template: the draft of a document of success metrics.
 */
public final class SuccessTable {

  /** What a column means. */
  private enum Column {
    NAME("name", "(?!.*(baseline|target)).*(metric|measure|indicator|kpi).*"),
    BASELINE("baseline", ".*\\bbaseline\\b.*|current( value)?"),
    TARGET("target", ".*\\b(target|goal)\\b.*"),
    MEDIAN("median of others", ".*\\b(median|benchmark)\\b.*"),
    SOURCE("source", ".*\\bsource\\b.*");

    private final String meaning;
    private final Pattern headings;

    Column(String meaning, String headings) {
      this.meaning = meaning;
      this.headings = Pattern.compile(headings);
    }

    static Optional<Column> of(String heading) {
      return EnumSet.of(BASELINE, TARGET, MEDIAN, SOURCE, NAME).stream()
          .filter(column -> column.headings.matcher(heading).matches())
          .findFirst();
    }
  }

  private static final Pattern ASKS = Pattern.compile("(?s)<<.*>>|");

  private SuccessTable() {}

  /**
   * Reads a form.
   *
   * @param file the file as it was named
   */
  public static Understood read(String file, List<FormTable> form) {
    for (FormTable table : form) {
      Optional<Headings<Column>> headings =
          Headings.find(
              table,
              Column.class,
              Column::of,
              known -> known.containsAll(Set.of(Column.NAME, Column.BASELINE, Column.TARGET)));
      if (headings.isPresent()) {
        return read(table, headings.get());
      }
    }
    return new Understood(
        "",
        List.of(),
        List.of(),
        List.of(
            Finding.of(
                FindingCode.FORM_NOT_UNDERSTOOD,
                Place.of(file),
                "no table has success metrics with a baseline and a target",
                "its headings are Metric, Baseline, Target")),
        "");
  }

  private static Understood read(FormTable table, Headings<Column> headings) {
    List<Understood.Column> columns = new ArrayList<>();
    headings
        .columns()
        .forEach(
            (column, at) ->
                columns.add(new Understood.Column(headings.line().text(at), column.meaning)));
    List<Understood.Row> rows = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Yaml yaml = new Yaml();
    yaml.note("Drafted from " + table.file() + ", " + table.label() + ".");
    yaml.note("A line marked check says what the table does not; go through each of them.");
    yaml.line("plumbline: 1");
    yaml.line("success-metrics: draft-success-metrics", "check: an id of your own");
    yaml.line("title: Baseline and target success metrics", "check");
    yaml.line("measures:");
    for (FormTable.Line line : headings.below(table)) {
      String name = Words.oneLine(headings.text(line, Column.NAME));
      if (name.isEmpty() || headings.repeats(line)) {
        continue;
      }
      String id = Words.id(name, taken);
      taken.add(id);
      yaml.line("  " + id + ":");
      area(line, headings).ifPresent(area -> yaml.line("    # " + area));
      yaml.line("    name: " + Yaml.value(name));
      List<String> notes = new ArrayList<>();
      String baseline = value(yaml, "baseline", headings.text(line, Column.BASELINE), notes);
      String target = value(yaml, "target", headings.text(line, Column.TARGET), notes);
      String median = headings.text(line, Column.MEDIAN);
      if (!ASKS.matcher(median).matches()) {
        yaml.line("    # median of others: " + Words.oneLine(median));
      }
      String source = Words.oneLine(headings.text(line, Column.SOURCE));
      if (!source.isEmpty()) {
        yaml.line("    source: " + Yaml.value(source));
      }
      yaml.line("    serves: []", "check: metrics of the agreement that serve it");
      rows.add(
          new Understood.Row(
              "row " + line.number(), name, "baseline " + baseline + ", target " + target, notes));
    }
    return new Understood(
        rows.size() + " success metrics in " + table.label(),
        columns,
        rows,
        List.of(),
        yaml.text());
  }

  /** The area of service in front of the name, where there is one. */
  private static Optional<String> area(FormTable.Line line, Headings<Column> headings) {
    return headings.column(Column.NAME) < 1
        ? Optional.empty()
        : Optional.of(Words.oneLine(line.text(0))).filter(text -> !text.isEmpty());
  }

  private static String value(Yaml yaml, String key, String written, List<String> notes) {
    if (ASKS.matcher(written).matches()) {
      notes.add("no " + key + " is written");
      return "open";
    }
    String value = Words.oneLine(written);
    yaml.line("    " + key + ": " + Yaml.value(value));
    return value;
  }
}
