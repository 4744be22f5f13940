package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Turn;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;

/**
 * The full partition of each case's life by turn; for reports and explanations, not for figures.
 */
final class Attribution {

  private Attribution() {}

  /**
   * The plans of a metric's attribution.
   *
   * @param time the metric's clock over lives with nothing cut off
   * @param outcomes the rows with {@code state} and {@code period}
   */
  static CompiledMetric.Attribution of(Rows rows, ClockTime time, Plan outcomes, String id) {
    Frame pieces = time.attributed();
    boolean parts = rows.cases().hasParts();
    List<String> keys = rows.cases().keys();
    Plan plan = pieces.plan();
    List<String> kept = new ArrayList<>(keys);
    kept.addAll(List.of("f", "u", "turn", "open", "counts"));
    List<String> right = new ArrayList<>(List.of("case_key", "state", "period"));
    Plan told = new Plan.Join(plan, outcomes, keys, false, kept, right, id + ": pieces of cases");
    Plan intervals =
        new Plan.Extend(
            told,
            List.of(),
            List.of(
                new Named("o key", column("case_key")),
                new Named("o state", column("state")),
                new Named("o part", parts ? column("part no") : number(0)),
                new Named("o f", column("f")),
                new Named("o u", column("u")),
                new Named("o turn", column("turn")),
                new Named("o open", column("open")),
                new Named("o counted", column("counts"))),
            id + ": intervals");
    return new CompiledMetric.Attribution(intervals, byParty(rows, told, keys, id));
  }

  private static Plan byParty(Rows rows, Plan told, List<String> keys, String id) {
    List<Turn> turns = rows.context().set().turns();
    Map<String, Long> numbers = Parties.numbers(turns);
    Expression party = number(numbers.getOrDefault(Turn.NOBODY, 0L));
    for (int i = 0; i < turns.size(); i++) {
      party =
          choose(
              equal(column("turn"), number(i)),
              number(numbers.getOrDefault(turns.get(i).whose(), 0L)),
              party);
    }
    party = choose(equal(column("turn"), number(Pieces.UNASSIGNED)), number(-1), party);
    Plan counted =
        new Plan.Filter(
            told,
            and(
                equal(column("state"), number(States.DECIDED)),
                atMost(number(0), column("period"))),
            id + ": cases that are counted");
    List<String> kept = new ArrayList<>(keys);
    kept.addAll(List.of("period", "f", "u", "open"));
    Plan named = new Plan.Extend(counted, kept, List.of(new Named("party", party)), id + ": whose");
    List<String> grouped = new ArrayList<>(keys);
    grouped.addAll(List.of("period", "party"));
    Plan byCase =
        new Plan.Group(
            named,
            grouped,
            List.of(
                Aggregate.of("wall", Aggregate.Function.SUM, minus(column("u"), column("f"))),
                Aggregate.of("open time", Aggregate.Function.SUM, column("open"))),
            id + ": by case and party");
    return new Plan.Group(
        byCase,
        List.of("period", "party"),
        List.of(
            Aggregate.count("cases", Expression.YES),
            Aggregate.of(
                "all wall",
                Aggregate.Function.SUM,
                Expression.call(Operation.WIDE, column("wall"))),
            Aggregate.of(
                "all open",
                Aggregate.Function.SUM,
                Expression.call(Operation.WIDE, column("open time")))),
        id + ": time by party");
  }
}
