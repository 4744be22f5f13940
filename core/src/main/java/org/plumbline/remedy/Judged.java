package org.plumbline.remedy;

import java.math.BigDecimal;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;

/**
 * What the names of a condition about a result stand for in one period (docs/meaning.md 20).
 *
 * @param result empty for a remedy that is judged for the agreement
 * @param repeat empty while it is being found out
 * @param points of the party that owes the remedy; empty where they cannot be said
 */
record Judged(
    Agreement agreement,
    Figures figures,
    ReportingPeriod period,
    Optional<Result> result,
    Optional<Integer> repeat,
    Optional<BigDecimal> points)
    implements Subjects {

  @Override
  public Optional<Value> value(String subject) {
    return switch (subject) {
      case "result" -> result.map(found -> new Value.Word(found.status().key()));
      case "figure" -> result.flatMap(Result::headline).flatMap(Judged::figure);
      case "cases" -> result.map(found -> Value.of(found.cases()));
      case "shortfall" -> result.flatMap(Result::headline).flatMap(Judged::shortfall);
      case "downtime" ->
          result
              .flatMap(Result::headline)
              .flatMap(line -> line.measurement().down())
              .map(down -> Figures.number(down, FigureUnit.MICROSECONDS));
      case "points" -> points.map(number -> new Value.Number(Exact.of(number), Optional.empty()));
      case "repeat" -> repeat.map(Value::of);
      case "metric" -> result.map(found -> new Value.Word(found.metric()));
      case "service" ->
          result
              .flatMap(found -> Optional.ofNullable(agreement.metrics().get(found.metric())))
              .flatMap(Metric::service)
              .map(Value.Word::new);
      case "each" -> result.flatMap(Result::each).map(Value.Word::new);
      default ->
          subject.contains(".")
              ? new Facts(agreement, period.until()).value(subject)
              : figures.of(subject, period);
    };
  }

  private static Optional<Value> figure(LineResult line) {
    Measurement measured = line.measurement();
    return measured.figure().map(figure -> Figures.number(figure, measured.unit()));
  }

  /** How far the figure is from the bound that it misses by the most; 0 where it misses none. */
  private static Optional<Value> shortfall(LineResult line) {
    Measurement measured = line.measurement();
    if (measured.figure().isEmpty() || line.bounds().isEmpty()) {
      return Optional.empty();
    }
    Exact worst = Exact.ZERO;
    for (BoundValue bound : line.bounds()) {
      Optional<Exact> value =
          bound
              .worked()
              .or(
                  () ->
                      bound
                          .value()
                          .flatMap(literal -> Value.number(literal, Optional.of(measured.unit()))));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      boolean upper =
          bound.comparison() == Comparison.AT_MOST || bound.comparison() == Comparison.BELOW;
      Exact missing = value.get().minus(measured.figure().get());
      missing = upper ? missing.negated() : missing;
      worst = missing.compareTo(worst) > 0 ? missing : worst;
    }
    return Optional.of(Figures.number(worst, measured.unit()));
  }
}
