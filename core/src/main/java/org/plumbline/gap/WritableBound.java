package org.plumbline.gap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Share;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;

/** A bound that can be written, on the safe side of a figure: 85.27 % is kept by 85.2 %. */
public final class WritableBound {

  private WritableBound() {}

  /** Whether a greater figure is a worse one. */
  public static boolean isUpper(Comparison comparison) {
    return comparison == Comparison.AT_MOST || comparison == Comparison.BELOW;
  }

  /** The bound with few decimals; shares with one in a hundred, time in whole minutes or days. */
  public static Exact rounded(Exact value, FigureUnit unit, Comparison comparison) {
    RoundingMode mode = isUpper(comparison) ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return switch (unit) {
      case SHARE -> rounded(value.times(Exact.of(100)), 1, mode).dividedBy(Exact.of(100));
      case MICROSECONDS ->
          rounded(value.dividedBy(Exact.of(EpochMicros.MINUTE)), 0, mode)
              .times(Exact.of(EpochMicros.MINUTE));
      case CASES, DAYS, WORKDAYS -> rounded(value, 0, mode);
      case MONEY, NUMBER -> rounded(value, 2, mode);
    };
  }

  /**
   * The bound as the language writes it; empty if it cannot be (time below zero).
   *
   * @param like a bound of the same figure, which says the currency
   */
  static Optional<Literal> of(Exact value, FigureUnit unit, Comparison comparison, Literal like) {
    Exact rounded = rounded(value, unit, comparison);
    BigDecimal number =
        new BigDecimal(rounded.numerator()).divide(new BigDecimal(rounded.denominator()));
    if (like instanceof Literal.Percent) {
      return Optional.of(new Literal.Percent(new Share(number)));
    }
    if (like instanceof Literal.Amount amount) {
      return Optional.of(new Literal.Amount(new Money(number, amount.money().currency())));
    }
    if (like instanceof Literal.Numeral) {
      return Optional.of(new Literal.Numeral(number));
    }
    if (like instanceof Literal.Time && number.signum() >= 0) {
      return Optional.of(new Literal.Time(time(number.longValueExact(), unit)));
    }
    return Optional.empty();
  }

  private static TimeAmount time(long value, FigureUnit unit) {
    return switch (unit) {
      case WORKDAYS -> TimeAmount.of(value, TimeAmount.Unit.WORKDAYS);
      case DAYS -> TimeAmount.of(value, TimeAmount.Unit.DAYS);
      default ->
          value % EpochMicros.HOUR == 0
              ? TimeAmount.of(value / EpochMicros.HOUR, TimeAmount.Unit.HOURS)
              : TimeAmount.of(value / EpochMicros.MINUTE, TimeAmount.Unit.MINUTES);
    };
  }

  private static Exact rounded(Exact value, int scale, RoundingMode mode) {
    return Exact.of(
        new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), scale, mode));
  }
}
