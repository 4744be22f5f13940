package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Metric;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;
import org.plumbline.exclusion.ExcludedCases;
import org.plumbline.records.StoredSet;

/**
 * Whether rules agreed in advance take rows out (docs/meaning.md 19).
 *
 * @param out yes if one of the rules takes a row out; unknown if one might and none does
 * @param by the position of the first exclusion that does, in the agreement; none if none does
 */
record TakenOut(Expression out, Expression by) {

  /**
   * What takes rows out of a metric.
   *
   * @param limits whether limits of work are among it, as they are but for stocks
   */
  static TakenOut of(Rows rows, String id, Metric metric, Subjects subjects, boolean limits) {
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
    Optional<Expression> above =
        Optional.ofNullable(rows.context().declared().above().get(id))
            .filter(table -> limits)
            .map(table -> above(rows, id, table));
    Expression by = above.orElse(none(Type.LONG));
    for (String exclusion : last) {
      by =
          choose(
              surely(any.getOrDefault(exclusion, Expression.NO)),
              number(order.indexOf(exclusion)),
              by);
    }
    List<Expression> out = new ArrayList<>(any.values());
    above.ifPresent(exclusion -> out.add(known(exclusion)));
    return new TakenOut(Expression.or(out), by);
  }

  /** The position of the exclusion whose limit of work a row is above. */
  private static Expression above(Rows rows, String id, String table) {
    String part = StoredSet.fieldColumn("part");
    String by = StoredSet.fieldColumn("by");
    boolean parts = rows.cases().hasParts();
    String name = "above limits of " + id;
    List<Named> named = new ArrayList<>();
    if (parts) {
      named.add(new Named("part no", column(part)));
    }
    named.add(new Named(name, column(by)));
    rows.frame()
        .join(
            new Plan.Extend(
                new Plan.Scan(
                    table,
                    List.of(
                        new Column("case_key", Type.TEXT),
                        new Column(part, Type.LONG),
                        new Column(by, Type.LONG)),
                    "cases above limits of work"),
                List.of("case_key"),
                named,
                name),
            parts ? List.of("case_key", "part no") : List.of("case_key"),
            true,
            name);
    return column(name);
  }
}
