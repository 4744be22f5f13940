package org.plumbline.referee;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Judge;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;

/** Metrics over results, each after those that it may read (meaning 15). */
record Composites(Ground ground, Map<String, List<Measurement>> measured, Instant asOf) {

  void run(Consumer<String> metric) {
    Map<String, Metric> left = new LinkedHashMap<>();
    ground
        .agreement
        .metrics()
        .forEach(
            (id, one) -> {
              if (one.records().equals(RegisterSets.RESULTS)) {
                left.put(id, one);
              }
            });
    while (!left.isEmpty()) {
      String next =
          left.keySet().stream()
              .filter(
                  id ->
                      left.keySet().stream()
                          .noneMatch(other -> !other.equals(id) && mayRead(id, other)))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("these go round: " + left.keySet()));
      ground.records.put(
          RegisterSets.RESULTS, new RefereeRecords(RegisterSets.RESULTS, false, 0, results(next)));
      metric.accept(next);
      left.remove(next);
    }
  }

  /** Measurements whose periods have their names, which the referee does without. */
  static List<Measurement> named(Agreement agreement, List<Measurement> measurements) {
    return measurements.stream()
        .map(
            m ->
                new Measurement(
                    m.metric(),
                    PeriodRules.of(
                            agreement, Objects.requireNonNull(agreement.metrics().get(m.metric())))
                        .map(rule -> named(m.period(), rule))
                        .orElse(m.period()),
                    m.line(),
                    m.each(),
                    m.cases(),
                    m.holding(),
                    m.indeterminate(),
                    m.open(),
                    m.unit(),
                    m.figure(),
                    m.low(),
                    m.high(),
                    m.down()))
        .toList();
  }

  /** A period that was joined with another is named by its days. */
  private static ReportingPeriod named(ReportingPeriod period, PeriodRule rule) {
    ReportingPeriod whole = ReportingPeriods.periodOf(rule, period.until());
    return period.from().isBefore(whole.from())
        ? ReportingPeriod.of(period.from(), period.until())
        : new ReportingPeriod(whole.name(), period.from(), period.until());
  }

  private List<RefereeCase> results(String reader) {
    List<Measurement> all =
        named(ground.agreement, measured.values().stream().flatMap(List::stream).toList());
    List<RefereeCase> cases = new ArrayList<>();
    List<Result> read =
        Judge.judge(ground.agreement, all, asOf, Beside.of(ground)).results().stream()
            .filter(result -> !result.metric().equals(reader) && mayRead(reader, result.metric()))
            .toList();
    int places = places(read, all);
    for (Result result : read) {
      cases.add(aCase(result, all, places));
    }
    return cases;
  }

  /** How many decimal places leave the longest of the figures its 24 digits; 18 at most. */
  private static int places(List<Result> read, List<Measurement> all) {
    int whole = 1;
    for (Result result : read) {
      for (Measurement m : all) {
        if (isTarget(m, result) && m.low().equals(m.figure()) && m.high().equals(m.figure())) {
          whole = Math.max(whole, m.figure().map(it -> digits(it)).orElse(1));
        }
      }
    }
    return Math.max(0, Math.min(18, 24 - whole));
  }

  private static int digits(Exact figure) {
    return figure.absolute().rounded(0).precision();
  }

  private static boolean isTarget(Measurement m, Result result) {
    return m.metric().equals(result.metric())
        && m.period().equals(result.period())
        && m.each().equals(result.each())
        && m.line().equals(LineId.target());
  }

  private RefereeCase aCase(Result result, List<Measurement> all, int places) {
    Metric metric = Objects.requireNonNull(ground.agreement.metrics().get(result.metric()));
    Map<String, Object> values = new HashMap<>();
    values.put("metric", result.metric());
    values.put("period", result.period().name());
    values.put("performing", metric.performing());
    metric.service().ifPresent(service -> values.put("service", service));
    result.each().ifPresent(each -> values.put("each", each));
    if (!List.of(Status.INDETERMINATE, Status.PROVISIONAL, Status.NOT_DUE, Status.CONTESTED)
        .contains(result.status())) {
      values.put("result", result.status().key());
    }
    all.stream()
        .filter(m -> isTarget(m, result))
        .findFirst()
        .ifPresent(
            m -> {
              values.put("cases", BigDecimal.valueOf(m.cases()));
              m.figure()
                  .filter(figure -> m.low().equals(m.figure()) && m.high().equals(m.figure()))
                  .ifPresent(figure -> values.put("figure", Exact.of(figure.rounded(places))));
            });
    return RefereeCase.workedOut(
        String.join(" / ", result.metric(), result.period().name(), result.each().orElse("")),
        Map.of("period-end", result.period().until().toEpochDay()),
        values,
        Optional.empty());
  }

  /** Whether the results of a metric are not ruled out by what a composite qualifies. */
  private boolean mayRead(String composite, String other) {
    Metric metric = Objects.requireNonNull(ground.agreement.metrics().get(composite));
    return metric.qualifies().map(condition -> holds(condition, other)).orElse(Truth.YES)
        != Truth.NO;
  }

  private Truth holds(Condition condition, String other) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().map(c -> holds(c, other)).reduce(Truth.YES, Truth::and);
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().map(c -> holds(c, other)).reduce(Truth.NO, Truth::or);
    }
    if (condition instanceof Condition.None none) {
      return none.conditions().stream().map(c -> holds(c, other)).reduce(Truth.NO, Truth::or).not();
    }
    if (condition instanceof Condition.OneOf oneOf) {
      Metric metric = Objects.requireNonNull(ground.agreement.metrics().get(other));
      Optional<String> value =
          switch (oneOf.subject()) {
            case "metric" -> Optional.of(other);
            case "performing" -> Optional.of(metric.performing());
            case "service" -> Optional.of(metric.service().orElse(""));
            default -> Optional.empty();
          };
      return value
          .map(
              known ->
                  Truth.of(
                      oneOf.values().stream()
                          .map(Literal::toString)
                          .anyMatch(literal -> literal.equals(known))))
          .orElse(Truth.UNKNOWN);
    }
    return Truth.UNKNOWN;
  }
}
