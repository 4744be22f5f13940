package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/** The cells of a metric's result rows in the making; equal ones become one. */
final class Cells {

  private final List<Aggregate> aggregates = new ArrayList<>();
  private final Map<Aggregate, String> names = new HashMap<>();
  private final List<Expression> cells = new ArrayList<>();

  /** The cell of a count. */
  int count(Expression condition) {
    return cell(column(aggregate(Aggregate.count("", condition))));
  }

  /** The cell of an aggregate of a whole number. */
  int value(Aggregate.Function function, Expression value, Expression where) {
    return cell(column(aggregate(Aggregate.of("", function, value, where))));
  }

  /** The column of the least value with at least a share of the values at or below it. */
  Expression percentile(BigDecimal share, Expression value) {
    return column(aggregate(Aggregate.percentile("", share, value)));
  }

  /** The column of a count, for further use. */
  Expression counted(Expression condition) {
    return column(aggregate(Aggregate.count("", condition)));
  }

  int cell(Expression expression) {
    int known = cells.indexOf(expression);
    if (known >= 0) {
      return known;
    }
    cells.add(expression);
    return cells.size() - 1;
  }

  private String aggregate(Aggregate aggregate) {
    return names.computeIfAbsent(
        aggregate,
        key -> {
          String name = "a" + aggregates.size();
          aggregates.add(aggregate.named(name));
          return name;
        });
  }

  List<Aggregate> aggregates() {
    return aggregates;
  }

  /** What is counted and added up, which can be done of groups; or what has to be ranked. */
  List<Aggregate> aggregates(boolean ranked) {
    return aggregates.stream()
        .filter(each -> ranked == (each.function() == Aggregate.Function.PERCENTILE))
        .toList();
  }

  /** A group with some of the aggregates, and nothing for the others. */
  Plan completed(Plan group, String note) {
    Map<String, Type> there = new Schemas().types(group);
    List<Named> missing =
        aggregates.stream()
            .filter(each -> !there.containsKey(each.name()))
            .map(each -> new Named(each.name(), Expression.none(Type.LONG)))
            .toList();
    return missing.isEmpty()
        ? group
        : new Plan.Extend(group, List.copyOf(there.keySet()), missing, note);
  }

  int size() {
    return cells.size();
  }

  /**
   * All cells as columns {@code c0} to {@code c(width - 1)}; null beyond those that there are.
   *
   * @param counted the rows that they are of
   */
  List<Named> columns(Plan counted, int width) {
    Schemas schemas = new Schemas();
    List<Named> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      Expression cell = i < cells.size() ? cells.get(i) : Expression.none(Type.HUGE);
      boolean wide = schemas.type(counted, cell) == Type.HUGE;
      columns.add(new Named("c" + i, wide ? cell : Expression.call(Operation.WIDE, cell)));
    }
    return columns;
  }
}
