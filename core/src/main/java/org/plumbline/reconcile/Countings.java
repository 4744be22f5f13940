package org.plumbline.reconcile;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Results;

/**
 * Readings of what the terms as they are give: another way of rounding, and cases counted that are
 * open or of which it cannot be said. They add numbers of cases that were evaluated, and nothing
 * else.
 */
final class Countings {

  private static final String NOT_ROUNDED = "the agreement compares exact figures";

  private Countings() {}

  /** What the agreement gives, as a reading of no term. */
  static Trial agreed(Results results, String metric) {
    return new Trial(
        "",
        "",
        "",
        0,
        figure ->
            Trials.result(results, metric, figure)
                .flatMap(result -> Read.line(result, figure.line()))
                .map(LineResult::measurement)
                .map(Read::of),
        ReportedValue::isAtItsDecimals,
        Optional.empty());
  }

  /** The readings of what is given. */
  static List<Trial> of(Trial agreed) {
    List<Trial> trials = new ArrayList<>();
    trials.add(
        rounded(
            agreed,
            "cut-off",
            "the digits that are not shown are cut off",
            (value, figure) -> value.isRounded(figure, RoundingMode.DOWN)));
    trials.add(
        rounded(
            agreed,
            "rounded-up",
            "it is rounded up",
            (value, figure) -> value.isRounded(figure, RoundingMode.UP)));
    trials.add(
        rounded(
            agreed,
            "rounded-coarser",
            "it is rounded to fewer digits than are shown",
            (value, figure) -> value.coarser(figure).isPresent()));
    trials.add(
        agreed.with(
            "indeterminate-kept",
            "cases of which it cannot be said count as kept",
            read -> read.with(read.indeterminate(), true)));
    trials.add(
        agreed.with(
            "indeterminate-missed",
            "cases of which it cannot be said count as missed",
            read -> read.with(read.indeterminate(), false)));
    trials.addAll(open(agreed));
    return trials;
  }

  /** The same readings of a trial, with its open cases among those that count. */
  static List<Trial> open(Trial trial) {
    return List.of(
        trial.with(
            "open-kept",
            "cases that are still open count as kept",
            read -> read.with(read.open(), true)),
        trial.with(
            "open-missed",
            "cases that are still open count as missed",
            read -> read.with(read.open(), false)));
  }

  private static Trial rounded(
      Trial agreed, String id, String theirs, BiPredicate<ReportedValue, Exact> same) {
    return new Trial(id, theirs, NOT_ROUNDED, 1, agreed.reads(), same, Optional.empty());
  }
}
