package org.plumbline.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/**
 * What an expression gives of most rows: those of which moments are known, but not the ones that
 * void a case. It is a guess about speed alone: the conditions say of which rows it is right.
 */
final class Usual {

  private static final Expression UNKNOWN = Expression.none(Type.FLAG);

  private final Set<String> seldom;
  private final Set<Expression> conditions = new LinkedHashSet<>();

  /**
   * A guess.
   *
   * @param seldom columns that are null in most rows
   */
  Usual(Set<String> seldom) {
    this.seldom = seldom;
  }

  /** The rows of which all that was guessed is right. */
  Expression conditions() {
    return Expression.and(List.copyOf(conditions));
  }

  /** The constant that an expression gives; empty if it is not always the same one. */
  Optional<Expression> of(Expression expression) {
    Usual inside = new Usual(seldom);
    Optional<Expression> value = inside.value(expression);
    if (value.isPresent()) {
      conditions.addAll(inside.conditions);
    }
    return value;
  }

  private Optional<Expression> value(Expression expression) {
    if (expression instanceof Expression.Constant) {
      return Optional.of(expression);
    }
    if (expression instanceof Expression.Reference reference) {
      if (!seldom.contains(reference.column())) {
        return Optional.empty();
      }
      conditions.add(Expression.missing(reference));
      return Optional.of(UNKNOWN);
    }
    if (expression instanceof Expression.Choice choice) {
      return chosen(choice);
    }
    Expression.Call call = (Expression.Call) expression;
    return switch (call.operation()) {
      case MISSING -> missing(call.arguments().get(0));
      case NOT -> value(call.arguments().get(0)).map(Usual::contrary);
      case AND -> joined(call.arguments(), Expression.NO);
      case OR -> joined(call.arguments(), Expression.YES);
      case FIRST_KNOWN -> firstKnown(call.arguments());
      case PLUS, MINUS, TIMES, EQUAL, UNEQUAL, LESS, AT_MOST -> unknown(call.arguments());
      default -> Optional.empty();
    };
  }

  private static boolean isUnknown(Expression constant) {
    return ((Expression.Constant) constant).value().isEmpty();
  }

  private static Expression contrary(Expression flag) {
    return isUnknown(flag) ? flag : Expression.not(flag);
  }

  private Optional<Expression> missing(Expression of) {
    Optional<Expression> value = value(of);
    if (value.isPresent()) {
      return value.map(constant -> Expression.flag(isUnknown(constant)));
    }
    if (of instanceof Expression.Reference) {
      conditions.add(Expression.known(of));
      return Optional.of(Expression.NO);
    }
    return Optional.empty();
  }

  private Optional<Expression> joined(List<Expression> flags, Expression absorbing) {
    List<Expression> values = new ArrayList<>();
    for (Expression flag : flags) {
      Optional<Expression> value = value(flag);
      if (value.isEmpty()) {
        return value;
      }
      values.add(value.get());
    }
    if (values.contains(absorbing)) {
      return Optional.of(absorbing);
    }
    return Optional.of(
        values.stream().anyMatch(Usual::isUnknown) ? UNKNOWN : Expression.not(absorbing));
  }

  private Optional<Expression> firstKnown(List<Expression> values) {
    for (Expression each : values) {
      Optional<Expression> value = value(each);
      if (value.isEmpty() || !isUnknown(value.get())) {
        return value;
      }
    }
    return Optional.of(UNKNOWN);
  }

  /** Null if one of the arguments is null. */
  private Optional<Expression> unknown(List<Expression> arguments) {
    return arguments.stream()
        .map(this::value)
        .flatMap(Optional::stream)
        .filter(Usual::isUnknown)
        .findFirst();
  }

  private Optional<Expression> chosen(Expression.Choice choice) {
    for (Expression.When when : choice.choices()) {
      Optional<Expression> condition = value(when.condition());
      if (condition.isEmpty()) {
        return condition;
      }
      if (condition.get().equals(Expression.YES)) {
        return value(when.value());
      }
    }
    return value(choice.otherwise());
  }
}
