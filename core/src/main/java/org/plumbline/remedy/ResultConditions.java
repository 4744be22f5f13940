package org.plumbline.remedy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;

/** Conditions about a result, in three-valued logic (language.md 3.2). */
final class ResultConditions {

  private ResultConditions() {}

  static Truth holds(Condition condition, Subjects subjects) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream()
          .map(one -> holds(one, subjects))
          .reduce(Truth.YES, Truth::and);
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().map(one -> holds(one, subjects)).reduce(Truth.NO, Truth::or);
    }
    if (condition instanceof Condition.None none) {
      return none.conditions().stream()
          .map(one -> holds(one, subjects))
          .reduce(Truth.NO, Truth::or)
          .not();
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return subjects
          .value(oneOf.subject())
          .map(found -> oneOf.values().stream().map(found::is).reduce(Truth.NO, Truth::or))
          .orElse(Truth.UNKNOWN);
    }
    if (condition instanceof Condition.Compares compares) {
      return subjects
          .value(compares.subject())
          .map(found -> compares(found, compares))
          .orElse(Truth.UNKNOWN);
    }
    if (condition instanceof Condition.Missing missing) {
      return Truth.of(subjects.value(missing.subject()).isEmpty() == missing.missing());
    }
    return Truth.UNKNOWN;
  }

  private static Truth compares(Value found, Condition.Compares compares) {
    if (!(found instanceof Value.Number number)) {
      return Truth.UNKNOWN;
    }
    return Value.number(compares.value(), number.unit())
        .map(value -> Truth.of(compares.comparison().holds(number.number().compareTo(value))))
        .orElse(Truth.UNKNOWN);
  }

  /**
   * The condition without the tests of a name; empty where nothing is left, which holds.
   *
   * @param subject such as {@code repeat}
   */
  static Optional<Condition> without(String subject, Condition condition) {
    if (condition instanceof Condition.All all) {
      List<Condition> left = without(subject, all.conditions());
      return left.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(left));
    }
    if (condition instanceof Condition.Any any) {
      List<Condition> left = without(subject, any.conditions());
      return left.size() < any.conditions().size()
          ? Optional.empty()
          : Optional.of(new Condition.Any(left));
    }
    if (condition instanceof Condition.None none) {
      List<Condition> left = without(subject, none.conditions());
      return left.isEmpty() ? Optional.empty() : Optional.of(new Condition.None(left));
    }
    return tests(condition, subject::equals) ? Optional.empty() : Optional.of(condition);
  }

  private static List<Condition> without(String subject, List<Condition> conditions) {
    return conditions.stream().map(one -> without(subject, one)).flatMap(Optional::stream).toList();
  }

  /** Whether a condition tests a name. */
  static boolean tests(Condition condition, Predicate<String> subject) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().anyMatch(one -> tests(one, subject));
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().anyMatch(one -> tests(one, subject));
    }
    if (condition instanceof Condition.None none) {
      return none.conditions().stream().anyMatch(one -> tests(one, subject));
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return subject.test(oneOf.subject());
    }
    if (condition instanceof Condition.Compares compares) {
      return subject.test(compares.subject());
    }
    return condition instanceof Condition.Missing missing && subject.test(missing.subject());
  }

  /** Whether it asks, outside {@code none}, for a value of a name by that very value. */
  static boolean names(Condition condition, String subject, String value) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().anyMatch(one -> names(one, subject, value));
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().anyMatch(one -> names(one, subject, value));
    }
    return condition instanceof Condition.OneOf oneOf
        && oneOf.subject().equals(subject)
        && oneOf.values().stream().map(Literal::toString).anyMatch(value::equals);
  }
}
