package org.plumbline.compile.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;

/**
 * Expressions in SQL, with parentheses only where they are needed, choices within choices as one.
 */
record SqlExpressions(Dialect dialect) {

  /**
   * An expression over columns.
   *
   * @param names how each column is written
   */
  String write(Expression expression, Function<String, String> names) {
    if (expression instanceof Expression.Reference reference) {
      return names.apply(reference.column());
    }
    if (expression instanceof Expression.Constant constant) {
      return constant.value().map(this::literal).orElseGet(() -> dialect.nothing(constant.type()));
    }
    if (expression instanceof Expression.Call call) {
      if (call.operation() == Operation.NOT
          && call.arguments().get(0) instanceof Expression.Call not
          && not.operation() == Operation.MISSING) {
        return argument(Operation.MISSING, not.arguments().get(0), names) + " IS NOT NULL";
      }
      return dialect.call(
          call.operation(),
          call.arguments().stream().map(each -> argument(call.operation(), each, names)).toList());
    }
    return choice((Expression.Choice) expression, names);
  }

  private String choice(Expression.Choice choice, Function<String, String> names) {
    List<Expression.When> choices = new ArrayList<>();
    Expression otherwise = choice;
    while (otherwise instanceof Expression.Choice next) {
      choices.addAll(next.choices());
      otherwise = next.otherwise();
    }
    Optional<Expression> asked = asked(choices);
    StringBuilder written = new StringBuilder("CASE");
    asked.ifPresent(each -> written.append(' ').append(write(each, names)));
    for (Expression.When when : choices) {
      Expression condition =
          asked.isEmpty()
              ? when.condition()
              : ((Expression.Call) when.condition()).arguments().get(1);
      written
          .append(" WHEN ")
          .append(write(condition, names))
          .append(" THEN ")
          .append(write(when.value(), names));
    }
    return written.append(" ELSE ").append(write(otherwise, names)).append(" END").toString();
  }

  /** The column of which all conditions ask whether it is some constant. */
  private static Optional<Expression> asked(List<Expression.When> choices) {
    Set<Expression> asked = new HashSet<>();
    for (Expression.When when : choices) {
      boolean simple =
          when.condition() instanceof Expression.Call call
              && call.operation() == Operation.EQUAL
              && call.arguments().get(0) instanceof Expression.Reference
              && call.arguments().get(1) instanceof Expression.Constant;
      if (!simple) {
        return Optional.empty();
      }
      asked.add(((Expression.Call) when.condition()).arguments().get(0));
    }
    return asked.size() == 1 && choices.size() > 1 ? asked.stream().findFirst() : Optional.empty();
  }

  private String argument(
      Operation operation, Expression argument, Function<String, String> names) {
    String written = write(argument, names);
    int outer = dialect.strength(operation);
    int inner = argument instanceof Expression.Call call ? dialect.strength(call.operation()) : 0;
    return outer > 0 && inner > 0 && inner <= outer ? "(" + written + ")" : written;
  }

  private String literal(Object value) {
    if (value instanceof String string) {
      return dialect.text(string);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.signum() < 0 ? "(" + decimal.toPlainString() + ")" : decimal.toPlainString();
    }
    if (value instanceof Long number && number < 0) {
      return "(" + number + ")";
    }
    return value.toString();
  }
}
