package org.plumbline.compile.plan;

import java.util.List;
import java.util.Map;

/** The type of an expression over columns of known types. */
final class Typing {

  private final Map<String, Type> columns;

  Typing(Map<String, Type> columns) {
    this.columns = columns;
  }

  /**
   * The type.
   *
   * @throws IllegalArgumentException if a column is missing or the types do not fit
   */
  Type of(Expression expression) {
    if (expression instanceof Expression.Reference reference) {
      Type type = columns.get(reference.column());
      if (type == null) {
        throw new IllegalArgumentException("no column " + reference.column());
      }
      return type;
    }
    if (expression instanceof Expression.Constant constant) {
      return constant.type();
    }
    if (expression instanceof Expression.Call call) {
      return ofCall(call);
    }
    Expression.Choice choice = (Expression.Choice) expression;
    Type type = of(choice.otherwise());
    for (Expression.When when : choice.choices()) {
      require(of(when.condition()) == Type.FLAG, expression);
      type = common(type, of(when.value()), expression);
    }
    return type;
  }

  private Type ofCall(Expression.Call call) {
    List<Type> types = call.arguments().stream().map(this::of).toList();
    switch (call.operation()) {
      case PLUS, MINUS, TIMES, DIVIDED_DOWN, CUT_TO_MINUTE, WIDE -> {
        require(types.stream().allMatch(Type::isNumber), call);
        return call.operation() == Operation.WIDE ? Type.HUGE : all(types, call);
      }
      case WITHOUT_POINT -> {
        require(types.get(0) == Type.DECIMAL, call);
        return Type.HUGE;
      }
      case EQUAL, UNEQUAL, LESS, AT_MOST -> {
        all(types, call);
        return Type.FLAG;
      }
      case AND, OR, NOT -> {
        require(types.stream().allMatch(type -> type == Type.FLAG), call);
        return Type.FLAG;
      }
      case MISSING -> {
        return Type.FLAG;
      }
      case FIRST_KNOWN, LEAST, GREATEST -> {
        return all(types, call);
      }
      case AS_TEXT -> {
        return Type.TEXT;
      }
      case JOINED, KEY_PART, SHA256 -> {
        require(types.stream().allMatch(type -> type == Type.TEXT), call);
        return Type.TEXT;
      }
      case DATE_AS_TEXT, INSTANT_AS_TEXT -> {
        require(types.get(0) == Type.LONG, call);
        return Type.TEXT;
      }
      case COMMON_BIT -> {
        require(types.stream().allMatch(type -> type == Type.LONG), call);
        return Type.FLAG;
      }
      case BITS_OF_BOTH -> {
        require(types.stream().allMatch(type -> type == Type.LONG), call);
        return Type.LONG;
      }
      case ONE_IF -> {
        require(types.get(0) == Type.FLAG, call);
        return Type.LONG;
      }
    }
    throw new AssertionError(call);
  }

  private static Type all(List<Type> types, Expression expression) {
    Type type = types.get(0);
    for (Type other : types) {
      type = common(type, other, expression);
    }
    return type;
  }

  private static Type common(Type one, Type other, Expression expression) {
    require(one.fits(other), expression);
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static void require(boolean fits, Expression expression) {
    if (!fits) {
      throw new IllegalArgumentException("types do not fit in " + PlanText.of(expression));
    }
  }
}
