package org.plumbline.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.plumbline.calendar.TimeAmount;

/** A value written in an agreement: a number with its unit, a date, a word (language.md 3.1). */
public sealed interface Literal {

  /** A count or anything else without a unit, such as {@code 5500}. */
  record Numeral(BigDecimal value) implements Literal {
    /** Keeps the number without trailing zeros. */
    public Numeral {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @Override
    public String toString() {
      return value.toPlainString();
    }
  }

  /** A share of a whole, such as {@code 99.5%}. */
  record Percent(Share share) implements Literal {
    @Override
    public String toString() {
      return share.toString();
    }
  }

  /** A change of a share, such as {@code 2 points}: two hundredths of the whole. */
  record Points(BigDecimal value) implements Literal {
    /** Keeps the number without trailing zeros. */
    public Points {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @Override
    public String toString() {
      return value.toPlainString() + (value.compareTo(BigDecimal.ONE) == 0 ? " point" : " points");
    }
  }

  /** An amount of time, such as {@code 25 days}. */
  record Time(TimeAmount amount) implements Literal {
    @Override
    public String toString() {
      return amount.toString();
    }
  }

  /** An amount of money, such as {@code 2500.00 USD}. */
  record Amount(Money money) implements Literal {
    @Override
    public String toString() {
      return money.toString();
    }
  }

  /** A date, such as {@code 2026-10-01}. */
  record Day(LocalDate date) implements Literal {
    @Override
    public String toString() {
      return date.toString();
    }
  }

  /** An instant, such as {@code 2026-10-01T16:30-04:00}. */
  record Moment(Instant instant) implements Literal {
    @Override
    public String toString() {
      return instant.toString();
    }
  }

  /** Yes or no. */
  record Flag(boolean value) implements Literal {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** A word or a text, such as {@code commercial}. */
  record Text(String value) implements Literal {
    @Override
    public String toString() {
      return value;
    }
  }
}
