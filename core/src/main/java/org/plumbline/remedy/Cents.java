package org.plumbline.remedy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.plumbline.agreement.Money;
import org.plumbline.evaluate.Exact;

/** Money in the smallest unit of its currency, and how an amount is shared to that unit. */
final class Cents {

  private Cents() {}

  /** How many decimals the currency has; two where nobody knows it. */
  static int scale(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException unknown) {
      return 2;
    }
  }

  /** Rounded half-up. */
  static BigInteger halfUp(Exact amount, String currency) {
    return amount.rounded(scale(currency)).unscaledValue();
  }

  /** Rounded down, so that what is shared out never exceeds it. */
  static BigInteger down(Exact amount, String currency) {
    Exact cents = amount.times(Exact.of(BigDecimal.TEN.pow(scale(currency))));
    return cents.numerator().divide(cents.denominator());
  }

  static BigInteger of(Money money) {
    return money.amount().setScale(scale(money.currency())).unscaledValue();
  }

  static Money money(BigInteger cents, String currency) {
    return new Money(new BigDecimal(cents, scale(currency)), currency);
  }

  /**
   * Shares a total in proportion to amounts: each gets the whole cents of its part; what is left
   * goes by one cent to the largest fractions, the earlier first among equals. No part exceeds its
   * amount.
   *
   * @param total not above the sum of the amounts
   * @param amounts not below zero
   */
  static List<BigInteger> shared(BigInteger total, List<BigInteger> amounts) {
    BigInteger sum = amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() == 0) {
      return amounts;
    }
    List<BigInteger> parts = new ArrayList<>();
    List<Integer> byFraction = new ArrayList<>();
    BigInteger left = total;
    for (int i = 0; i < amounts.size(); i++) {
      BigInteger part = amounts.get(i).multiply(total).divide(sum);
      parts.add(part);
      byFraction.add(i);
      left = left.subtract(part);
    }
    byFraction.sort(
        Comparator.comparing((Integer i) -> amounts.get(i).multiply(total).mod(sum)).reversed());
    for (int i = 0; i < left.intValueExact(); i++) {
      int at = byFraction.get(i);
      parts.set(at, parts.get(at).add(BigInteger.ONE));
    }
    return List.copyOf(parts);
  }
}
