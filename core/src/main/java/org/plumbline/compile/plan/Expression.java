package org.plumbline.compile.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What is computed from the columns of a row. */
public sealed interface Expression {

  /** The value of a column. */
  record Reference(String column) implements Expression {}

  /** A value that is the same in each row; empty: null. */
  record Constant(Type type, Optional<Object> value) implements Expression {}

  /** An operation on arguments. */
  record Call(Operation operation, List<Expression> arguments) implements Expression {
    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * The value of the first choice whose condition is yes, else {@code otherwise}. An unknown
   * condition is passed over.
   */
  record Choice(List<When> choices, Expression otherwise) implements Expression {
    /** Copies the list. */
    public Choice {
      choices = List.copyOf(choices);
    }
  }

  /** One choice. */
  record When(Expression condition, Expression value) {}

  /** Yes. */
  Expression YES = flag(true);

  /** No. */
  Expression NO = flag(false);

  /** The value of a column. */
  static Expression column(String name) {
    return new Reference(name);
  }

  /** A whole number. */
  static Expression number(long value) {
    return new Constant(Type.LONG, Optional.of(value));
  }

  /** A decimal number. */
  static Expression decimal(BigDecimal value) {
    return new Constant(Type.DECIMAL, Optional.of(value));
  }

  /** A text. */
  static Expression text(String value) {
    return new Constant(Type.TEXT, Optional.of(value));
  }

  /** Yes or no. */
  static Expression flag(boolean value) {
    return new Constant(Type.FLAG, Optional.of(value));
  }

  /** No value. */
  static Expression none(Type type) {
    return new Constant(type, Optional.empty());
  }

  /** An operation on arguments. */
  static Expression call(Operation operation, Expression... arguments) {
    return new Call(operation, Arrays.asList(arguments));
  }

  /** The first value if the condition is yes, else the second. */
  static Expression choose(Expression condition, Expression value, Expression otherwise) {
    if (condition.equals(YES)) {
      return value;
    }
    if (condition.equals(NO) || value.equals(otherwise)) {
      return otherwise;
    }
    if (condition.equals(known(value))) {
      return firstKnown(value, otherwise);
    }
    return new Choice(List.of(new When(condition, value)), otherwise);
  }

  /** All conditions, with constants worked out. */
  static Expression and(List<Expression> conditions) {
    return joined(Operation.AND, conditions, YES, NO);
  }

  /** All conditions, with constants worked out. */
  static Expression and(Expression... conditions) {
    return and(Arrays.asList(conditions));
  }

  /** At least one condition, with constants worked out. */
  static Expression or(List<Expression> conditions) {
    return joined(Operation.OR, conditions, NO, YES);
  }

  /** At least one condition, with constants worked out. */
  static Expression or(Expression... conditions) {
    return or(Arrays.asList(conditions));
  }

  private static Expression joined(
      Operation operation, List<Expression> conditions, Expression neutral, Expression absorbing) {
    List<Expression> left = new ArrayList<>();
    for (Expression condition : conditions) {
      if (condition.equals(absorbing)) {
        return absorbing;
      }
      if (!condition.equals(neutral) && !left.contains(condition)) {
        left.add(condition);
      }
    }
    return left.isEmpty() ? neutral : left.size() == 1 ? left.get(0) : new Call(operation, left);
  }

  /** The contrary. */
  static Expression not(Expression condition) {
    if (condition.equals(YES)) {
      return NO;
    }
    if (condition.equals(NO)) {
      return YES;
    }
    return condition instanceof Call call && call.operation() == Operation.NOT
        ? call.arguments().get(0)
        : call(Operation.NOT, condition);
  }

  /** Whether it is missing. */
  static Expression missing(Expression value) {
    return value instanceof Constant constant
        ? flag(constant.value().isEmpty())
        : call(Operation.MISSING, value);
  }

  /** Whether it is known. */
  static Expression known(Expression value) {
    return not(missing(value));
  }

