package org.plumbline.catalog.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureSheet;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/** A label is one of the values that the schema lists, written as it lists them. */
final class LabelsOfTheList implements MeasureRule {

  static final List<String> TYPES =
      List.of(
          "Availability",
          "Compliance",
          "Efficiency",
          "Quality",
          "Reliability",
          "Security",
          "Timeliness",
          "Usability",
          "Utilization",
          "Volume");

  private static final List<String> ORGANIZATIONS =
      List.of("Service Customer", "Service Provider", "Service Management Office");

  /** The closed lists of the FIBF service measure schema (legend sheets of its workbooks). */
  private static final Map<Column, List<String>> LISTS = new EnumMap<>(Column.class);

  static {
    LISTS.put(
        Column.CATEGORY,
        List.of(
            "Oversight Reporting", "Customer Facing", "QSMO Monitoring", "Provider Operations"));
    LISTS.put(Column.LEVEL, List.of("Activity Level", "Performance Level"));
    LISTS.put(Column.TYPE, TYPES);
    LISTS.put(Column.PERFORMING, ORGANIZATIONS);
    LISTS.put(Column.REPORTING, ORGANIZATIONS);
    LISTS.put(Column.ACCOUNTABLE, ORGANIZATIONS);
    LISTS.put(
        Column.FREQUENCY,
        List.of(
            "Monthly",
            "Quarterly",
            "Annually",
            "Bi-weekly",
            "Weekly",
            "per pay period",
            "at start-up"));
    LISTS.put(
        Column.METHOD,
        List.of(
            "Automated Reporting",
            "Direct Observation",
            "Inspection",
            "Sampling",
            "Surveillance",
            "Survey"));
    LISTS.put(
        Column.REPORTING_LEVEL,
        List.of("Marketplace", "Service Provider", "Service Customer", "Customer Component"));
    LISTS.put(
        Column.PRIORITY, List.of("Mandatory", "Optional", "Critical", "Important", "Nice-to-Have"));
    LISTS.put(
        Column.STATUS, List.of("In Discussion", "Existing", "Implementing", "Future", "Retired"));
  }

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (MeasureSheet sheet : catalog.sheets()) {
      List<Measure> measures = catalog.of(sheet);
      LISTS.forEach((column, list) -> column(measures, column, list, tell));
    }
  }

  /** One finding for each label, where it stands first. */
  private static void column(
      List<Measure> measures, Column column, List<String> list, Consumer<Finding> tell) {
    Map<String, List<Measure>> bearers = new LinkedHashMap<>();
    for (Measure measure : measures) {
      for (String label : labels(measure.text(column), column)) {
        bearers.computeIfAbsent(label, key -> new ArrayList<>()).add(measure);
      }
    }
    bearers.forEach(
        (label, found) -> {
          if (!list.contains(label)) {
            int rows = found.size();
            tell.accept(
                Finding.of(
                    FindingCode.LABEL_DRIFT,
                    found.get(0).place(column),
                    "the "
                        + column.word()
                        + " "
                        + Words.quoted(label)
                        + " is not in the list"
                        + (rows == 1 ? "" : " (" + rows + " rows)"),
                    right(label, list)));
          }
        });
  }

  private static List<String> labels(String text, Column column) {
    List<String> labels = new ArrayList<>();
    String whole = column == Column.FREQUENCY ? text.split(":", 2)[0] : text;
    String separators =
        column == Column.REPORTING_LEVEL
                || column == Column.PERFORMING
                || column == Column.REPORTING
            ? "[;\\n\\r]+| or "
            : "[\\n\\r]+";
    for (String part : whole.split(separators)) {
      String label = part.replaceAll("\\s+", " ").strip();
      if (!label.isEmpty() && !labels.contains(label)) {
        labels.add(label);
      }
    }
    return labels;
  }

  private static String right(String label, List<String> list) {
    return meant(label, list)
        .map(value -> "write " + value)
        .orElseGet(() -> "write one of " + String.join(", ", list));
  }

  /** The value of the list that is meant, if it can be told. */
  private static Optional<String> meant(String label, List<String> list) {
    String same = letters(label).replace("consumer", "customer");
    Optional<String> written =
        list.stream().filter(value -> letters(value).equals(same)).findFirst();
    return written
        .or(
            () ->
                list.stream().filter(value -> letters(value).equals("service" + same)).findFirst())
        .or(
            () ->
                list.stream()
                    .filter(value -> ("service" + letters(value)).equals(same))
                    .findFirst())
        .or(() -> list.stream().filter(value -> ("per" + same).equals(letters(value))).findFirst());
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
