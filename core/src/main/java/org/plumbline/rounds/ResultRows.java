package org.plumbline.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.check.ResultsRead;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LaidSet;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Status;
import org.plumbline.records.CaseKey;

/**
 * Results as the cases of {@code register/results} (docs/meaning.md 15).
 *
 * <p>A figure is held with so many decimal places as leave room for sums and weights, at most
 * {@value #PLACES}: a quotient that never ends is rounded there, half up.
 */
public final class ResultRows {

  private static final int PLACES = 18;

  /** So many digits of a figure leave eight for what is summed over cases and their weights. */
  private static final int DIGITS = 24;

  /** What is not known is not no. */
  private static final List<Status> NOT_KNOWN =
      List.of(Status.INDETERMINATE, Status.PROVISIONAL, Status.NOT_DUE, Status.CONTESTED);

  private ResultRows() {}

  /** The results that a metric over results may read. */
  public static LaidSet of(Agreement agreement, String composite, Results results) {
    List<Result> read =
        results.results().stream()
            .filter(result -> ResultsRead.mayRead(agreement, composite, result.metric()))
            .toList();
    int places = places(read);
    Map<String, Precision> moments = new LinkedHashMap<>();
    moments.put("period-end", Precision.DATE);
    moments.put("issued", Precision.DATE);
    Map<String, String> fields = new LinkedHashMap<>();
    for (String text : List.of("metric", "period", "each", "service", "performing", "result")) {
      fields.put(text, "VARCHAR");
    }
    fields.put("figure", "DECIMAL(38," + places + ")");
    fields.put("cases", "DECIMAL(18,0)");
    return new LaidSet(
        RegisterSets.RESULTS,
        "results for " + composite,
        moments,
        fields,
        read.stream().map(result -> row(agreement, result, places)).toList());
  }

  private static LaidSet.Case row(Agreement agreement, Result result, int places) {
    Metric metric = agreement.metrics().get(result.metric());
    if (metric == null) {
      throw new IllegalArgumentException("no metric " + result.metric());
    }
    Optional<Measurement> line = line(result);
    @Nullable String known = NOT_KNOWN.contains(result.status()) ? null : result.status().key();
    List<@Nullable String> fields =
        new ArrayList<>(
            Arrays.asList(
                result.metric(),
                result.period().name(),
                result.each().orElse(null),
                metric.service().orElse(null),
                metric.performing(),
                known));
    fields.add(
        line.flatMap(ResultRows::figure)
            .map(figure -> figure.rounded(places).toPlainString())
            .orElse(null));
    fields.add(line.map(each -> String.valueOf(each.cases())).orElse(null));
    return new LaidSet.Case(
        CaseKey.of(List.of(result.metric(), result.period().name(), result.each().orElse(""))),
        Arrays.asList(result.period().until().toEpochDay(), null),
        fields);
  }

  /** The first target line; empty if none of the cases of this result stands in it. */
  private static Optional<Measurement> line(Result result) {
    return result.targetLines().stream()
        .map(LineResult::measurement)
        .filter(each -> each.line().equals(LineId.target()))
        .findFirst();
  }

  /** The figure, unless indeterminate cases could change it. */
  private static Optional<Exact> figure(Measurement line) {
    return line.figure()
        .filter(figure -> line.low().equals(line.figure()) && line.high().equals(line.figure()));
  }

  private static int places(List<Result> results) {
    int whole =
        results.stream()
            .flatMap(result -> line(result).flatMap(ResultRows::figure).stream())
            .mapToInt(figure -> figure.absolute().rounded(0).precision())
            .max()
            .orElse(1);
    return Math.max(0, Math.min(PLACES, DIGITS - whole));
  }
}
