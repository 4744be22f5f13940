package org.plumbline.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.catalog.Column;
import org.plumbline.profile.Words;
import org.plumbline.profile.Yaml;

/** The text of an agreement drafted from a table of metrics. */
final class MetricDraftText {

  private final FormTable table;
  private final DraftTerms terms;
  private final List<MetricRow> metrics;
  private final Yaml yaml = new Yaml();

  MetricDraftText(FormTable table, DraftTerms terms, List<MetricRow> metrics) {
    this.table = table;
    this.terms = terms;
    this.metrics = metrics;
  }

  String text() {
    Map<MetricRow, String> sets = sets();
    yaml.note("Drafted from " + table.file() + ", " + table.label() + ".");
    yaml.note("A line marked check says what the table does not; go through each of them.");
    yaml.line("plumbline: 1");
    yaml.line("agreement: draft", "check: an id of your own");
    yaml.line("title: Service level agreement", "check");
    yaml.line(
        "zone: " + terms.zone().orElse("America/New_York"),
        terms.zone().isPresent() ? "dates are read in it" : "check: whose days are meant");
    yaml.line("parties:");
    party("customer", terms.customer().orElse("The customer"), terms.customer().isPresent());
    party("provider", terms.provider().orElse("The provider"), terms.provider().isPresent());
    boolean given = terms.from().isPresent() && terms.until().isPresent();
    yaml.line(
        "performance-period: {from: " + terms.firstDay() + ", until: " + terms.lastDay() + "}",
        given ? "first and last day" : "check: first and last day");
    yaml.line("period: {every: month}", "unless a metric says otherwise");
    if (metrics.stream()
        .anyMatch(metric -> String.join("\n", metric.lines()).contains("workday"))) {
      yaml.line("calendar: workdays", "check: whose workdays are meant");
      yaml.line("calendars:");
      yaml.line(
          "  workdays: {hours: {mon-fri: [\"08:00-17:00\"]}, holidays: [us-federal]}", "check");
    }
    yaml.blank().line("records:");
    records(sets);
    yaml.blank().line("metrics:");
    metrics.forEach(metric -> metric(metric, sets.getOrDefault(metric, metric.set())));
    return yaml.text();
  }

  private void party(String id, String name, boolean given) {
    String line = "  " + id + ": {name: " + Yaml.value(name) + "}";
    if (given) {
      yaml.line(line);
    } else {
      yaml.line(line, "check: the name");
    }
  }

  /** Metrics with the same cases share a set; others of the same name get a number. */
  private Map<MetricRow, String> sets() {
    Map<MetricRow, String> names = new LinkedHashMap<>();
    Map<String, MetricRow> first = new LinkedHashMap<>();
    for (MetricRow metric : metrics) {
      String name = metric.set();
      for (int number = 2; differs(first.get(name), metric); number++) {
        name = metric.set() + "-" + number;
      }
      first.putIfAbsent(name, metric);
      names.put(metric, name);
    }
    return names;
  }

  private static boolean differs(
      @org.jspecify.annotations.Nullable MetricRow other, MetricRow metric) {
    return other != null
        && !(other.moments().equals(metric.moments()) && other.fields().equals(metric.fields()));
  }

  private void records(Map<MetricRow, String> sets) {
    List<String> written = new ArrayList<>();
    for (MetricRow metric : metrics) {
      String set = sets.getOrDefault(metric, metric.set());
      if (written.contains(set)) {
        continue;
      }
      written.add(set);
      yaml.line("  " + set + ":");
      yaml.line("    case: [number]", "check: which fields name one case");
      yaml.line("    moments: " + map(metric.moments()), "check: what your records hold");
      if (!metric.fields().isEmpty()) {
        yaml.line("    fields: " + map(metric.fields()), "check");
      }
      String source = Words.oneLine(metric.measure().text(Column.SOURCE));
      if (!source.isEmpty()) {
        yaml.line(
            "    delivery: {supplied-by: provider, source: " + Yaml.value(source) + "}", "check");
      }
    }
  }

  private static String map(Map<String, String> map) {
    List<String> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(key + ": " + value));
    return "{" + String.join(", ", entries) + "}";
  }

  private void metric(MetricRow metric, String set) {
    yaml.line("  " + metric.id() + ":");
    comment("row " + metric.measure().row() + ", target: " + said(metric));
    if (metric.measure().has(Column.DESCRIPTION)) {
      comment(metric.measure().text(Column.DESCRIPTION));
    }
    if (metric.measure().has(Column.FORMULA)) {
      comment("Formula: " + metric.measure().text(Column.FORMULA));
    }
    if (metric.measure().has(Column.METHOD)) {
      comment("Method: " + metric.measure().text(Column.METHOD));
    }
    metric.kept().forEach(this::comment);
    metric.notes().forEach(note -> comment("check: " + note));
    yaml.line("    name: " + Yaml.value(metric.measure().name()));
    yaml.line("    records: " + set);
    metric.lines().forEach(line -> yaml.line("    " + line));
  }

  private static String said(MetricRow metric) {
    String target = metric.measure().text(Column.TARGET);
    return target.isEmpty() ? "none" : target;
  }

  private void comment(String text) {
    yaml.line("    # " + Words.oneLine(text));
  }
}
