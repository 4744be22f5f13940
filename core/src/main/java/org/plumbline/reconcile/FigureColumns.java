package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.plumbline.profile.Cells;
import org.plumbline.profile.Numeral;
import org.plumbline.profile.Words;

/**
 * Which columns of a table with a row for each figure hold the figure, the counts behind it and
 * what the report calls the result.
 *
 * @param figure the figure; empty where counts alone are given
 * @param held how many cases kept the promise
 * @param cases how many cases were counted
 * @param result met or not
 * @param doubtful columns of which each could be the figure; none if it is known
 */
record FigureColumns(
    OptionalInt figure,
    OptionalInt held,
    OptionalInt cases,
    OptionalInt result,
    List<Integer> doubtful) {

  private static final List<String> TARGETS =
      List.of(
          "target",
          "goal",
          "threshold",
          "minimum",
          "standard",
          "objective",
          "expected",
          "required",
          "bound",
          "limit",
          "weight",
          "prior",
          "previous",
          "change",
          "variance");
  private static final List<String> FIGURES =
      List.of(
          "figure",
          "actual",
          "achiev",
          "performance",
          "score",
          "attain",
          "value",
          "result",
          "measured",
          "reported");
  private static final List<String> PERCENTAGES = List.of("%", "percent", "pct", "rate", "share");
  private static final List<String> RESULTS =
      List.of("result", "status", "outcome", "met", "met?", "rating", "rag");

  /** Finds them; what is taken for what is told. */
  static FigureColumns find(Columns columns, Mapping mapping, List<String> reasons) {
    OptionalInt held = mapped(columns, mapping, "held");
    OptionalInt cases = mapped(columns, mapping, "cases");
    OptionalInt figure = mapped(columns, mapping, "figure");
    OptionalInt result = mapped(columns, mapping, "result");
    columns.saying(TARGETS, column -> true).forEach(columns::take);
    if (result.isEmpty()) {
      result =
          told(
              only(columns.saying(RESULTS, column -> columns.cells(column, MET).isAll())),
              columns,
              "what the report calls the result",
              reasons);
    }
    Predicate<Integer> counts =
        column ->
            columns.cells(column, FigureColumns::isCount).isMost()
                && !Words.says(columns.heading(column), PERCENTAGES);
    if (cases.isEmpty()) {
      cases =
          told(
              only(
                  columns.saying(
                      Words.WHOLES,
                      column ->
                          counts.test(column)
                              && !Words.says(columns.heading(column), Words.PARTS))),
              columns,
              "the number of cases",
              reasons);
    }
    if (held.isEmpty() && cases.isPresent()) {
      held =
          told(
              only(columns.saying(Words.PARTS, counts)),
              columns,
              "how many of them kept the promise",
              reasons);
    }
    List<Integer> doubtful = new ArrayList<>();
    if (figure.isEmpty()) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < columns.count(); i++) {
        if (columns.isFree(i) && columns.cells(i, FigureColumns::isFigure).isMost()) {
          numbers.add(i);
        }
      }
      figure = figure(columns, numbers, reasons);
      if (figure.isEmpty() && (held.isEmpty() || cases.isEmpty())) {
        doubtful = numbers;
      }
    }
    return new FigureColumns(figure, held, cases, result, List.copyOf(doubtful));
  }

  private static OptionalInt figure(Columns columns, List<Integer> numbers, List<String> reasons) {
    for (List<String> words : List.of(Words.SHARES, FIGURES)) {
      List<Integer> saying = columns.saying(words, numbers::contains);
      if (saying.size() == 1) {
        return told(OptionalInt.of(saying.get(0)), columns, "the figure", reasons);
      }
    }
    return numbers.size() == 1
        ? told(OptionalInt.of(numbers.get(0)), columns, "the figure", reasons)
        : OptionalInt.empty();
  }

  private static OptionalInt mapped(Columns columns, Mapping mapping, String role) {
    return Optional.ofNullable(mapping.columns().get(role))
        .map(columns::headed)
        .orElse(OptionalInt.empty());
  }

  private static OptionalInt only(List<Integer> columns) {
    return columns.size() == 1 ? OptionalInt.of(columns.get(0)) : OptionalInt.empty();
  }

  private static OptionalInt told(
      OptionalInt column, Columns columns, String what, List<String> reasons) {
    if (column.isPresent()) {
      columns.take(column.getAsInt());
      reasons.add(
          "The column "
              + Words.shown(columns.heading(column.getAsInt()))
              + " is taken for "
              + what
              + ".");
    }
    return column;
  }

  private static final Predicate<String> MET = cell -> ReportedWords.met(cell).isPresent();

  private static boolean isCount(String cell) {
    return Numeral.of(cell)
        .filter(number -> !number.percent() && !number.money() && !number.comma())
        .filter(number -> number.value().stripTrailingZeros().scale() <= 0)
        .isPresent();
  }

  private static boolean isFigure(String cell) {
    return ReportedValue.looksLikeOne(cell) || Cells.isNothing(cell);
  }
}
