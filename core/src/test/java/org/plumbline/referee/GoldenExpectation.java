package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.finding.Finding;
import org.plumbline.judge.Judge;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Surroundings;

/** Compares an answer with what was worked by hand. */
record GoldenExpectation(GoldenCase golden, String engine) {

  void check(Agreement agreement, Instant asOf, Answer answer, Surroundings known) {
    measurements(answer.measurements());
    totals(answer.totals());
    outcomes(answer.outcomes());
    Results results =
        Judge.judge(agreement, Composites.named(agreement, answer.measurements()), asOf, known);
    results(results);
    new GoldenPostings(golden).check(agreement, results);
  }

  /** What is said of the records is compared where it is expected. */
  void findings(List<Finding> findings) {
    List<Map<String, String>> rows = golden.expected("findings.csv");
    if (!rows.isEmpty()) {
      assertThat(findings)
          .extracting(
              finding ->
                  finding.code().id()
                      + " "
                      + finding.severity().name().toLowerCase(Locale.ROOT)
                      + " "
                      + finding.place())
          .as("findings of the evaluation")
          .containsExactlyElementsOf(
              rows.stream()
                  .map(r -> cell(r, "code") + " " + cell(r, "severity") + " " + cell(r, "place"))
                  .toList());
    }
  }

  /** Rows that are not expected must hold no cases. */
  private void measurements(List<Measurement> measurements) {
    List<Map<String, String>> rows = golden.expected("measurements.csv");
    for (Measurement m : measurements) {
      Optional<Map<String, String>> row =
          rows.stream()
              .filter(
                  r ->
                      cell(r, "metric").equals(m.metric())
                          && cell(r, "period").equals(m.period().from().toString())
                          && cell(r, "line").equals(line(m.line()))
                          && cell(r, "each").equals(m.each().orElse("")))
              .findFirst();
      String what = engine + " " + m.metric() + " " + m.period().from() + " " + line(m.line());
      if (row.isEmpty()) {
        assertThat(m.cases() + m.indeterminate() + m.open()).as(what).isZero();
        continue;
      }
      Map<String, String> r = row.get();
      String figure = cell(r, "figure");
      assertThat(m.cases() + "," + m.holding() + "," + m.indeterminate() + "," + m.open())
          .as(what + ": cases, holding, indeterminate, open")
          .isEqualTo(
              cell(r, "cases")
                  + ","
                  + cell(r, "holding")
                  + ","
                  + cell(r, "indeterminate")
                  + ","
                  + cell(r, "open"));
      assertThat(m.figure()).as(what + ": figure").isEqualTo(exact(figure));
      assertThat(m.low()).as(what + ": low").isEqualTo(exact(or(cell(r, "low"), figure)));
      assertThat(m.high()).as(what + ": high").isEqualTo(exact(or(cell(r, "high"), figure)));
    }
    for (Map<String, String> r : rows) {
      assertThat(measurements)
          .as(engine + " measures " + r)
          .anyMatch(
              m ->
                  cell(r, "metric").equals(m.metric())
                      && cell(r, "period").equals(m.period().from().toString())
                      && cell(r, "line").equals(line(m.line())));
    }
  }

  void totals(List<CaseTotals> totals) {
    for (Map<String, String> r : golden.expected("totals.csv")) {
      CaseTotals t =
          totals.stream()
              .filter(total -> total.metric().equals(cell(r, "metric")))
              .findFirst()
              .orElseThrow();
      assertThat(
              List.of(
                  t.all(),
                  t.counted(),
                  t.indeterminate(),
                  t.open(),
                  t.voided(),
                  t.notQualified(),
                  t.outside()))
          .as(engine + " totals of " + t.metric())
          .hasToString(
              "["
                  + String.join(
                      ", ",
                      List.of(
                          cell(r, "all"),
                          cell(r, "counted"),
                          cell(r, "indeterminate"),
                          cell(r, "open"),
                          cell(r, "voided"),
                          cell(r, "not-qualified"),
                          cell(r, "outside")))
                  + "]");
    }
  }

  void outcomes(List<CaseOutcome> outcomes) {
    for (Map<String, String> r : golden.expected("outcomes.csv")) {
      CaseOutcome o =
          outcomes.stream()
              .filter(
                  outcome ->
                      outcome.metric().equals(cell(r, "metric"))
                          && outcome.key().equals(cell(r, "key"))
                          && outcome.part() == Integer.parseInt(cell(r, "part")))
              .findFirst()
              .orElseThrow(() -> new AssertionError(engine + " gives no outcome for " + r));
      String what = engine + " " + o.metric() + " " + o.key() + " part " + o.part();
      assertThat(o.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .as(what + ": state")
          .isEqualTo(cell(r, "state"));
      same(what + ": elapsed", cell(r, "elapsed"), elapsed(o.elapsed(), o.unit()));
      same(what + ": due", cell(r, "due"), text(o.due()));
      same(what + ": decided", cell(r, "decided"), text(o.decided()));
      same(what + ": exclusion", cell(r, "exclusion"), text(o.exclusion()));
      same(what + ": period", cell(r, "period"), text(o.period().map(period -> period.from())));
    }
  }

  /** What the figures mean. */
  void results(Results results) {
    for (Map<String, String> r : golden.expected("results.csv")) {
      Result result =
          results.results().stream()
              .filter(
                  one ->
                      one.metric().equals(cell(r, "metric"))
                          && one.period().from().toString().equals(cell(r, "period"))
                          && one.each().orElse("").equals(cell(r, "each")))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no result for " + r));
      assertThat(result.status().key())
          .as(engine + " " + result.metric() + " " + result.period().from())
          .isEqualTo(cell(r, "status"));
      same(
          engine + " " + result.metric() + " " + result.period().from() + ": bound",
          cell(r, "bound"),
          text(
              result.targetLines().stream()
                  .flatMap(line -> line.bounds().stream())
                  .findFirst()
                  .flatMap(bound -> bound.in(result.lines().get(0).measurement().unit()))));
    }
  }

  private static void same(String what, String expected, String actual) {
    if (!expected.isEmpty()) {
      assertThat(actual).as(what).isEqualTo(expected);
    }
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("-");
  }

  private static String elapsed(OptionalLong elapsed, FigureUnit unit) {
    if (elapsed.isEmpty()) {
      return "-";
    }
    return unit == FigureUnit.MICROSECONDS
        ? Duration.ofNanos(elapsed.getAsLong() * 1_000).toString()
        : elapsed.getAsLong() + " " + unit.name().toLowerCase(Locale.ROOT);
  }

  private static String line(LineId line) {
    return line.level().name().toLowerCase(Locale.ROOT)
        + "/"
        + line.line()
        + (line.rest() == 0 ? "" : "/rest" + line.rest());
  }

  private static Optional<Exact> exact(String text) {
    if (text.equals("-")) {
      return Optional.empty();
    }
    if (text.startsWith("PT")) {
      return Optional.of(Exact.of(Duration.parse(text).toNanos() / 1_000));
    }
    String[] parts = text.split("/", -1);
    return Optional.of(
        new Exact(
            new BigInteger(parts[0]),
            parts.length > 1 ? new BigInteger(parts[1]) : BigInteger.ONE));
  }

  private static String or(String text, String other) {
    return text.isEmpty() ? other : text;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
