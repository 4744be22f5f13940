package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Varying;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Type;

/** Numbers of cases, moved by their decimal places to be whole. */
final class Weights {

  /** More digits than these has no decimal number on the way to a whole one. */
  private static final int MOST_DIGITS = 38;

  private final Rows rows;
  private final Subjects subjects;

  Weights(Rows rows, Subjects subjects) {
    this.rows = rows;
    this.subjects = subjects;
  }

  /** A numeric field, moved by its decimal places to be whole. */
  Expression whole(String field) {
    int scale = rows.context().fieldScale(field);
    Optional<FieldValue> value = subjects.field(field);
    boolean numeric = rows.context().fieldType(field).map(Type::isNumber).orElse(false);
    if (value.isEmpty() || !numeric) {
      return none(Type.HUGE);
    }
    if (scale == 0) {
      return value.get().value();
    }
    if (rows.context().fieldDigits(field) + scale > MOST_DIGITS) {
      return Expression.call(Operation.WITHOUT_POINT, value.get().value());
    }
    return Expression.call(
        Operation.WIDE,
        Expression.call(
            Operation.TIMES,
            value.get().value(),
            Expression.decimal(new BigDecimal(BigInteger.TEN.pow(scale)))));
  }

  /** By how many decimal places a weight is moved. */
  int scale(Quantity.Weight weight) {
    return weight instanceof Quantity.Weight.OfField field
        ? rows.context().fieldScale(field.field())
        : Varying.values(((Quantity.Weight.Number) weight).value()).stream()
            .mapToInt(value -> Math.max(0, value.scale()))
            .max()
            .orElse(0);
  }

  /** A weight, moved to be whole; null where it is unknown or below zero. */
  Expression of(Quantity.Weight weight) {
    Expression whole =
        weight instanceof Quantity.Weight.OfField field
            ? whole(field.field())
            : new Conditions(subjects, false)
                .varying(
                    ((Quantity.Weight.Number) weight).value(),
                    Type.LONG,
                    value -> number(value.movePointRight(scale(weight)).longValueExact()));
    Expression wide = Expression.call(Operation.WIDE, whole);
    return rows.frame()
        .add(
            "weight",
            Expression.choose(
                Expression.atMost(Expression.call(Operation.WIDE, number(0)), wide),
                wide,
                none(Type.HUGE)),
            "what it weighs");
  }
}
