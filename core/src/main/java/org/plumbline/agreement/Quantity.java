package org.plumbline.agreement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/** What is counted over the cases of a period: the figure of a metric (language.md 5.2). */
public sealed interface Quantity {

  /** {@code {share: in-time}}: of cases, those within the target's limit. The default. */
  record ShareInTime(Optional<Condition> where) implements Quantity {}

  /** {@code {share: C}}: of cases, those for which the condition holds. */
  record ShareOfCases(Condition of, Optional<Condition> where) implements Quantity {}

  /**
   * {@code {share: available-time}}: of open time in the period, that in which no case's clock
   * runs.
   *
   * @param down which cases are down; empty: all
   * @param thirtyDays whether a month has a fixed 30 days
   */
  record ShareOfAvailableTime(
      Optional<Condition> down,
      Optional<TimeAmount> mergeGaps,
      Optional<TimeAmount> ignoreUnder,
      boolean thirtyDays,
      Optional<Weight> weight,
      Optional<Condition> where)
      implements Quantity {}

  /** {@code {count: cases}}. */
  record CountOfCases(Optional<Condition> where) implements Quantity {}

  /**
   * {@code {sum: Q}}, {@code mean}, {@code median}, {@code max}, {@code min}, {@code last}.
   *
   * @param weight weighs the cases of a mean
   * @param fastest keeps that share of cases with the least value, ties at the edge included
   */
  record Statistic(
      Kind kind,
      Measurand of,
      Optional<Condition> where,
      Optional<Weight> weight,
      Optional<Share> fastest)
      implements Quantity {}

  /**
   * {@code {percentile: N, of: Q}}: the smallest value with at least N % at or below it.
   *
   * @param percent above 0, at most 100
   */
  record Percentile(BigDecimal percent, Measurand of, Optional<Condition> where)
      implements Quantity {}

  /** {@code {ratio: {of: …, to: …}}}: the quotient; nothing below is no data. */
  record Ratio(Quantity of, Quantity to) implements Quantity {}

  /** {@code {difference: [a, b]}}: the first less the second. */
  record Difference(Quantity first, Quantity second) implements Quantity {}

  /** {@code {absolute: Q}}. */
  record Absolute(Quantity of) implements Quantity {}

  /** {@code {larger-of: [Q, …]}}. */
  record LargerOf(List<Quantity> quantities) implements Quantity {
    /** Copies the list. */
    public LargerOf {
      quantities = List.copyOf(quantities);
    }
  }

  /** A statistic. */
  enum Kind {
    /** The sum. */
    SUM("sum"),
    /** The arithmetic mean, exact. */
    MEAN("mean"),
    /** The median: the mean of the two middle values where their number is even. */
    MEDIAN("median"),
    /** The largest. */
    MAX("max"),
    /** The smallest. */
    MIN("min"),
    /** The value of the case counted last in the period. */
    LAST("last");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }

  /** What is measured on each case. */
  sealed interface Measurand {
    /** The value of a field. */
    record OfField(String field) implements Measurand {}

    /** The time under the clock; of a case without a stop up to the as-of moment. */
    record Elapsed() implements Measurand {}

    /** The time under the clock up to the moment of counting. */
    record Age() implements Measurand {}
  }

  /** A weight: a number that may vary, a field, or the word {@code cases}. */
  sealed interface Weight {
    /** A number for each case. */
    record Number(Varying<BigDecimal> value) implements Weight {}

    /** The value of a field, or {@code cases} over {@code register/results}. */
    record OfField(String field) implements Weight {}
  }
}
