package org.plumbline.remedy;

import java.util.Optional;
import org.plumbline.agreement.Literal;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;

/** A value that a condition about a result tests. */
sealed interface Value {

  /**
   * A number.
   *
   * @param unit of a figure; empty for what has none
   */
  record Number(Exact number, Optional<FigureUnit> unit) implements Value {}

  /** A word. */
  record Word(String word) implements Value {}

  static Value of(long number) {
    return new Number(Exact.of(number), Optional.empty());
  }

  /** A fact of a party. */
  static Value of(Literal literal) {
    Optional<Exact> number = number(literal, Optional.empty());
    return number.isPresent()
        ? new Number(number.get(), Optional.empty())
        : new Word(literal.toString());
  }

  /** Whether it is the literal; unknown where the two cannot be compared. */
  default Truth is(Literal literal) {
    if (this instanceof Number value) {
      return number(literal, value.unit())
          .map(other -> Truth.of(value.number().compareTo(other) == 0))
          .orElse(Truth.UNKNOWN);
    }
    return Truth.of(((Word) this).word().equals(literal.toString()));
  }

  /** The number in a literal, where it goes together with the unit. */
  static Optional<Exact> number(Literal literal, Optional<FigureUnit> unit) {
    if (literal instanceof Literal.Time time) {
      return time(time, unit);
    }
    boolean ofTime = unit.filter(Value::isTime).isPresent();
    if (ofTime) {
      return Optional.empty();
    }
    if (literal instanceof Literal.Numeral numeral) {
      return Optional.of(Exact.of(numeral.value()));
    }
    if (literal instanceof Literal.Percent percent) {
      return Optional.of(Exact.of(percent.share().ratio()));
    }
    if (literal instanceof Literal.Points points) {
      return Optional.of(Exact.of(points.value().movePointLeft(2)));
    }
    return literal instanceof Literal.Amount amount
        ? Optional.of(Exact.of(amount.money().amount()))
        : Optional.empty();
  }

  private static Optional<Exact> time(Literal.Time time, Optional<FigureUnit> unit) {
    return switch (time.amount().kind()) {
      case ELAPSED ->
          unit.isEmpty() || unit.get() == FigureUnit.MICROSECONDS
              ? Optional.of(Exact.of(time.amount().micros()))
              : Optional.empty();
      case BY_DATE_DAYS ->
          unit.isEmpty() || unit.get() == FigureUnit.DAYS
              ? Optional.of(Exact.of(time.amount().days()))
              : Optional.empty();
      case BY_DATE_WORKDAYS ->
          unit.isEmpty() || unit.get() == FigureUnit.WORKDAYS
              ? Optional.of(Exact.of(time.amount().days()))
              : Optional.empty();
      case BY_DATE_MONTHS -> Optional.empty();
    };
  }

  private static boolean isTime(FigureUnit unit) {
    return switch (unit) {
      case MICROSECONDS, DAYS, WORKDAYS -> true;
      case SHARE, CASES, MONEY, NUMBER -> false;
    };
  }
}
