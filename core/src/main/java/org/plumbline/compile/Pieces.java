package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.greatest;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Turn;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;
import org.plumbline.exclusion.DeclaredTime;

/**
 * The lives of the rows cut into pieces, each of one turn (docs/meaning.md 6): cut at the
 * beginnings and ends of holds, stages and the time before honored reopenings.
 */
final class Pieces {

  /** The {@code turn} of time before an honored reopening. */
  static final long REOPENED = -1;

  /** The {@code turn} of time that no turn covers. */
  static final long UNASSIGNED = -2;

  /** The {@code turn} of time in which somebody else held the case. */
  static final long OTHERS = Long.MIN_VALUE;

  /** The {@code turn} of time that the first exclusion of the agreement takes; the next less. */
  static final long EXCLUDED = -3;

  /** The column of the holds in force. */
  static final String MASK = "mask";

  private static final String NOBODY = "nobody";
  private static final String OUT = "excluded";
  private static final String ELSEWHERE = "elsewhere";

  private final Rows rows;
  private final Life life;
  private final boolean days;
  private final List<Turn> turns;
  private final List<DeclaredTime> excluded;
  private final List<String> keys;
  private final List<String> flags = new ArrayList<>(List.of(MASK, NOBODY));
  private final String prefix;
  private Optional<Plan> everything = Optional.empty();
  private Frame frame;
  private Optional<Frame.GroupedColumns> groups = Optional.empty();

  /**
   * Cuts the lives of rows.
   *
   * @param days whether days are counted, which hold a date as stop to the end of its day
   * @param excluded times that stand before all turns and never count, disjoint and in order
   */
  Pieces(Rows rows, Holds holds, Life life, boolean days, List<DeclaredTime> excluded, int number) {
    this.rows = rows;
    this.life = life;
    this.days = days;
    this.excluded = excluded;
    turns = rows.context().set().turns();
    keys = rows.keys();
    prefix = "life " + number + " ";
    if (!excluded.isEmpty()) {
      flags.add(OUT);
    }
    if (rows.holders().isPresent()) {
      flags.add(ELSEWHERE);
    }
    frame = cut(holds);
  }

