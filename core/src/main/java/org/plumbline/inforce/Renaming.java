package org.plumbline.inforce;

import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Result;

/** What was said of a metric under one id, under another. */
final class Renaming {

  private Renaming() {}

  static Measurement of(Measurement measurement, String metric) {
    return new Measurement(
        metric,
        measurement.period(),
        measurement.line(),
        measurement.each(),
        measurement.cases(),
        measurement.holding(),
        measurement.indeterminate(),
        measurement.open(),
        measurement.unit(),
        measurement.figure(),
        measurement.low(),
        measurement.high(),
        measurement.down());
  }

  static Result of(Result result, String metric, ReportingPeriod period) {
    return new Result(
        metric,
        period,
        result.each(),
        result.status(),
        result.wouldBe(),
        result.reason(),
        result.lines());
  }

  /** A result with a further reason. */
  static Result because(Result result, String reason) {
    return new Result(
        result.metric(),
        result.period(),
        result.each(),
        result.status(),
        result.wouldBe(),
        result.reason().isEmpty() ? reason : result.reason() + "; " + reason,
        result.lines());
  }

  static CaseTotals of(CaseTotals totals, String metric) {
    return new CaseTotals(
        metric,
        totals.all(),
        totals.counted(),
        totals.indeterminate(),
        totals.open(),
        totals.voided(),
        totals.notQualified(),
        totals.outside());
  }

  static CaseTotals sum(CaseTotals one, CaseTotals other) {
    return new CaseTotals(
        one.metric(),
        one.all() + other.all(),
        one.counted() + other.counted(),
        one.indeterminate() + other.indeterminate(),
        one.open() + other.open(),
        one.voided() + other.voided(),
        one.notQualified() + other.notQualified(),
        one.outside() + other.outside());
  }
}
