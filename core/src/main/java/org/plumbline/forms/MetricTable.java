package org.plumbline.forms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureSheet;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.profile.Words;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.FilledWorkbook;

/**
 * A table of metrics as somebody typed it in Excel or Word, made the draft of an agreement. Nothing
 * is guessed in silence: what the words do not tell is to be agreed, or stands on a line marked
 * {@code check}.
 */
public final class MetricTable {

  private static final int MOST_METRICS = 1_000;

  private final FormTable table;
  private final Headings<MetricColumn> headings;
  private final DraftTerms terms;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Understood.Row> rows = new ArrayList<>();
  private final List<MetricRow> metrics = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private String group = "";

  private MetricTable(FormTable table, Headings<MetricColumn> headings, DraftTerms terms) {
    this.table = table;
    this.headings = headings;
    this.terms = terms;
  }

  /**
   * Makes a draft of the table that has most of what a metric needs.
   *
   * @param file the file as it was named
   * @param tables its sheets or tables
   * @param terms what the table cannot say
   */
  public static Understood read(String file, List<FormTable> tables, DraftTerms terms) {
    Optional<MetricTable> best = Optional.empty();
    List<String> others = new ArrayList<>();
    for (FormTable table : tables) {
      Optional<MetricTable> found =
          find(table).map(headings -> new MetricTable(table, headings, terms));
      if (found.isPresent()) {
        others.add(table.label());
        boolean better =
            best.isEmpty()
                || found.get().headings.columns().size() > best.get().headings.columns().size();
        best = better ? found : best;
      }
    }
    if (best.isEmpty()) {
      return nothing(file);
    }
    others.remove(best.get().table.label());
    return best.get().made(others);
  }

  private static Understood nothing(String file) {
    Finding finding =
        Finding.of(
            FindingCode.FORM_NOT_UNDERSTOOD,
            Place.of(file),
            "no table has a row of headings with a metric and its target",
            "write one metric a row, below headings such as Metric, Definition, Target, Frequency,"
                + " Responsible");
    return new Understood("", List.of(), List.of(), List.of(finding), "");
  }

  /** The row of headings with most that is known. */
  private static Optional<Headings<MetricColumn>> find(FormTable table) {
    Optional<Headings<MetricColumn>> best = Optional.empty();
    for (int i = 0; i < Math.min(40, table.lines().size() - 1); i++) {
      Map<MetricColumn, Integer> columns = columns(table, i);
      boolean enough =
          columns.containsKey(MetricColumn.NAME)
              && (columns.containsKey(MetricColumn.TARGET)
                  || columns.containsKey(MetricColumn.LIMIT)
                  || columns.containsKey(MetricColumn.MINIMUM));
      if (enough && (best.isEmpty() || best.get().columns().size() < columns.size())) {
        best = Optional.of(new Headings<>(i, columns, table.lines().get(i)));
      }
    }
    return best;
  }

  private static Map<MetricColumn, Integer> columns(FormTable table, int at) {
    Map<MetricColumn, Integer> columns = new EnumMap<>(MetricColumn.class);
    List<Integer> named = new ArrayList<>();
    FormTable.Line line = table.lines().get(at);
    for (int i = 0; i < line.cells().size(); i++) {
      int column = i;
      String heading = Headings.plain(line.text(i));
      if (!heading.isEmpty() && heading.length() <= 80) {
        Optional<MetricColumn> meaning = MetricColumn.of(heading);
        if (meaning.filter(MetricColumn.NAME::equals).isPresent()) {
          named.add(i);
        } else {
          meaning.ifPresent(known -> columns.putIfAbsent(known, column));
        }
      }
    }
    // A heading such as SLA or Performance metric may head the values, where no other does.
    boolean valued =
        columns.containsKey(MetricColumn.TARGET) || columns.containsKey(MetricColumn.LIMIT);
    boolean other = named.size() > 1 || columns.containsKey(MetricColumn.DESCRIPTION);
    if (!valued
        && other
        && !named.isEmpty()
        && holdsValues(table, at, named.get(named.size() - 1))) {
      columns.put(MetricColumn.TARGET, named.remove(named.size() - 1));
    }
    if (!named.isEmpty()) {
      columns.put(MetricColumn.NAME, named.get(0));
    }
    if (named.size() > 1) {
      columns.putIfAbsent(MetricColumn.DESCRIPTION, named.get(1));
    }
    if (!columns.containsKey(MetricColumn.NAME)) {
      Integer instead = columns.remove(MetricColumn.DESCRIPTION);
      instead = instead == null ? columns.remove(MetricColumn.CATEGORY) : instead;
      if (instead != null) {
        columns.put(MetricColumn.NAME, instead);
      }
    }
    return columns;
  }

  private static boolean holdsValues(FormTable table, int at, int column) {
    List<String> cells =
        table.lines().subList(at + 1, table.lines().size()).stream()
            .map(line -> line.text(column))
            .filter(text -> !text.isEmpty())
            .toList();
    long values = cells.stream().filter(text -> text.matches("(?s).*\\d.*")).count();
    return !cells.isEmpty() && values * 2 > cells.size();
  }