  /** Yes only if the condition is yes; unknown becomes no. */
  static Expression surely(Expression condition) {
    if (condition instanceof Constant constant) {
      return constant.value().isEmpty() ? NO : condition;
    }
    return isNeverNull(condition) ? condition : call(Operation.FIRST_KNOWN, condition, NO);
  }

  /** No only if the condition is no; unknown becomes yes. */
  static Expression maybe(Expression condition) {
    if (condition instanceof Constant constant) {
      return constant.value().isEmpty() ? YES : condition;
    }
    return isNeverNull(condition) ? condition : call(Operation.FIRST_KNOWN, condition, YES);
  }

  private static boolean isNeverNull(Expression condition) {
    if (condition instanceof Constant constant) {
      return constant.value().isPresent();
    }
    if (!(condition instanceof Call call)) {
      return false;
    }
    return switch (call.operation()) {
      case MISSING, ONE_IF -> true;
      case AND, OR, NOT -> call.arguments().stream().allMatch(Expression::isNeverNull);
      case FIRST_KNOWN -> isNeverNull(call.arguments().get(call.arguments().size() - 1));
      default -> false;
    };
  }

  /** The sum. */
  static Expression plus(Expression one, Expression other) {
    if (other.equals(number(0))) {
      return one;
    }
    return one.equals(number(0)) ? other : call(Operation.PLUS, one, other);
  }

  /** The first less the second. */
  static Expression minus(Expression one, Expression other) {
    return other.equals(number(0)) ? one : call(Operation.MINUS, one, other);
  }

  /** The first is the second. */
  static Expression equal(Expression one, Expression other) {
    return call(Operation.EQUAL, one, other);
  }

  /** The first is less. */
  static Expression less(Expression one, Expression other) {
    return call(Operation.LESS, one, other);
  }

  /** The first is not greater. */
  static Expression atMost(Expression one, Expression other) {
    return call(Operation.AT_MOST, one, other);
  }

  /** The first that is known. */
  static Expression firstKnown(Expression... values) {
    List<Expression> left = new ArrayList<>();
    for (Expression value : values) {
      boolean nothing = value instanceof Constant constant && constant.value().isEmpty();
      if (!nothing && !left.contains(value)) {
        left.add(value);
      }
      if (value instanceof Constant constant && constant.value().isPresent()) {
        break;
      }
    }
    return left.isEmpty()
        ? values[0]
        : left.size() == 1 ? left.get(0) : new Call(Operation.FIRST_KNOWN, left);
  }

  /** The least, nulls left out. */
  static Expression least(Expression... values) {
    return values.length == 1 ? values[0] : call(Operation.LEAST, values);
  }

  /** The greatest, nulls left out. */
  static Expression greatest(Expression... values) {
    return values.length == 1 ? values[0] : call(Operation.GREATEST, values);
  }

  /** Shows each column that is named in it. */
  default void columns(Consumer<String> consumer) {
    if (this instanceof Reference reference) {
      consumer.accept(reference.column());
    } else if (this instanceof Call call) {
      call.arguments().forEach(argument -> argument.columns(consumer));
    } else if (this instanceof Choice choice) {
      choice
          .choices()
          .forEach(
              when -> {
                when.condition().columns(consumer);
                when.value().columns(consumer);
              });
      choice.otherwise().columns(consumer);
    }
  }

  /** The same with other columns. */
  default Expression rename(UnaryOperator<String> names) {
    if (this instanceof Reference reference) {
      return new Reference(names.apply(reference.column()));
    }
    if (this instanceof Call call) {
      return new Call(
          call.operation(), call.arguments().stream().map(each -> each.rename(names)).toList());
    }
    if (this instanceof Choice choice) {
      return new Choice(
          choice.choices().stream()
              .map(when -> new When(when.condition().rename(names), when.value().rename(names)))
              .toList(),
          choice.otherwise().rename(names));
    }
    return this;
  }
}
