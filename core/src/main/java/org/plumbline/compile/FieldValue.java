package org.plumbline.compile;

import org.plumbline.agreement.Field;
import org.plumbline.compile.plan.Expression;

/** The value of a field in each row, and its type as the agreement declares it. */
record FieldValue(Expression value, Field.Type type) {}
