package org.plumbline.compile;

import org.plumbline.agreement.Field;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;

/** The value of a field in each row, and its type as the agreement declares it. */
record FieldValue(Expression value, Field.Type type) {

  /** The value as text: a text as it is, a number without zeros at its end. */
  Expression text() {
    return type == Field.Type.TEXT ? value : Expression.call(Operation.AS_TEXT, value);
  }
}
