package org.plumbline.remedy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Share;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.Holds;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;

/**
 * One metric's period: so many of a hundred cases in time.
 *
 * @param empty no case at all
 * @param notDue the period has not ended
 * @param open its records are not complete
 * @param partial the period is not whole
 */
record GeneratedResult(
    String metric,
    ReportingPeriod period,
    Optional<String> each,
    int holding,
    boolean empty,
    boolean notDue,
    boolean open,
    boolean partial) {

  /** The target, in per cent. */
  static final BigDecimal TARGET = BigDecimal.valueOf(95);

  /** Whether it is not met. */
  boolean misses() {
    return result().status() == Status.NOT_MET;
  }

  /** The same with more cases in time. */
  GeneratedResult better(Random random) {
    int more = holding + 1 + random.nextInt(100 - holding);
    return new GeneratedResult(metric, period, each, more, empty, notDue, open, partial);
  }

  Result result() {
    Optional<Exact> figure = empty ? Optional.empty() : Optional.of(Exact.ratio(holding, 100));
    Measurement measurement =
        new Measurement(
            metric,
            period,
            LineId.target(),
            each,
            empty ? 0 : 100,
            empty ? 0 : holding,
            0,
            0,
            FigureUnit.SHARE,
            figure,
            figure,
            figure);
    LineResult line =
        new LineResult(
            LineId.target(),
            measurement,
            holding >= 95 ? Holds.YES : Holds.NO,
            List.of(
                new BoundValue(
                    Comparison.AT_LEAST,
                    Optional.of(new Literal.Percent(Share.ofPercent(TARGET))))),
            LineResult.Means.BOUNDS,
            Optional.empty(),
            false,
            Optional.empty(),
            false);
    return new Result(metric, period, each, status(), Optional.empty(), "", List.of(line));
  }

  private Status status() {
    if (notDue) {
      return Status.NOT_DUE;
    }
    if (partial) {
      return Status.NOT_JUDGED;
    }
    if (open) {
      return Status.PROVISIONAL;
    }
    if (empty) {
      return Status.NO_DATA;
    }
    return holding >= 95 ? Status.MET : Status.NOT_MET;
  }
}
