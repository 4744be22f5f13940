package org.plumbline.reconcile;

import java.util.Optional;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;

/**
 * A figure as one reading gives it.
 *
 * @param unit in what it is expressed
 * @param figure empty: no data
 * @param held of the cases those that kept the promise
 * @param cases cases that were counted
 * @param indeterminate cases of which it cannot be said
 * @param open cases that belong to the period and are not decided yet
 */
public record Read(
    FigureUnit unit, Optional<Exact> figure, long held, long cases, long indeterminate, long open) {

  static Read of(Measurement measurement) {
    return new Read(
        measurement.unit(),
        measurement.figure(),
        measurement.holding(),
        measurement.cases(),
        measurement.indeterminate(),
        measurement.open());
  }

  /** A share with further cases among those counted; empty for other figures, or without any. */
  Optional<Read> with(long further, boolean kept) {
    if (unit != FigureUnit.SHARE || further == 0) {
      return Optional.empty();
    }
    long all = cases + further;
    long holding = held + (kept ? further : 0);
    return Optional.of(
        new Read(unit, Optional.of(Exact.ratio(holding, all)), holding, all, indeterminate, open));
  }

  /**
   * The line that a reported figure is of.
   *
   * @param line its number from 1; empty: the one that stands for the whole
   */
  static Optional<LineResult> line(Result result, Optional<Integer> line) {
    return line.isEmpty()
        ? result.headline()
        : result.targetLines().stream()
            .filter(each -> each.line().rest() == 0 && each.line().line() == line.get() - 1)
            .findFirst();
  }
}
