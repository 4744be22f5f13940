package org.plumbline.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.remedy.Consequences;

/**
 * Two texts over the same past, side by side.
 *
 * @param before what was: the agreement as it was in force
 * @param after what would have been under the draft
 * @param rows every result of one or the other, in the order of metrics, values of {@code each} and
 *     periods
 * @param changed by metric of both texts the terms in which they differ; none: not in the map
 * @param answered by metric of the draft what its figures were worked out from
 */
public record Replay(
    Side before,
    Side after,
    List<Row> rows,
    Map<String, Set<Term>> changed,
    Map<String, Answered> answered) {

  /** Copies list and maps, keeping their order. */
  public Replay {
    rows = List.copyOf(rows);
    changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
    answered = Collections.unmodifiableMap(new LinkedHashMap<>(answered));
  }

  /**
   * One text over the past.
   *
   * @param hash what names the text
   * @param follows what follows from the results
   */
  public record Side(Agreement agreement, String hash, Results results, Consequences follows) {}

  /**
   * One metric, period and value of {@code each}.
   *
   * @param before empty where only the draft has it
   * @param after empty where only the agreement in force has it
   * @param because of a result that turns: the terms each of which turns it by itself; where none
   *     does, those that cannot be missed; where each can, all that changed
   * @param alone whether each of these terms turns it by itself
   */
  public record Row(
      String metric,
      ReportingPeriod period,
      Optional<String> each,
      Optional<Result> before,
      Optional<Result> after,
      Set<Term> because,
      boolean alone) {

    /** Copies the set. */
    public Row {
      because = Collections.unmodifiableSet(new LinkedHashSet<>(because));
    }

    /** Whether the draft turns the result. */
    public boolean turns() {
      return before.isPresent()
          && after.isPresent()
          && before.get().status() != after.get().status();
    }

    Row because(Set<Term> terms, boolean byItself) {
      return new Row(metric, period, each, before, after, terms, byItself);
    }
  }

  /**
   * A replay with single cases.
   *
   * @param cases those that stand otherwise, of the metrics that were asked for
   */
  public record WithCases(Replay replay, List<TurnedCase> cases) {
    /** Copies the list. */
    public WithCases {
      cases = List.copyOf(cases);
    }
  }

  /** The rows of one metric. */
  public List<Row> of(String metric) {
    return rows.stream().filter(row -> row.metric().equals(metric)).toList();
  }

  /** The rows whose result turns. */
  public List<Row> turned() {
    return rows.stream().filter(Row::turns).toList();
  }

  /**
   * Sets two texts side by side.
   *
   * @param text that a result was under as it was
   * @param variant runs a text like the draft and gives the results of the periods asked for
   */
  public static Replay of(
      Side before,
      Side after,
      Map<String, Answered> answered,
      Function<Result, Agreement> text,
      Function<Agreement, Results> variant) {
    Map<String, Set<Term>> changed = changed(before.agreement(), after.agreement());
    List<Row> rows = rows(before.results(), after.results(), order(before, after));
    return new Replay(
        before, after, explained(after.agreement(), rows, text, variant), changed, answered);
  }

  private static List<String> order(Side before, Side after) {
    Set<String> order = new LinkedHashSet<>(after.agreement().metrics().keySet());
    order.addAll(before.agreement().metrics().keySet());
    return List.copyOf(order);
  }

  static Map<String, Set<Term>> changed(Agreement before, Agreement after) {
    Set<Term> common = Term.changed(before, after);
    Map<String, Set<Term>> changed = new LinkedHashMap<>();
    after
        .metrics()
        .forEach(
            (id, metric) -> {
              Metric other = before.metrics().get(id);
              if (other != null) {
                Set<Term> terms = EnumSet.copyOf(common);
                terms.addAll(Term.changed(other, metric));
                if (!terms.isEmpty()) {
                  changed.put(id, Collections.unmodifiableSet(terms));
                }
              }
            });
    return changed;
  }

  private static List<Row> rows(Results before, Results after, List<String> order) {
    Map<List<Object>, Result> was = byKey(before);
    Map<List<Object>, Result> would = byKey(after);
    Set<List<Object>> keys = new LinkedHashSet<>(was.keySet());
    keys.addAll(would.keySet());
    List<Row> rows = new ArrayList<>();
    for (String metric : order) {
      keys.stream()
          .filter(key -> key.get(0).equals(metric))
          .map(
              key -> {
                Optional<Result> one = Optional.ofNullable(was.get(key));
                Optional<Result> other = Optional.ofNullable(would.get(key));
                Result any = one.or(() -> other).orElseThrow();
                return new Row(metric, any.period(), any.each(), one, other, Set.of(), false);
              })
          .sorted(
              java.util.Comparator.comparing((Row row) -> row.each().orElse(""))
                  .thenComparing(Row::period, org.plumbline.judge.Trend.BY_TIME))
          .forEach(rows::add);
    }
    return rows;
  }

  static Map<List<Object>, Result> byKey(Results results) {
    Map<List<Object>, Result> byKey = new LinkedHashMap<>();
    results
        .results()
        .forEach(
            result -> byKey.put(List.of(result.metric(), result.each(), result.period()), result));
    return byKey;
  }

  private static List<Row> explained(
      Agreement after,
      List<Row> rows,
      Function<Result, Agreement> text,
      Function<Agreement, Results> variant) {
    Map<Agreement, Turning> turnings = new LinkedHashMap<>();
    return rows.stream()
        .map(
            row ->
                row.turns()
                    ? turnings
                        .computeIfAbsent(
                            text.apply(row.before().orElseThrow()),
                            was -> new Turning(was, after, variant))
                        .because(row)
                    : row)
        .toList();
  }
}
