package org.plumbline.catalog.review;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureKind;
import org.plumbline.catalog.MeasureSheet;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Severity;

/** A measure has a description, a target, a formula and a method. */
final class NothingMissing implements MeasureRule {

  private static final Map<Column, FindingCode> CODES =
      Map.of(
          Column.FORMULA, FindingCode.NO_FORMULA,
          Column.TARGET, FindingCode.NO_TARGET,
          Column.METHOD, FindingCode.NO_METHOD,
          Column.DESCRIPTION, FindingCode.NO_DESCRIPTION);

  private static final List<Column> NEEDED =
      List.of(Column.DESCRIPTION, Column.TARGET, Column.FORMULA, Column.METHOD);

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (MeasureSheet sheet : catalog.sheets()) {
      List<Measure> measures = catalog.of(sheet);
      for (Column column : NEEDED) {
        boolean none = measures.stream().noneMatch(measure -> measure.has(column));
        if (none) {
          whole(sheet, column, measures.size(), tell);
        } else {
          each(measures, column, tell);
        }
      }
    }
  }

  private static void whole(
      MeasureSheet sheet, Column column, int measures, Consumer<Finding> tell) {
    tell.accept(
        Finding.of(
            code(column),
            sheet.header(),
            sheet.has(column)
                ? "none of the " + measures + " measures has a " + column.word()
                : "the sheet has no column for the " + column.word(),
            "give each measure a " + column.word()));
  }

  private static void each(List<Measure> measures, Column column, Consumer<Finding> tell) {
    for (Measure measure : measures) {
      if (!measure.has(column)) {
        tell.accept(
            new Finding(
                code(column),
                severity(measure, column),
                measure.place(column),
                "the measure has no " + column.word(),
                right(column)));
      } else if (column == Column.DESCRIPTION && repeatsName(measure)) {
        tell.accept(
            new Finding(
                FindingCode.NO_DESCRIPTION,
                Severity.NOTE,
                measure.place(column),
                "the description only repeats the name",
                right(column)));
      }
    }
  }

  private static FindingCode code(Column column) {
    return CODES.getOrDefault(column, FindingCode.NO_DESCRIPTION);
  }

  private static boolean repeatsName(Measure measure) {
    String description = measure.text(Column.DESCRIPTION).replaceAll("\\s+", " ");
    return description.equalsIgnoreCase(measure.name());
  }

  /** What only counts workload can do without a target, and a plain count without a formula. */
  private static Severity severity(Measure measure, Column column) {
    boolean plain =
        column == Column.TARGET && measure.isWorkload()
            || column == Column.FORMULA && measure.sense().kind() == MeasureKind.COUNT;
    return plain ? Severity.NOTE : code(column).severity();
  }

  private static String right(Column column) {
    return switch (column) {
      case TARGET -> "write what is expected, or that it is only reported";
      case FORMULA -> "write what is divided by what, or what is counted";
      case METHOD -> "name one of the methods, such as Automated Reporting";
      default -> "say what is counted, such as: Percentage of invoices paid within 30 days";
    };
  }
}
