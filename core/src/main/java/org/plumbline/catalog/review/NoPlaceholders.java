package org.plumbline.catalog.review;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.Target;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Severity;

/** Every value is filled in. */
final class NoPlaceholders implements MeasureRule {

  private static final List<Column> TEXTS =
      List.of(Column.NAME, Column.DESCRIPTION, Column.FORMULA);
  private static final Pattern GAP =
      Pattern.compile("(?i)(?<!\\w)(?:nn|xx)(?!\\w)|(?<!\\w)[xn] ?%");

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (Measure measure : catalog.measures()) {
      if (measure.target() instanceof Target.Deferred deferred) {
        Severity severity =
            measure.isWorkload() ? Severity.NOTE : FindingCode.PLACEHOLDER.severity();
        tell.accept(
            new Finding(
                FindingCode.PLACEHOLDER,
                severity,
                measure.place(Column.TARGET),
                "the target is left open: " + Words.quoted(deferred.text()),
                "write a value, and who may change it"));
      } else if (measure.target() instanceof Target.Unfilled unfilled) {
        tell.accept(
            Finding.of(
                FindingCode.PLACEHOLDER,
                measure.place(Column.TARGET),
                "the target has a gap: " + Words.quoted(unfilled.text()),
                "fill the number in"));
      }
      TEXTS.forEach(column -> gap(measure, column, tell));
    }
  }

  private static void gap(Measure measure, Column column, Consumer<Finding> tell) {
    String text = measure.text(column).replaceAll("\\s+", " ");
    Matcher gap = GAP.matcher(text);
    if (gap.find()) {
      int from = Math.max(0, text.lastIndexOf(' ', Math.max(0, gap.start() - 12)));
      String shown = text.substring(from, Math.min(text.length(), gap.end() + 14)).strip();
      tell.accept(
          Finding.of(
              FindingCode.PLACEHOLDER,
              measure.place(column),
              "the " + column.word() + " has a gap: " + Words.quoted("..." + shown + "..."),
              "fill the number in"));
    }
  }
}
