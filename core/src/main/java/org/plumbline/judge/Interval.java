package org.plumbline.judge;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The Wilson interval of a share at 95 %: what the share of a larger whole of the same kind may be.
 * It is information beside a count and never decides a result (design 4.11).
 *
 * @param low as a ratio, 0 to 1
 * @param high as a ratio, 0 to 1
 */
public record Interval(BigDecimal low, BigDecimal high) {

  private static final MathContext PRECISION = new MathContext(20);
  private static final BigDecimal Z_SQUARED = new BigDecimal("3.841458820694124");

  /**
   * The interval for so many of so many.
   *
   * @param holding 0 to {@code cases}
   * @param cases at least 1
   */
  public static Interval wilson(long holding, long cases) {
    BigDecimal n = BigDecimal.valueOf(cases);
    BigDecimal share = BigDecimal.valueOf(holding).divide(n, PRECISION);
    BigDecimal four = BigDecimal.valueOf(4);
    BigDecimal center = share.add(Z_SQUARED.divide(n.add(n), PRECISION));
    BigDecimal spread =
        share
            .multiply(BigDecimal.ONE.subtract(share))
            .divide(n, PRECISION)
            .add(Z_SQUARED.divide(four.multiply(n).multiply(n), PRECISION))
            .multiply(Z_SQUARED)
            .sqrt(PRECISION);
    BigDecimal scale = BigDecimal.ONE.add(Z_SQUARED.divide(n, PRECISION));
    // None and all are ends of the interval exactly, which a root of twenty digits may miss.
    return new Interval(
        holding == 0
            ? BigDecimal.ZERO
            : center.subtract(spread).divide(scale, PRECISION).max(BigDecimal.ZERO),
        holding == cases
            ? BigDecimal.ONE
            : center.add(spread).divide(scale, PRECISION).min(BigDecimal.ONE));
  }
}
