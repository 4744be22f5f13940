package org.plumbline.compile.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expressions without what decides nothing: the value in each row is the same, unknown included.
 *
 * <pre>
 * choose(known(x) → choose(known(x) → x ≤ 9; none); none)   →   x ≤ 9
 * choose(a and not (a and b) → 1; 0)                        →   choose(a and not b → 1; 0)
 * </pre>
 */
public final class Shorter {

  private Shorter() {}

  /** An expression with the same value. */
  public static Expression value(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return call(call.operation(), call.arguments().stream().map(Shorter::value).toList());
    }
    return expression instanceof Expression.Choice choice ? choice(choice) : expression;
  }

  /** A condition that is yes for the same rows; it may be no where the given one is unknown. */
  public static Expression condition(Expression condition) {
    if (condition instanceof Expression.Choice choice) {
      return isFlag(choice, true, false)
          ? condition(choice.choices().get(0).condition())
          : choice(choice);
    }
    if (!(condition instanceof Expression.Call call)) {
      return condition;
    }
    return switch (call.operation()) {
      case AND -> all(call.arguments());
      case OR -> Expression.or(flat(Operation.OR, call.arguments(), Shorter::condition));
      case FIRST_KNOWN ->
          isKnownElse(call, Expression.NO) ? condition(call.arguments().get(0)) : value(call);
      case NOT ->
          call.arguments().get(0) instanceof Expression.Call not && isKnownElse(not, Expression.YES)
              ? condition(Expression.not(not.arguments().get(0)))
              : value(call);
      default -> value(call);
    };
  }

  /** Conditions that must all be yes: each may rely on the others. */
  private static Expression all(List<Expression> conditions) {
    List<Expression> all =
        new ArrayList<>(new LinkedHashSet<>(flat(Operation.AND, conditions, Shorter::condition)));
    for (int i = 0; i < all.size(); i++) {
      Known known = new Known();
      for (int other = 0; other < all.size(); other++) {
        if (other != i) {
          known.isYes(all.get(other));
        }
      }
      Expression told = known.in(all.get(i));
      if (!told.equals(all.get(i))) {
        all.set(i, condition(told));
      }
    }
    return Expression.and(flat(Operation.AND, all, each -> each));
  }

  private interface Step {
    Expression of(Expression expression);
  }

  private static List<Expression> flat(Operation operation, List<Expression> arguments, Step step) {
    List<Expression> flat = new ArrayList<>();
    for (Expression argument : arguments) {
      Expression made = step.of(argument);
      if (made instanceof Expression.Call call && call.operation() == operation) {
        flat.addAll(call.arguments());
      } else {
        flat.add(made);
      }
    }
    return flat;
  }

  private static Expression call(Operation operation, List<Expression> arguments) {
    Expression first = arguments.get(0);
    return switch (operation) {
      case AND -> Expression.and(flat(operation, arguments, each -> each));
      case OR -> Expression.or(flat(operation, arguments, each -> each));
      case NOT -> Expression.not(first);
      case MISSING -> missing(first);
      case FIRST_KNOWN -> Expression.firstKnown(arguments.toArray(Expression[]::new));
      default -> new Expression.Call(operation, arguments);
    };
  }

  /** What is compared with a constant, or added to one, is missing where the answer is. */
  private static Expression missing(Expression value) {
    if (value instanceof Expression.Call call) {
      switch (call.operation()) {
        case NOT -> {
          return missing(call.arguments().get(0));
        }
        case EQUAL, UNEQUAL, LESS, AT_MOST, PLUS, MINUS, TIMES -> {
          List<Expression> others =
              call.arguments().stream().filter(each -> !isKnownConstant(each)).toList();
          if (others.size() == 1) {
            return missing(others.get(0));
          }
        }
        case FIRST_KNOWN -> {
          if (isKnownConstant(call.arguments().get(call.arguments().size() - 1))) {
            return Expression.NO;
          }
        }
        default -> {}
      }
    }
    return Expression.missing(value);
  }

  private static boolean isKnownConstant(Expression expression) {
    return expression instanceof Expression.Constant constant && constant.value().isPresent();
  }

  private static boolean isKnownElse(Expression.Call call, Expression otherwise) {
    return call.operation() == Operation.FIRST_KNOWN
        && call.arguments().size() == 2
        && call.arguments().get(1).equals(otherwise);
  }

  private static boolean isFlag(Expression.Choice choice, boolean then, boolean otherwise) {
    return choice.choices().size() == 1
        && choice.choices().get(0).value().equals(Expression.flag(then))
        && choice.otherwise().equals(Expression.flag(otherwise));
  }

  // ---- choices ----

  private static Expression choice(Expression.Choice choice) {
    List<Expression.When> choices = new ArrayList<>();
    Set<Expression> passed = new HashSet<>();
    Expression otherwise = choice;
    while (otherwise instanceof Expression.Choice next) {
      for (Expression.When when : next.choices()) {
        Expression condition = condition(when.condition());
        if (condition.equals(Expression.NO) || passed.contains(condition)) {
          continue;
        }
        Known known = new Known();
        known.isYes(condition);
        Expression value = value(known.in(when.value()));
        if (condition.equals(Expression.YES)) {
          return choice(choices, value);
        }
        passed.add(condition);
        choices.add(new Expression.When(condition, value));
      }
      otherwise =
          next.otherwise() instanceof Expression.Choice
              ? next.otherwise()
              : value(next.otherwise());
    }
    return choice(choices, otherwise);
  }

  private static Expression choice(List<Expression.When> choices, Expression otherwise) {
    int last = choices.size();
    while (last > 0 && choices.get(last - 1).value().equals(otherwise)) {
      last--;
    }
    if (last == 0) {
      return otherwise;
    }
    if (last == 1) {
      Expression.When when = choices.get(0);
      return isMissingAnyway(when, otherwise)
          ? when.value()
          : Expression.choose(when.condition(), when.value(), otherwise);
    }
    return new Expression.Choice(choices.subList(0, last), otherwise);
  }

  /** Whether nothing but a missing column is asked for, without which the value is missing too. */
  private static boolean isMissingAnyway(Expression.When when, Expression otherwise) {
    return otherwise instanceof Expression.Constant none
        && none.value().isEmpty()
        && none.type() != Type.HUGE
        && none.type() != Type.DECIMAL
        && when.condition() instanceof Expression.Call not
        && not.operation() == Operation.NOT
        && not.arguments().get(0) instanceof Expression.Call missing
        && missing.operation() == Operation.MISSING
        && isStrict(when.value(), missing.arguments().get(0));
  }

  /** Whether a value is missing wherever another is. */
  private static boolean isStrict(Expression value, Expression of) {
    if (value.equals(of)) {
      return true;
    }
    return value instanceof Expression.Call call
        && switch (call.operation()) {
          case PLUS,
              MINUS,
              TIMES,
              DIVIDED_DOWN,
              CUT_TO_MINUTE,
              EQUAL,
              UNEQUAL,
              LESS,
              AT_MOST,
              NOT ->
              call.arguments().stream().anyMatch(each -> isStrict(each, of));
          default -> false;
        };
  }

  /** What is known where a condition is yes. */
  private static final class Known {
    private final Map<Expression, Expression> values = new HashMap<>();

    void isYes(Expression condition) {
      if (condition instanceof Expression.Constant) {
        return;
      }
      put(condition, Expression.YES);
      if (condition instanceof Expression.Call call) {
        switch (call.operation()) {
          case AND -> call.arguments().forEach(this::isYes);
          case NOT -> put(call.arguments().get(0), Expression.NO);
          case EQUAL, UNEQUAL, LESS, AT_MOST ->
              call.arguments().forEach(each -> values.put(Expression.missing(each), Expression.NO));
          default -> {}
        }
      }
    }

    private void put(Expression condition, Expression value) {
      values.put(condition, value);
      values.put(Expression.call(Operation.FIRST_KNOWN, condition, Expression.NO), value);
      values.put(Expression.call(Operation.FIRST_KNOWN, condition, Expression.YES), value);
    }

    Expression in(Expression expression) {
      Expression known = values.get(expression);
      if (known != null) {
        return known;
      }
      if (expression instanceof Expression.Call call) {
        List<Expression> arguments = call.arguments().stream().map(this::in).toList();
        return arguments.equals(call.arguments()) ? expression : call(call.operation(), arguments);
      }
      if (expression instanceof Expression.Choice choice) {
        return new Expression.Choice(
            choice.choices().stream()
                .map(when -> new Expression.When(in(when.condition()), in(when.value())))
                .toList(),
            in(choice.otherwise()));
      }
      return expression;
    }
  }
}