  private Frame cut(Holds holds) {
    Frame base = rows.frame();
    List<String> kept = new ArrayList<>(keys);
    put(base, kept, "s", days ? life.daysFrom() : life.start().value());
    put(base, kept, "e", days ? life.daysUntil() : life.end().value());
    put(base, kept, "w", life.wallUntil());
    put(base, kept, "d1", life.startDay());
    put(base, kept, "d2", life.endDay());
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i) instanceof Turn.Stage stage) {
        put(base, kept, "from " + i, boundary(rows.moment(stage.from(), false)));
        put(base, kept, "until " + i, boundary(rows.moment(stage.until(), false)));
      }
    }
    Optional<Plan> atoms = holds.any() ? Optional.of(holds.atoms()) : Optional.empty();
    Optional<Plan> others = rows.holders().map(held -> Holders.others(rows));
    Plan all = base.checkpoint();
    everything = Optional.of(all);
    Plan lives =
        new Plan.Filter(
            new Plan.Extend(all, kept, List.of(), "lives"),
            less(column(prefix + "s"), column(prefix + "e")),
            "lives with a length");
    List<Plan> points = new ArrayList<>();
    points.add(beginnings(lives));
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i) instanceof Turn.Stage) {
        points.add(stagePoints(lives, column(prefix + "from " + i)));
        points.add(stagePoints(lives, column(prefix + "until " + i)));
      }
    }
    atoms.ifPresent(
        each -> addIntervals(points, joined(each, lives, holds.keys()), MASK, column(MASK)));
    rows.cases()
        .reopenings()
        .filter(Reopenings::honors)
        .ifPresent(
            reopenings ->
                addIntervals(
                    points,
                    joined(reopenings.nobody(), lives, rows.cases().keys()),
                    NOBODY,
                    number(1)));
    others.ifPresent(each -> addIntervals(points, joined(each, lives, keys), ELSEWHERE, number(1)));
    if (!excluded.isEmpty()) {
      addExcluded(points, lives);
    }
    return owned(points, lives, kept);
  }

  private void put(Frame base, List<String> kept, String name, Expression value) {
    base.put(prefix + name, value, "what is timed");
    kept.add(prefix + name);
  }

  /** A stage's end as an instant; against a stop that is a date it counts by its date. */
  private Expression boundary(MomentValue moment) {
    Expression instant = rows.in(moment, Precision.INSTANT);
    if (!days || life.endIsDate().equals(Expression.NO)) {
      return instant;
    }
    Expression date = rows.in(moment, Precision.DATE);
    return choose(and(life.endIsDate(), atMost(life.endDay(), date)), life.daysUntil(), instant);
  }

  /** The beginning of each life, where nothing is known to cover it. */
  private Plan beginnings(Plan lives) {
    List<Named> named = new ArrayList<>();
    named.add(new Named("f", column(prefix + "s")));
    flags.forEach(flag -> named.add(new Named(flag, number(0))));
    return new Plan.Extend(lives, keys, named, "where a piece begins");
  }

  /** Where a piece begins, and what then becomes of a flag; the others stay as they were. */
  private Plan points(Plan from, Expression at, String flag, Expression value) {
    List<Named> named = new ArrayList<>();
    named.add(new Named("f", at));
    flags.forEach(each -> named.add(new Named(each, each.equals(flag) ? value : none(Type.LONG))));
    return new Plan.Extend(from, keys, named, "where a piece begins");
  }

  /** Where excluded times begin and end inside lives. */
  private void addExcluded(List<Plan> points, Plan lives) {
    Plan pairs =
        new ExcludedTimes(rows.context(), excluded)
            .inside(lives, column(prefix + "s"), column(prefix + "e"));
    Expression from = greatest(column("out from"), column(prefix + "s"));
    points.add(points(pairs, from, OUT, column("out no")));
    Plan ended =
        new Plan.Filter(pairs, less(column("out until"), column(prefix + "e")), "ended before");
    points.add(points(ended, column("out until"), OUT, number(0)));
  }

  private Plan stagePoints(Plan lives, Expression at) {
    return points(
        new Plan.Filter(
            lives,
            and(less(column(prefix + "s"), at), less(at, column(prefix + "e"))),
            "inside the life"),
        at,
        MASK,
        none(Type.LONG));
  }

  private Plan joined(Plan intervals, Plan lives, List<String> on) {
    List<String> right = new ArrayList<>(keys);
    right.removeAll(on);
    right.add(prefix + "s");
    right.add(prefix + "e");
    Plan pairs =
        new Plan.Join(
            intervals, lives, on, false, new Schemas().names(intervals), right, "of each life");
    return new Plan.Filter(
        pairs,
        and(
            less(column("f"), column(prefix + "e")),
            Expression.or(missing(column("u")), less(column(prefix + "s"), column("u")))),
        "inside the life");
  }

  private void addIntervals(List<Plan> points, Plan pairs, String flag, Expression value) {
    Expression from = greatest(column("f"), column(prefix + "s"));
    Plan ended =
        new Plan.Filter(pairs, less(column("u"), column(prefix + "e")), "ended before the end");
    points.add(points(pairs, from, flag, value));
    points.add(points(ended, column("u"), flag, number(0)));
  }

  private Frame owned(List<Plan> points, Plan lives, List<String> kept) {
    List<String> grouped = new ArrayList<>(keys);
    grouped.add("f");
    List<Plan.Over> over = new ArrayList<>();
    over.add(new Plan.Over("next", Plan.Look.NEXT, column("f")));
    flags.forEach(
        flag -> over.add(new Plan.Over(flag, Plan.Look.LAST_KNOWN, column(flag + " here"))));
    Plan once =
        new Plan.Group(
            new Plan.Union(points, "where pieces begin"),
            grouped,
            flags.stream()
                .map(
                    flag -> Aggregate.of(flag + " here", Aggregate.Function.GREATEST, column(flag)))
                .toList(),
            "each once");
    Plan ordered = new Plan.Window(once, keys, List.of("f"), over, grouped, "until the next");
    List<String> left = new ArrayList<>(grouped);
    left.add("next");
    left.addAll(flags);
    Frame pieces =
        new Frame(
            new Plan.Join(
                ordered,
                lives,
                keys,
                false,
                left,
                kept.stream().filter(each -> !keys.contains(each)).toList(),
                "pieces of each life"));
    pieces.put("u", firstKnown(column("next"), column(prefix + "e")), "ends");
    pieces.put("turn", turn(), "the first turn that covers it");
    return pieces;
  }

  private Expression turn() {
    Holds holds = new Holds(rows);
    Expression turn =
        first(
            turns.size(),
            i ->
                turns.get(i) instanceof Turn.Stage
                    ? inStage(i)
                    : holds.in(column(MASK), turns.get(i).id()));
    turn = choose(equal(column(NOBODY), number(1)), number(REOPENED), turn);
    if (flags.contains(ELSEWHERE)) {
      turn = choose(equal(column(ELSEWHERE), number(1)), number(OTHERS), turn);
    }
    return excluded.isEmpty()
        ? turn
        : choose(
            less(number(0), column(OUT)),
            Expression.minus(number(EXCLUDED + 1), column(OUT)),
            turn);
  }

  private Expression inStage(int stage) {
    Expression from = column(prefix + "from " + stage);
    Expression until = column(prefix + "until " + stage);
    return and(
        known(from),
        atMost(from, column("f")),
        Expression.or(missing(until), less(column("f"), until)));
  }

  /** The first of so many turns that covers; {@link #UNASSIGNED} if none does. */
  static Expression first(int turns, IntFunction<Expression> covers) {
    Expression turn = number(UNASSIGNED);
    for (int i = turns - 1; i >= 0; i--) {
      turn = choose(covers.apply(i), number(i), turn);
    }
    return turn;
  }

  /** The pieces: keys, {@code f}, {@code u}, {@code turn} and what is asked for. */
  Frame frame() {
    if (frame.isClosed()) {
      frame = frame.fork();
    }
    return frame;
  }

  /** The rows as they were when their lives were cut. */
  Plan lives() {
    return everything.orElseThrow();
  }

  /** The end of the life in the pieces. */
  Expression end() {
    return column(prefix + "e");
  }

  /** Where time that does not count ends. */
  Expression wallEnd() {
    return column(prefix + "w");
  }

  Expression startDay() {
    return column(prefix + "d1");
  }

  Expression endDay() {
    return column(prefix + "d2");
  }

  /** Whether a clock counts the piece. */
  Expression counted(Clock.Counting counting, String performing) {
    Expression counted = counted(counting, performing, turns, column("turn"));
    boolean all = excluded.isEmpty() && !flags.contains(ELSEWHERE);
    return all ? counted : and(atMost(number(UNASSIGNED), column("turn")), counted);
  }

  /** Whether a clock counts the time of a turn. */
  static Expression counted(
      Clock.Counting counting, String performing, List<Turn> turns, Expression turn) {
    List<Expression> counted = new ArrayList<>();
    if (counting instanceof Clock.Counting.Counts counts) {
      for (int i = 0; i < turns.size(); i++) {
        if (counts.parties().contains(turns.get(i).whose())) {
          counted.add(equal(turn, number(i)));
        }
      }
      if (counts.parties().contains(performing)) {
        counted.add(equal(turn, number(UNASSIGNED)));
      }
      return Expression.or(counted);
    }
    if (counting instanceof Clock.Counting.Pauses pauses) {
      for (int i = 0; i < turns.size(); i++) {
        if (pauses.turns().contains(turns.get(i).id())) {
          counted.add(equal(turn, number(i)));
        }
      }
      return Expression.not(Expression.or(counted));
    }
    return Expression.YES;
  }

  /** The sum over the pieces of a row for which the condition holds, as a column of the rows. */
  Expression sum(String hint, Expression value, Expression where) {
    return firstKnown(group(hint, Aggregate.Function.SUM, value, where), number(0));
  }

  /** An aggregate over the pieces of a row, as a column of the rows. */
  Expression group(String hint, Aggregate.Function function, Expression value, Expression where) {
    if (groups.isEmpty()) {
      groups =
          Optional.of(
              rows.frame().joinGroups(() -> frame.plan(), keys, keys, "what counts of each life"));
    }
    return groups.get().add(hint, function, value, where);
  }

  /** A moment of the pieces. */
  static MomentValue instant(Expression value) {
    return new MomentValue(value, Precision.INSTANT, true, true);
  }
}
