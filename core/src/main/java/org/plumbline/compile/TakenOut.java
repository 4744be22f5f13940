package org.plumbline.compile;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.Metric;
import org.plumbline.compile.plan.Expression;
import org.plumbline.exclusion.ExcludedCases;

/** Whether rules agreed in advance take rows out (docs/meaning.md 19). */
final class TakenOut {

  private TakenOut() {}

  /** Yes if one of the rules takes a row out; unknown if one might and none does. */
  static Expression of(Rows rows, String id, Metric metric, Subjects subjects) {
    List<Expression> any = new ArrayList<>();
    ExcludedCases.of(rows.context().agreement(), id, metric)
        .forEach(
            (exclusion, condition) ->
                any.add(
                    rows.frame()
                        .add(
                            id + " out",
                            new Conditions(subjects, true).of(condition),
                            id + ": taken out by " + exclusion)));
    return Expression.or(any);
  }
}
