package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.maybe;
import static org.plumbline.compile.plan.Expression.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Plan;

/**
 * How a metric's decided rows become the cells of its result rows: by the traits that decide where
 * that is possible, else row by row; what has to be ranked, always row by row.
 *
 * @param marks how rows stand among others, which no group of rows knows
 * @param each the value for which figures are formed apart
 * @param counts whether a row counts, three-valued
 */
record Counting(
    String id,
    Spread spread,
    Marks marks,
    Optional<Expression> each,
    Cells cells,
    Expression counts) {

  /**
   * Asks for the metric's counts.
   *
   * @param columns columns made over the completed rows, each after those that it rests on
   * @param filter which rows are counted
   * @return whether they can be counted by traits
   */
  boolean asked(Tally tally, Map<String, Expression> columns, Expression filter) {
    List<String> grouped = new ArrayList<>(List.of("period"));
    each.ifPresent(
        value -> {
          columns.put("each value", value);
          grouped.add("each value");
        });
    return marks.isEmpty() && tally.ask(id, columns, filter, grouped, cells.aggregates(false));
  }

  /**
   * Rows counted.
   *
   * @param tallied whether they are counted by traits
   * @param decided adds the state and the period of each row
   */
  List<Plan> counted(boolean tallied, Tally tally, Plan rows, UnaryOperator<Plan> decided) {
    if (!tallied) {
      return rowByRow(decided.apply(rows), cells.aggregates());
    }
    List<Plan> groups = new ArrayList<>(byTraits(tally));
    if (!cells.aggregates(true).isEmpty()) {
      // An unusable row is indeterminate whatever it says of itself.
      Expression may = or(known(column("unusable")), maybe(counts));
      Plan asked = new Plan.Filter(rows, may, id + ": rows that may count");
      groups.addAll(rowByRow(decided.apply(asked), cells.aggregates(true)));
    }
    return groups;
  }

  private List<Plan> byTraits(Tally tally) {
    return spread.of(
        before -> {
          Plan answer = cells.completed(tally.answer(id, before), id + ": counted, not ranked");
          return each.isPresent() ? answer : EachValue.withoutValue(answer, id);
        });
  }

  private List<Plan> rowByRow(Plan plan, List<Aggregate> aggregates) {
    return spread.of(
        before -> {
          Plan marked = marks.mark(before.apply(plan), each, id);
          Plan group = EachValue.group(marked, each, aggregates, id);
          return cells.completed(group, id + ": ranked");
        });
  }
}
