package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Type;

/** The cells of a metric's result rows in the making; equal ones become one. */
final class Cells {

  private final List<Aggregate> aggregates = new ArrayList<>();
  private final Map<Aggregate, String> names = new HashMap<>();
  private final List<Expression> cells = new ArrayList<>();
  private boolean lists;

  /** The cell of a count. */
  int count(Expression condition) {
    return cell(column(aggregate(Aggregate.count("", condition))));
  }

  /** The cell of an aggregate of a whole number. */
  int value(Aggregate.Function function, Expression value, Expression where) {
    return cell(column(aggregate(Aggregate.of("", function, value, where))));
  }

  /** The column of a list of values in ascending order. */
  Expression sorted(Expression value, Expression where) {
    lists = true;
    String name =
        aggregate(
            Aggregate.of(
                "", Aggregate.Function.NUMBERS, Expression.call(Operation.WIDE, value), where));
    return Expression.call(Operation.SORTED, column(name));
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
          aggregates.add(
              new Aggregate(name, aggregate.function(), aggregate.of(), aggregate.where()));
          return name;
        });
  }

  List<Aggregate> aggregates() {
    return aggregates;
  }

  /** Whether rows of one metric and period cannot simply be added up. */
  boolean hasLists() {
    return lists;
  }

  int size() {
    return cells.size();
  }

  /** All cells as columns {@code c0} to {@code c(width - 1)}; null beyond those that there are. */
  List<Named> columns(int width) {
    List<Named> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(
          new Named(
              "c" + i,
              i < cells.size()
                  ? Expression.call(Operation.WIDE, cells.get(i))
                  : Expression.none(Type.HUGE)));
    }
    return columns;
  }
}
