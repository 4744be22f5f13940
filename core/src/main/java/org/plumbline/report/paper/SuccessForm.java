package org.plumbline.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.companion.SuccessMetrics;
import org.plumbline.agreement.companion.SuccessMetrics.SuccessMetric;
import org.plumbline.report.office.TablePicture;
import org.plumbline.workbook.RowAnswers;
import org.plumbline.workbook.SlideAnswers;

/**
 * What success metrics say to the slide of the M3 template, whose table stands in a Word document
 * embedded in it: baseline and target of the metrics that it names, and a row for each that it does
 * not name. A median of other agencies is left to people.
 */
public final class SuccessForm {

  private SuccessForm() {}

  /** The answers. */
  public static SlideAnswers of(Source source, SuccessMetrics success) {
    return new SlideAnswers(
        headings -> Optional.empty(),
        Map.of(),
        Optional.of(new SlideAnswers.Embedded(new Rows(source, success), TablePicture::of)),
        Optional.of(
            StatusForm.about(
                source.document(success.title(), List.of()), "About these success metrics")));
  }

  /** The rows of a table of success metrics. */
  private record Rows(Source source, SuccessMetrics success) implements RowAnswers {

    @Override
    public boolean knows(List<String> headings) {
      return at(headings, "metric", "baseline", "target") >= 0
          && at(headings, "baseline") >= 0
          && at(headings, "target") >= 0;
    }

    /** Where the heading stands that has the first word and none of the others; -1 if nowhere. */
    private static int at(List<String> headings, String word, String... without) {
      for (int i = 0; i < headings.size(); i++) {
        String heading = headings.get(i).toLowerCase(Locale.ROOT);
        if (heading.contains(word) && List.of(without).stream().noneMatch(heading::contains)) {
          return i;
        }
      }
      return -1;
    }

    private static int nameAt(List<String> headings) {
      return at(headings, "metric", "baseline", "target");
    }

    @Override
    public List<Optional<String>> cells(List<String> headings, List<String> row) {
      List<Optional<String>> cells = new ArrayList<>();
      Optional<SuccessMetric> metric =
          success.successMetrics().values().stream()
              .filter(each -> isNamed(row, nameAt(headings), each))
              .findFirst();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        cells.add(metric.flatMap(each -> value(headings, column, each)));
      }
      return cells;
    }

    private static Optional<String> value(List<String> headings, int column, SuccessMetric metric) {
      return column == at(headings, "baseline")
          ? metric.baseline().map(SuccessReport::value)
          : column == at(headings, "target")
              ? metric.target().map(SuccessReport::value)
              : Optional.empty();
    }

    @Override
    public List<List<String>> lacking(List<String> headings, List<List<String>> rows) {
      List<List<String>> lacking = new ArrayList<>();
      int name = nameAt(headings);
      for (SuccessMetric metric : success.successMetrics().values()) {
        if (rows.stream().noneMatch(row -> isNamed(row, name, metric))) {
          List<String> row = new ArrayList<>();
          for (int i = 0; i < headings.size(); i++) {
            row.add(
                i == name
                    ? metric.name()
                    : i == 0 ? source.agreement().title() : value(headings, i, metric).orElse(""));
          }
          lacking.add(row);
        }
      }
      return lacking;
    }

    /** Whether a row names a metric; what follows its whole name, such as its kind, may differ. */
    private static boolean isNamed(List<String> row, int column, SuccessMetric metric) {
      String own = plain(metric.name());
      String written = column < row.size() ? plain(row.get(column)) : "";
      return !own.isEmpty() && (written.equals(own) || written.startsWith(own + " "));
    }

    private static String plain(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}%]+", " ").strip();
    }
  }
}
