package org.plumbline.catalog.review;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/** Level, type and name of a measure say the same. */
final class LabelsAgree implements MeasureRule {

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (Measure measure : catalog.measures()) {
      String type = measure.text(Column.TYPE);
      boolean performs =
          measure.text(Column.LEVEL).toLowerCase(Locale.ROOT).contains("performance");
      if (type.equalsIgnoreCase("Volume") && performs) {
        told(
            measure,
            Column.LEVEL,
            "a volume is workload, and the level is " + measure.text(Column.LEVEL),
            "write Activity Level, or another type",
            tell);
      } else if (type.equalsIgnoreCase("Timeliness") && measure.isWorkload()) {
        told(
            measure,
            Column.LEVEL,
            "timeliness is an outcome, and the level is " + measure.text(Column.LEVEL),
            "write Performance Level, or another type",
            tell);
      }
      name(measure, type, tell);
    }
  }

  private static void name(Measure measure, String type, Consumer<Finding> tell) {
    String[] words = measure.name().split("\\W+");
    String last = words.length == 0 ? "" : words[words.length - 1];
    List<String> types = LabelsOfTheList.TYPES;
    boolean named = types.stream().anyMatch(last::equalsIgnoreCase);
    boolean typed = types.stream().anyMatch(type::equalsIgnoreCase);
    if (named && typed && !last.equalsIgnoreCase(type)) {
      told(
          measure,
          Column.TYPE,
          "the name ends with " + last + ", and the type is " + type,
          "end the name with its type, or mend the type",
          tell);
    }
  }

  private static void told(
      Measure measure, Column column, String found, String right, Consumer<Finding> tell) {
    tell.accept(Finding.of(FindingCode.LABELS_DISAGREE, measure.place(column), found, right));
  }
}
