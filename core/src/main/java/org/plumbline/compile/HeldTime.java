package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.greatest;
import static org.plumbline.compile.plan.Expression.least;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.or;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Turn;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;

/**
 * The time of lives that a clock counts where holds are all that takes turns (docs/meaning.md 6).
 * Pieces of held time are disjoint as they are stored, so that lives need not be cut ({@link
 * Pieces}): what counts of the held time adds up, or what does not is taken from the whole.
 */
final class HeldTime {

  private final Rows rows;
  private final Life life;
  private final String prefix;
  private final boolean counts;
  private final Expression taken;
  private Frame held;
  private final Frame.GroupedColumns sums;

  /**
   * The held time of rows.
   *
   * @param counting which turns count
   * @param performing whose time it is that no turn covers
   */
  HeldTime(Rows rows, Holds holds, Life life, Clock.Counting counting, String performing) {
    this.rows = rows;
    this.life = life;
    prefix = "held " + rows.nextLife() + " ";
    List<Turn> turns = rows.context().set().turns();
    Expression turn =
        Pieces.first(turns.size(), i -> holds.in(column(Pieces.MASK), turns.get(i).id()));
    Expression counted = Pieces.counted(counting, performing, turns, turn);
    counts = countsUnheld(counting, performing);
    taken = counts ? Expression.not(counted) : counted;
    held = new Frame(inLives(holds));
    sums =
        rows.frame().joinGroups(() -> held.plan(), rows.keys(), rows.keys(), "what holds take up");
  }

  /** Whether nothing but holds takes turns of the rows. */
  static boolean isAll(Rows rows, Holds holds) {
    return holds.any()
        && rows.holders().isEmpty()
        && rows.cases().reopenings().filter(Reopenings::honors).isEmpty()
        && rows.context().set().turns().stream().allMatch(turn -> turn instanceof Turn.Hold);
  }

  private static boolean countsUnheld(Clock.Counting counting, String performing) {
    return counting instanceof Clock.Counting.Counts named
        ? named.parties().contains(performing)
        : true;
  }

  private Plan inLives(Holds holds) {
    Frame base = rows.frame();
    String s = prefix + "s";
    String e = prefix + "e";
    base.put(s, life.start().value(), "what is timed");
    base.put(e, life.end().value(), "what is timed");
    Plan atoms = holds.atoms();
    List<String> kept = new ArrayList<>(rows.keys());
    kept.add(s);
    kept.add(e);
    Plan lives =
        new Plan.Filter(
            new Plan.Extend(base.checkpoint(), kept, List.of(), "lives"),
            less(column(s), column(e)),
            "lives with a length");
    List<String> on = holds.keys();
    Plan pairs =
        new Plan.Join(
            atoms,
            lives,
            on,
            false,
            new Schemas().names(atoms),
            kept.stream().filter(each -> !on.contains(each)).toList(),
            "of each life");
    return new Plan.Filter(
        pairs,
        Expression.and(
            less(column("f"), column(e)), or(missing(column("u")), less(column(s), column("u")))),
        "inside the life");
  }

  /** How much of the open time counts, in microseconds; 0 of a life without a length. */
  Expression counted(TimeTables tables, String calendar) {
    if (held.isClosed()) {
      held = held.fork();
    }
    Expression s = column(prefix + "s");
    Expression e = column(prefix + "e");
    Expression from = held.add("from", greatest(column("f"), s), "inside the life");
    Expression until = held.add("until", least(firstKnown(column("u"), e), e), "inside the life");
    Expression open =
        minus(
            tables.working(held, Pieces.instant(until), calendar, "worked at u"),
            tables.working(held, Pieces.instant(from), calendar, "worked at f"));
    Expression sum =
        firstKnown(sums.add("held time", Aggregate.Function.SUM, open, taken), number(0));
    if (!counts) {
      return sum;
    }
    Expression whole =
        minus(
            tables.working(rows.frame(), life.end(), calendar, "worked at end"),
            tables.working(rows.frame(), life.start(), calendar, "worked at start"));
    return choose(less(life.start().value(), life.end().value()), minus(whole, sum), number(0));
  }
}
