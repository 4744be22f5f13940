package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.plus;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Share;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;

/**
 * How rows stand among the others of their period: which is counted last, which are the fastest
 * (docs/meaning.md 12 and 16).
 */
final class Marks {

  /** A mark; without a value it is for the last row, else for those with the least values. */
  private record Mark(Expression among, Optional<Expression> value) {}

  private final List<Mark> marks = new ArrayList<>();

  /** Among the rows for which the condition holds, the one with the latest {@code counted at}. */
  Expression last(Expression among) {
    return and(among, missing(column("later " + position(new Mark(among, Optional.empty())))));
  }

  /**
   * Among the rows for which the condition holds, so large a share of them, rounded up, with the
   * least values; and all that equal the greatest of these.
   */
  Expression fastest(Expression among, Expression value, Share share) {
    int mark = position(new Mark(among, Optional.of(value)));
    BigDecimal part = share.ratio().stripTrailingZeros();
    int scale = Math.max(0, part.scale());
    long whole = BigInteger.TEN.pow(scale).longValueExact();
    Expression times =
        Expression.call(
            Operation.TIMES,
            column("among " + mark),
            number(part.movePointRight(scale).longValueExact()));
    Expression kept =
        Expression.call(Operation.DIVIDED_DOWN, plus(times, number(whole - 1)), number(whole));
    return and(among, atMost(column("rank " + mark), kept));
  }

  private int position(Mark mark) {
    int known = marks.indexOf(mark);
    if (known >= 0) {
      return known;
    }
    marks.add(mark);
    return marks.size() - 1;
  }

  /** Whether no row is marked. */
  boolean isEmpty() {
    return marks.isEmpty();
  }

  /** Whether rows need {@code counted at}. */
  boolean orderByTime() {
    return marks.stream().anyMatch(mark -> mark.value().isEmpty());
  }

  /** The rows, which have a {@code period}, with all marks. */
  Plan mark(Plan rows, Optional<Expression> each, String id) {
    Plan marked = rows;
    for (int i = 0; i < marks.size(); i++) {
      marked = mark(marked, i, each, id);
    }
    return marked;
  }

  private Plan mark(Plan rows, int number, Optional<Expression> each, String id) {
    Mark mark = marks.get(number);
    List<String> all = new Schemas().names(rows);
    Frame frame = new Frame(rows);
    List<String> partition = new ArrayList<>(List.of("period", "is counted"));
    frame.put(
        "is counted",
        Expression.call(Operation.ONE_IF, mark.among()),
        id + ": among which it is marked");
    each.ifPresent(
        value -> {
          frame.put("each marked", value, id + ": each value by itself");
          partition.add("each marked");
        });
    List<String> order = new ArrayList<>();
    List<Plan.Over> added = new ArrayList<>();
    if (mark.value().isPresent()) {
      frame.put("measured", mark.value().get(), id + ": what is measured");
      order.add("measured");
      added.add(new Plan.Over("rank " + number, Plan.Look.RANK, column("measured")));
      added.add(new Plan.Over("among " + number, Plan.Look.NUMBER, column("measured")));
    } else {
      order.addAll(List.of("counted at", "case_key"));
      if (all.contains("part no")) {
        order.add("part no");
      }
      added.add(new Plan.Over("later " + number, Plan.Look.NEXT, column("case_no")));
    }
    return new Plan.Window(
        frame.plan(), partition, order, added, all, id + ": how each row stands among the others");
  }
}
