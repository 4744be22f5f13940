package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Metric;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;
import org.plumbline.exclusion.ExcludedCases;

/**
 * Whether rules agreed in advance take rows out (docs/meaning.md 19).
 *
 * @param out yes if one of the rules takes a row out; unknown if one might and none does
 * @param by the position of the first exclusion that does, in the agreement; none if none does
 */
record TakenOut(Expression out, Expression by) {

  static TakenOut of(Rows rows, String id, Metric metric, Subjects subjects) {
    Map<String, Expression> any = new LinkedHashMap<>();
    ExcludedCases.of(rows.context().agreement(), id, metric)
        .forEach(
            (exclusion, condition) ->
                any.put(
                    exclusion,
                    rows.frame()
                        .add(
                            id + " out",
                            new Conditions(subjects, true).of(condition),
                            id + ": taken out by " + exclusion)));
    List<String> order = List.copyOf(rows.context().agreement().exclusions().keySet());
    List<String> last = new ArrayList<>(any.keySet());
    java.util.Collections.reverse(last);
    Expression by = none(Type.LONG);
    for (String exclusion : last) {
      by =
          choose(
              surely(any.getOrDefault(exclusion, Expression.NO)),
              number(order.indexOf(exclusion)),
              by);
    }
    return new TakenOut(Expression.or(List.copyOf(any.values())), by);
  }
}