  private Understood made(List<String> others) {
    List<FormTable.Line> below =
        headings.below(table).stream().filter(line -> filled(line) > 0).toList();
    for (int i = 0; i < below.size(); i++) {
      line(below.get(i), i + 1 < below.size() && filled(below.get(i + 1)) > 1);
    }
    if (metrics.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.FORM_NOT_UNDERSTOOD,
              table.place(),
              "there is no metric below the headings",
              "write one metric a row below the row of headings"));
    }
    String also = others.isEmpty() ? "" : "; not read: " + String.join(", ", others);
    String what =
        Words.counted(metrics.size(), "metric")
            + " in "
            + table.label()
            + ", headings in row "
            + headings.line().number()
            + also;
    String text = metrics.isEmpty() ? "" : new MetricDraftText(table, terms, metrics).text();
    return new Understood(what, told(), rows, findings, text);
  }

  private List<Understood.Column> told() {
    List<Understood.Column> told = new ArrayList<>();
    for (int i = 0; i < headings.line().cells().size(); i++) {
      String heading = Words.oneLine(headings.line().text(i));
      if (!heading.isEmpty()) {
        told.add(new Understood.Column(heading, meaning(i)));
      }
    }
    return told;
  }

  private String meaning(int column) {
    return headings.columns().entrySet().stream()
        .filter(each -> each.getValue() == column)
        .map(each -> each.getKey().word())
        .findFirst()
        .orElse("not known; kept as a comment");
  }

  private static long filled(FormTable.Line line) {
    return line.cells().stream().map(Cell::text).filter(text -> !text.isBlank()).distinct().count();
  }

  /**
   * A row.
   *
   * @param leads whether rows of more than one text follow it
   */
  private void line(FormTable.Line line, boolean leads) {
    String name = headings.text(line, MetricColumn.NAME);
    if (headings.repeats(line)) {
      return;
    }
    if (leads && filled(line) == 1 && !(line.text(0) + name).isEmpty()) {
      group = Words.oneLine(line.text(0).isEmpty() ? name : line.text(0));
      rows.add(
          new Understood.Row(row(line), group, "a heading of the rows below: category", List.of()));
      return;
    }
    if (!line.fault().isEmpty() || name.isEmpty() || metrics.size() == MOST_METRICS) {
      String found =
          line.fault().isEmpty()
              ? name.isEmpty() ? "the row names no metric" : "there are more than 1000 metrics"
              : line.fault();
      findings.add(
          Finding.of(
              FindingCode.ROW_LEFT_OUT,
              table.place(line.number(), headings.column(MetricColumn.NAME)),
              found,
              "write what is measured under "
                  + Words.shown(headings.line().text(headings.column(MetricColumn.NAME)))
                  + ", as a value"));
      rows.add(new Understood.Row(row(line), name, "left out", List.of(found)));
      return;
    }
    metric(line, Words.oneLine(name));
  }

  private void metric(FormTable.Line line, String name) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    for (MetricColumn column : headings.columns().keySet()) {
      String text = headings.text(line, column);
      if (!text.isEmpty() && column.column() != Column.TARGET) {
        texts.put(column.column(), text);
      }
    }
    if (!group.isEmpty()) {
      texts.putIfAbsent(Column.CATEGORY, group);
    }
    String target = headings.text(line, MetricColumn.TARGET);
    String limit = headings.text(line, MetricColumn.LIMIT);
    Cell cell =
        headings.columns().containsKey(MetricColumn.TARGET)
            ? line.cell(headings.column(MetricColumn.TARGET))
            : Cell.EMPTY;
    if (!limit.isEmpty()) {
      cell = Cell.text(target.isEmpty() ? limit : shown(cell) + " within " + limit);
    }
    if (cell.text().isBlank() && texts.containsKey(Column.DESCRIPTION)) {
      cell = Cell.EMPTY;
    }
    texts.put(Column.TARGET, cell.text().strip());
    texts.values().removeIf(String::isEmpty);
    MeasureSheet sheet =
        new MeasureSheet(table.file(), table.name(), false, headings.line().number(), Map.of());
    Measure measure = Measure.of(sheet, line.number(), texts, cell);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < line.cells().size(); i++) {
      if (!headings.columns().containsValue(i) && !line.text(i).isEmpty()) {
        String heading = Words.oneLine(headings.line().text(i));
        kept.add(
            (heading.isEmpty() ? FilledWorkbook.column(i) : heading)
                + ": "
                + Words.oneLine(line.text(i)));
      }
    }
    String minimum = headings.text(line, MetricColumn.MINIMUM);
    if (!minimum.isEmpty()) {
      kept.add("Minimum: " + Words.oneLine(minimum));
    }
    String id = Words.id(name, taken);
    taken.add(id);
    MetricRow metric = new MetricRowReading(table, headings, line, measure, terms).read(id, kept);
    metrics.add(metric);
    findings.addAll(metric.findings());
    rows.add(new Understood.Row(row(line), name, metric.understood(), metric.notes(), said(line)));
  }

  /** What stands below the headings that are known, but for the name. */
  private String said(FormTable.Line line) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < headings.line().cells().size(); i++) {
      String text = Words.oneLine(shown(line.cell(i)));
      if (headings.columns().containsValue(i)
          && i != headings.column(MetricColumn.NAME)
          && !text.isEmpty()) {
        said.add(Words.oneLine(headings.line().text(i)) + ": " + text);
      }
    }
    return String.join("; ", said);
  }

  /** A number of a cell as the sheet shows it: 0.95 as 95 % where it is formatted so. */
  private static String shown(Cell cell) {
    boolean percent = cell.kind() == Cell.Kind.NUMBER && cell.format().contains("%");
    return percent
        ? new java.math.BigDecimal(cell.text())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString()
            + "%"
        : cell.text();
  }

  private String row(FormTable.Line line) {
    return "row " + line.number();
  }
}
