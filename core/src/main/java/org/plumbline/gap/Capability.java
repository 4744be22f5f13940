package org.plumbline.gap;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.Interval;

/**
 * What the past has shown of a figure, with an interval of 95 %. Of a share it is that of all cases
 * of all periods together, with the Wilson interval. Of any other figure it is the median of the
 * periods' figures, with the interval between two of them that the median of a longer past lies in
 * with at least 95 %, however the figures are spread: it needs six periods
 * (docs/howto/see-the-gaps.md).
 *
 * @param periods how many have data
 * @param cases in all periods
 * @param figure the share, or the median
 * @param low lower end of the interval; empty where there are too few periods for one
 * @param high upper end of the interval
 */
public record Capability(
    int periods, long cases, Exact figure, Optional<Exact> low, Optional<Exact> high) {

  /** Twice this in ten thousand is what lies outside an interval at most. */
  private static final long OUTSIDE_EACH_SIDE = 250;

  private static final long WHOLE = 10_000;

  /**
   * The share of all cases together.
   *
   * @param cases above 0
   */
  static Capability ofShare(int periods, long holding, long cases) {
    Interval interval = Interval.wilson(holding, cases);
    return new Capability(
        periods,
        cases,
        Exact.ratio(holding, cases),
        Optional.of(Exact.of(interval.low())),
        Optional.of(Exact.of(interval.high())));
  }

  /**
   * The median of figures.
   *
   * @param figures of the periods; at least one
   */
  static Capability ofFigures(List<Exact> figures, long cases) {
    List<Exact> sorted = figures.stream().sorted().toList();
    int n = sorted.size();
    Exact middle = sorted.get((n - 1) / 2).plus(sorted.get(n / 2)).dividedBy(Exact.of(2));
    int rank = rank(n);
    return new Capability(
        n,
        cases,
        middle,
        rank == 0 ? Optional.empty() : Optional.of(sorted.get(rank - 1)),
        rank == 0 ? Optional.empty() : Optional.of(sorted.get(n - rank)));
  }

  /**
   * The greatest rank k so that the median lies below the kth least of n values with at most 2.5 %:
   * the sum of the first k binomial coefficients over 2 to the n. 0 if there is none.
   */
  static int rank(int n) {
    BigInteger all = BigInteger.ONE.shiftLeft(n);
    BigInteger coefficient = BigInteger.ONE;
    BigInteger below = BigInteger.ZERO;
    for (int k = 1; k <= n; k++) {
      below = below.add(coefficient);
      if (below
              .multiply(BigInteger.valueOf(WHOLE))
              .compareTo(all.multiply(BigInteger.valueOf(OUTSIDE_EACH_SIDE)))
          > 0) {
        return k - 1;
      }
      coefficient =
          coefficient.multiply(BigInteger.valueOf(n - k + 1L)).divide(BigInteger.valueOf(k));
    }
    return 0;
  }
}
