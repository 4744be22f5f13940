package org.plumbline.agreement;

import java.math.BigDecimal;

/**
 * A share of a whole, such as {@code 99.5%}, held as a ratio.
 *
 * @param ratio the share as an exact ratio: {@code 99.5%} is {@code 0.995}; may lie outside 0..1 (a
 *     variance of {@code -10%})
 */
public record Share(BigDecimal ratio) {

  /**
   * Keeps the ratio without trailing zeros, so that {@code 98%} and {@code 98.0%} are the same
   * value.
   */
  public Share {
    ratio = ratio.signum() == 0 ? BigDecimal.ZERO : ratio.stripTrailingZeros();
  }

  /** The share of so many per cent: {@code ofPercent(99.5)} is {@code 99.5%}. */
  public static Share ofPercent(BigDecimal percent) {
    return new Share(percent.movePointLeft(2));
  }

  /** The share as per cent: {@code 99.5} for {@code 99.5%}. */
  public BigDecimal percent() {
    BigDecimal percent = ratio.movePointRight(2).stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0) : percent;
  }

  /** The share as the language writes it: {@code 99.5%}. */
  @Override
  public String toString() {
    return percent().toPlainString() + "%";
  }
}
