package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.none;

import java.util.List;
import java.util.Optional;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/** The value of a metric's {@code each} field, for which figures are formed apart. */
final class EachValue {

  private EachValue() {}

  /**
   * The value as text, the holder's where each holder has a row; empty text for rows without one.
   */
  static Expression of(Rows rows, Subjects subjects, String field) {
    if (rows.holders().isPresent()) {
      return rows.holders().get().value();
    }
    Expression value = subjects.field(field).map(FieldValue::text).orElse(none(Type.TEXT));
    return rows.frame()
        .add("each", Expression.firstKnown(value, Expression.text("")), "each " + field);
  }

  /** The rows counted by period, and by value where there is one. */
  static Plan group(Plan rows, Optional<Expression> each, List<Aggregate> aggregates, String id) {
    List<String> names = new Schemas().names(rows);
    Plan named =
        new Plan.Extend(
            rows,
            names,
            List.of(new Named("each value", each.orElse(none(Type.TEXT)))),
            id + ": by period and value");
    List<String> keys = each.isPresent() ? List.of("period", "each value") : List.of("period");
    Plan group =
        new Plan.Group(each.isPresent() ? named : rows, keys, aggregates, id + ": counted");
    if (each.isPresent()) {
      return group;
    }
    return withoutValue(group, id);
  }

  /** Counts without a value. */
  static Plan withoutValue(Plan group, String id) {
    return new Plan.Extend(
        group,
        new Schemas().names(group),
        List.of(new Named("each value", none(Type.TEXT))),
        id + ": no values");
  }
}
