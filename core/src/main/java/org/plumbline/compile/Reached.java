package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.plus;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Plan;

/**
 * Where on its way through counted pieces a row reaches an amount: in closed form, with one running
 * sum over the pieces.
 */
final class Reached {

  private final Rows rows;
  private final Pieces pieces;
  private final Expression counted;
  private final String name;

  Reached(Rows rows, Pieces pieces, Expression counted, String name) {
    this.rows = rows;
    this.pieces = pieces;
    this.counted = counted;
    this.name = name;
  }

  /**
   * The coordinate at which the counted length reaches the amount; beyond the last piece all
   * counts.
   *
   * @param amount a column of the rows
   * @param from the coordinate at which a piece begins
   * @param length how far a piece reaches in coordinates
   * @param end the coordinate of the end of the life, in the rows
   */
  Expression coordinate(Expression amount, Expression from, Expression length, Expression end) {
    Frame frame = pieces.frame();
    String begins = frame.unique("begins");
    frame.put(begins, from, "coordinate of the beginning");
    String counts = frame.unique("counts");
    frame.put(counts, choose(counted, length, number(0)), "counted length");
    List<String> keys = rows.keys();
    List<String> kept = new ArrayList<>(keys);
    kept.addAll(List.of(begins, counts));
    Plan summed =
        new Plan.Window(
            frame.plan(),
            keys,
            List.of("f"),
            List.of(new Plan.Over("counted before", Plan.Look.SUM_BEFORE, column(counts))),
            kept,
            "counted before each piece");
    Frame outer = rows.frame();
    String limit = outer.unique("limit " + name);
    outer.put(limit, amount, "what may elapse");
    List<String> limitKept = new ArrayList<>(keys);
    limitKept.add(limit);
    Plan limits = new Plan.Extend(outer.checkpoint(), limitKept, List.of(), "limits");
    List<String> left = new ArrayList<>(kept);
    left.add("counted before");
    Plan pairs = new Plan.Join(summed, limits, keys, false, left, List.of(limit), "with the limit");
    Expression before = firstKnown(column("counted before"), number(0));
    Expression here =
        and(less(before, column(limit)), atMost(column(limit), plus(before, column(counts))));
    String at = outer.unique("reached " + name);
    String total = outer.unique("counted in all " + name);
    Plan found =
        new Plan.Group(
            pairs,
            keys,
            List.of(
                Aggregate.of(
                    at,
                    Aggregate.Function.LEAST,
                    plus(column(begins), minus(column(limit), before)),
                    here),
                Aggregate.of(total, Aggregate.Function.SUM, column(counts))),
            "where the limit is reached");
    outer.join(found, keys, true, "where the limit is reached");
    Expression beyond = plus(end, minus(column(limit), firstKnown(column(total), number(0))));
    return firstKnown(column(at), beyond);
  }
}
