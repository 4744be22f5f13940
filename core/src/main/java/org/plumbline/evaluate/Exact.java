package org.plumbline.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact rational number: every figure is one, so that 99.79 % is never taken for 99.8 % (design
 * 4.6).
 *
 * @param numerator any integer
 * @param denominator above 0; the two have no common divisor
 */
public record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {

  /** Zero. */
  public static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);

  /** Reduces to lowest terms with a denominator above 0. */
  public Exact {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("an exact number has a denominator other than 0");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /** A whole number. */
  public static Exact of(long value) {
    return new Exact(BigInteger.valueOf(value), BigInteger.ONE);
  }

  /** A decimal number. */
  public static Exact of(BigDecimal value) {
    return value.scale() <= 0
        ? new Exact(value.toBigIntegerExact(), BigInteger.ONE)
        : new Exact(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /** The quotient of two decimal numbers; the second is not 0. */
  public static Exact ratio(BigDecimal of, BigDecimal to) {
    return of(of).dividedBy(of(to));
  }

  /** The quotient of two whole numbers; the second is not 0. */
  public static Exact ratio(long of, long to) {
    return new Exact(BigInteger.valueOf(of), BigInteger.valueOf(to));
  }

  /** This and the other. */
  public Exact plus(Exact other) {
    return new Exact(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** This less the other. */
  public Exact minus(Exact other) {
    return plus(other.negated());
  }

  /** This times minus one. */
  public Exact negated() {
    return new Exact(numerator.negate(), denominator);
  }

  /** The absolute value. */
  public Exact absolute() {
    return numerator.signum() < 0 ? negated() : this;
  }

  /** This over the other, which is not 0. */
  public Exact dividedBy(Exact other) {
    return new Exact(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** This times the other. */
  public Exact times(Exact other) {
    return new Exact(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** Whether it is 0. */
  public boolean isZero() {
    return numerator.signum() == 0;
  }

  /** Rounded half-up to so many places; for showing, and for {@code compare: rounded-to} alone. */
  public BigDecimal rounded(int scale) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), scale, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Exact other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** {@code 3/4}, or {@code 3} for a whole number. */
  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
