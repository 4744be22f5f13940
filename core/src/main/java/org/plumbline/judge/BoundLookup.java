package org.plumbline.judge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Varying;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;

/**
 * Finds which value of a bound applies in a period: by date and by fact on the period's last day,
 * by another metric's figure for the period (language.md 3.3, 5.3).
 */
final class BoundLookup {

  private final Agreement agreement;
  private final LocalDate day;
  private final Function<String, Optional<Exact>> figureOf;

  /**
   * A look-up for one period.
   *
   * @param day the period's last day
   * @param figureOf a metric's figure for the period; empty where it has none
   */
  BoundLookup(Agreement agreement, LocalDate day, Function<String, Optional<Exact>> figureOf) {
    this.agreement = agreement;
    this.day = day;
    this.figureOf = figureOf;
  }

  /** The value that applies; empty if that cannot be said or is not agreed. */
  Optional<Literal> value(Varying<Literal> varying) {
    if (varying instanceof Varying.Fixed<Literal> fixed) {
      return Optional.of(fixed.value());
    }
    if (varying instanceof Varying.ByDate<Literal> dated) {
      return dated.steps().stream()
          .filter(step -> !step.from().isAfter(day))
          .reduce((earlier, later) -> later)
          .flatMap(step -> value(step.is()));
    }
    if (varying instanceof Varying.ByCondition<Literal> choices) {
      for (Varying.Choice<Literal> choice : choices.choices()) {
        Optional<Boolean> holds =
            choice.when().isEmpty() ? Optional.of(true) : holds(choice.when().get());
        if (holds.isEmpty()) {
          return Optional.empty();
        }
        if (holds.get()) {
          return value(choice.is());
        }
      }
    }
    return Optional.empty();
  }

  /** A limit of work, a plain number; empty if it cannot be said. */
  Optional<Exact> number(Exclusion.WorkloadLimit limit) {
    if (limit instanceof Exclusion.WorkloadLimit.Number number) {
      return value(number.value()).flatMap(BoundLookup::plainNumber);
    }
    Exclusion.WorkloadLimit.ShareOfFact share = (Exclusion.WorkloadLimit.ShareOfFact) limit;
    return subject(share.fact())
        .flatMap(BoundLookup::number)
        .map(fact -> fact.times(Exact.of(share.share().ratio())));
  }

  /** Whether the value is still to be agreed. */
  static boolean isOpen(Varying<Literal> varying) {
    if (varying instanceof Varying.Open<Literal>) {
      return true;
    }
    if (varying instanceof Varying.ByDate<Literal> dated) {
      return dated.steps().stream().anyMatch(step -> isOpen(step.is()));
    }
    if (varying instanceof Varying.ByCondition<Literal> choices) {
      return choices.choices().stream().anyMatch(choice -> isOpen(choice.is()));
    }
    return false;
  }

  /** Whether the condition holds; empty: unknown. */
  private Optional<Boolean> holds(Condition condition) {
    if (condition instanceof Condition.All all) {
      return allOf(all.conditions());
    }
    if (condition instanceof Condition.Any any) {
      return anyOf(any.conditions());
    }
    if (condition instanceof Condition.None none) {
      return anyOf(none.conditions()).map(some -> !some);
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return subject(oneOf.subject())
          .map(found -> oneOf.values().stream().anyMatch(value -> same(found, value)));
    }
    if (condition instanceof Condition.Compares compares) {
      Optional<Exact> found = subject(compares.subject()).flatMap(BoundLookup::number);
      Optional<Exact> value = number(compares.value());
      return found.isEmpty() || value.isEmpty()
          ? Optional.empty()
          : Optional.of(compares.comparison().holds(found.get().compareTo(value.get())));
    }
    if (condition instanceof Condition.Missing missing) {
      return Optional.of(subject(missing.subject()).isEmpty() == missing.missing());
    }
    return Optional.empty();
  }

  private Optional<Boolean> allOf(List<Condition> conditions) {
    boolean unknown = false;
    for (Condition condition : conditions) {
      Optional<Boolean> holds = holds(condition);
      if (holds.isPresent() && !holds.get()) {
        return holds;
      }
      unknown |= holds.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(true);
  }

  private Optional<Boolean> anyOf(List<Condition> conditions) {
    boolean unknown = false;
    for (Condition condition : conditions) {
      Optional<Boolean> holds = holds(condition);
      if (holds.isPresent() && holds.get()) {
        return holds;
      }
      unknown |= holds.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(false);
  }

  private Optional<Object> subject(String subject) {
    int dot = subject.indexOf('.');
    if (dot < 0) {
      return figureOf.apply(subject).map(figure -> figure);
    }
    Party party = agreement.parties().get(subject.substring(0, dot));
    if (party == null) {
      return Optional.empty();
    }
    Varying<Literal> fact = party.facts().get(subject.substring(dot + 1));
    return fact == null ? Optional.empty() : value(fact).map(found -> found);
  }

  private static boolean same(Object found, Literal value) {
    Optional<Exact> left = number(found);
    Optional<Exact> right = number(value);
    return left.isPresent() && right.isPresent()
        ? left.get().compareTo(right.get()) == 0
        : found.toString().equals(value.toString());
  }

  private static Optional<Exact> number(Object value) {
    if (value instanceof Exact exact) {
      return Optional.of(exact);
    }
    return value instanceof Literal literal ? plainNumber(literal) : Optional.empty();
  }

  /** The number in a literal without regard to a figure's unit; elapsed time in microseconds. */
  private static Optional<Exact> plainNumber(Literal literal) {
    if (literal instanceof Literal.Time time) {
      return switch (time.amount().kind()) {
        case ELAPSED -> Optional.of(Exact.of(time.amount().micros()));
        case BY_DATE_DAYS, BY_DATE_WORKDAYS -> Optional.of(Exact.of(time.amount().days()));
        case BY_DATE_MONTHS -> Optional.empty();
      };
    }
    return inUnit(literal, FigureUnit.NUMBER);
  }

  /** A bound's value in the unit of a figure; empty if the two do not go together. */
  static Optional<Exact> inUnit(Literal literal, FigureUnit unit) {
    if (literal instanceof Literal.Numeral numeral) {
      return switch (unit) {
        case SHARE, CASES, NUMBER -> Optional.of(Exact.of(numeral.value()));
        case MICROSECONDS, DAYS, WORKDAYS, MONEY -> Optional.empty();
      };
    }
    if (literal instanceof Literal.Percent percent) {
      return switch (unit) {
        case SHARE, NUMBER -> Optional.of(Exact.of(percent.share().ratio()));
        case MICROSECONDS, DAYS, WORKDAYS, MONEY, CASES -> Optional.empty();
      };
    }
    if (literal instanceof Literal.Amount amount) {
      return unit == FigureUnit.MONEY || unit == FigureUnit.NUMBER
          ? Optional.of(Exact.of(amount.money().amount()))
          : Optional.empty();
    }
    if (literal instanceof Literal.Time time) {
      return switch (time.amount().kind()) {
        case ELAPSED ->
            unit == FigureUnit.MICROSECONDS
                ? Optional.of(Exact.of(time.amount().micros()))
                : Optional.empty();
        case BY_DATE_DAYS ->
            unit == FigureUnit.DAYS
                ? Optional.of(Exact.of(time.amount().days()))
                : Optional.empty();
        case BY_DATE_WORKDAYS ->
            unit == FigureUnit.WORKDAYS
                ? Optional.of(Exact.of(time.amount().days()))
                : Optional.empty();
        case BY_DATE_MONTHS -> Optional.empty();
      };
    }
    return Optional.empty();
  }
}
