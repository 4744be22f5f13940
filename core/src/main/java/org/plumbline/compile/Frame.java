package org.plumbline.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;

/**
 * A relation to which columns are added one after the other.
 *
 * <p>An expression that is asked for twice becomes one column; look-ups of the same row of a table
 * become one look-up, however late the second is asked for. So all clocks that start at the same
 * moment share one join with one wide table.
 */
final class Frame {

  // Steps in order. A column is available from the step that makes it on (the input's from step
  // 0). A new column goes to the earliest step that can make it, so that steps stay few.
  private Plan input;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> availableFrom = new HashMap<>();
  private final Map<Expression, Expression> made = new HashMap<>();
  private boolean closed;
  private int generation;

  private abstract static class Step {}

  private static final class ExtendStep extends Step {
    final List<Named> added = new ArrayList<>();
    final String note;

    ExtendStep(String note) {
      this.note = note;
    }
  }

  private static final class LookUpStep extends Step {
    final LookUpTable table;
    final Expression slot;
    final Map<String, Column> reads = new LinkedHashMap<>();
    final List<Named> added = new ArrayList<>();
    final String note;

    LookUpStep(LookUpTable table, Expression slot, String note) {
      this.table = table;
      this.slot = slot;
      this.note = note;
    }
  }

  private static final class JoinStep extends Step {
    final Plan right;
    final List<String> keys;
    final boolean optional;
    final List<String> added;
    final String note;

    JoinStep(Plan right, List<String> keys, boolean optional, List<String> added, String note) {
      this.right = right;
      this.keys = keys;
      this.optional = optional;
      this.added = added;
      this.note = note;
    }
  }

  private static final class FilterStep extends Step {
    final Expression condition;
    final String note;

    FilterStep(Expression condition, String note) {
      this.condition = condition;
      this.note = note;
    }
  }

  Frame(Plan input) {
    this.input = input;
    new Schemas().names(input).forEach(name -> availableFrom.put(name, 0));
  }

  private Frame(Plan input, Frame parent) {
    this(input);
    made.putAll(parent.made);
  }

  /** Whether it takes no more columns. */
  boolean isClosed() {
    return closed;
  }

  /** Whether there is such a column. */
  boolean has(String column) {
    return availableFrom.containsKey(column);
  }

  /** A column with the value of the expression; the expression itself if it is one or constant. */
  Expression add(String hint, Expression expression, String note) {
    if (expression instanceof Expression.Reference || expression instanceof Expression.Constant) {
      return expression;
    }
    Expression known = made.get(expression);
    if (known != null) {
      return known;
    }
    Expression column = put(unique(hint), expression, note);
    made.put(expression, column);
    return column;
  }

  /** A column of this very name, whatever the expression. */
  Expression put(String name, Expression expression, String note) {
    requireOpen();
    if (availableFrom.containsKey(name)) {
      throw new IllegalStateException("column " + name + " is there already");
    }
    int from = availability(expression);
    ExtendStep step = null;
    int at = -1;
    for (int i = from; i < steps.size(); i++) {
      if (steps.get(i) instanceof ExtendStep extend) {
        step = extend;
        at = i;
        break;
      }
    }
    if (step == null) {
      step = new ExtendStep(note);
      steps.add(step);
      at = steps.size() - 1;
    }
    step.added.add(new Named(name, expression));
    availableFrom.put(name, at + 1);
    return Expression.column(name);
  }

  /**
   * A column read from the row of a table.
   *
   * @param slot the number of the row, from columns of this frame
   * @param reads the columns of the table that the expression names
   */
  Expression lookUp(
      String hint,
      LookUpTable table,
      Expression slot,
      List<Column> reads,
      Expression expression,
      String note) {
    Expression key =
        Expression.call(
            org.plumbline.compile.plan.Operation.FIRST_KNOWN,
            Expression.text(table.name()),
            slot,
            expression);
    Expression known = made.get(key);
    if (known != null) {
      return known;
    }
    requireOpen();
    LookUpStep found = null;
    int at = -1;
    for (int i = ownColumns(expression); i < steps.size(); i++) {
      if (steps.get(i) instanceof LookUpStep step
          && step.table == table
          && step.slot.equals(slot)) {
        found = step;
        at = i;
      }
    }
    if (found == null) {
      found = new LookUpStep(table, slot, note);
      steps.add(found);
      at = steps.size() - 1;
    }
    LookUpStep step = found;
    reads.forEach(column -> step.reads.put(column.name(), column));
    String name = unique(hint);
    step.added.add(new Named(name, expression));
    availableFrom.put(name, at + 1);
    Expression column = Expression.column(name);
    made.put(key, column);
    return column;
  }

  /** From which step on the columns of this frame are there that an expression uses. */
  private int ownColumns(Expression expression) {
    int[] from = {0};
    expression.columns(name -> from[0] = Math.max(from[0], availableFrom.getOrDefault(name, 0)));
    return from[0];
  }

  /** Columns of another relation, joined on columns of the same names; at most one row each. */
  void join(Plan right, List<String> keys, boolean optional, String note) {
    requireOpen();
    List<String> added =
        new Schemas().names(right).stream().filter(name -> !keys.contains(name)).toList();
    steps.add(new JoinStep(right, keys, optional, added, note));
    added.forEach(
        name -> {
          if (availableFrom.put(name, steps.size()) != null) {
            throw new IllegalStateException("column " + name + " is there already");
          }
        });
  }

  /**
   * Columns of groups of another relation, joined on the groups' keys; the columns may be added
   * later, until this frame is closed.
   */
  GroupedColumns joinGroups(
      Supplier<Plan> of, List<String> keys, List<String> joinedOn, String note) {
    requireOpen();
    GroupedColumns groups = new GroupedColumns(this, of, keys, joinedOn, steps.size() + 1, note);
    steps.add(groups);
    return groups;
  }

  /** Groups of another relation whose aggregates become columns of a frame. */
  static final class GroupedColumns extends Step {
    private final Frame frame;
    private final Supplier<Plan> of;
    private final List<String> keys;
    private final List<String> joinedOn;
    private final int available;
    private final String note;
    private final List<Aggregate> aggregates = new ArrayList<>();
    private final Map<Aggregate, Expression> made = new HashMap<>();
    private final int generation;
    private Optional<GroupedColumns> successor = Optional.empty();

    private GroupedColumns(
        Frame frame,
        Supplier<Plan> of,
        List<String> keys,
        List<String> joinedOn,
        int available,
        String note) {
      this.frame = frame;
      this.of = of;
      this.keys = keys;
      this.joinedOn = joinedOn;
      this.available = available;
      this.note = note;
      generation = frame.generation;
      for (String key : keys) {
        if (!joinedOn.contains(key)) {
          frame.availableFrom.put(key, available);
        }
      }
    }

    /** The aggregate as a column of the frame; null for rows without a group. */
    Expression add(String hint, Aggregate.Function function, Expression of, Expression where) {
      Aggregate aggregate = Aggregate.of("", function, of, where);
      Expression known = made.get(aggregate);
      if (known != null) {
        return known;
      }
      frame.requireOpen();
      if (generation != frame.generation) {
        if (successor.isEmpty() || successor.get().generation != frame.generation) {
          successor = Optional.of(frame.joinGroups(this.of, keys, keys, note));
        }
        Expression later = successor.get().add(hint, function, of, where);
        made.put(aggregate, later);
        return later;
      }
      String name = frame.unique(hint);
      aggregates.add(Aggregate.of(name, function, of, where));
      frame.availableFrom.put(name, available);
      Expression column = Expression.column(name);
      made.put(aggregate, column);
      return column;
    }

    /** The same groups for another frame that has the keys already. */
    GroupedColumns on(Frame other) {
      return other.joinGroups(of, keys, keys, note);
    }

    private Plan group() {
      return new Plan.Group(of.get(), keys, aggregates, note);
    }

    private List<String> columns() {
      List<String> columns = new ArrayList<>(keys);
      columns.removeAll(joinedOn);
      aggregates.forEach(aggregate -> columns.add(aggregate.name()));
      return columns;
    }
  }

  /** Keeps the rows for which the condition is yes. */
  void filter(Expression condition, String note) {
    requireOpen();
    if (!condition.equals(Expression.YES)) {
      steps.add(new FilterStep(condition, note));
    }
  }

  /** A name that no column has. */
  String unique(String hint) {
    String name = hint;
    for (int i = 2; availableFrom.containsKey(name); i++) {
      name = hint + " " + i;
    }
    return name;
  }

  /** A frame over what this one has become; this one takes no more columns. */
  Frame fork() {
    return new Frame(plan(), this);
  }

  /** A frame over a plan that has the columns of this one. */
  Frame forkOver(Plan plan) {
    return new Frame(plan, this);
  }

  private Optional<Plan> built = Optional.empty();

  /** The plan so far, over which the frame goes on. */
  Plan checkpoint() {
    requireOpen();
    Plan plan = build();
    input = plan;
    steps.clear();
    availableFrom.clear();
    new Schemas().names(plan).forEach(name -> availableFrom.put(name, 0));
    generation++;
    return plan;
  }

  /** The plan; from now on the frame takes no more columns. */
  Plan plan() {
    if (built.isEmpty()) {
      closed = true;
      built = Optional.of(build());
    }
    return built.get();
  }

  private Plan build() {
    Plan plan = input;
    List<String> columns = new ArrayList<>(new Schemas().names(input));
    for (Step step : steps) {
      List<String> kept = List.copyOf(columns);
      if (step instanceof ExtendStep extend) {
        plan = new Plan.Extend(plan, kept, extend.added, extend.note);
        extend.added.forEach(named -> columns.add(named.name()));
      } else if (step instanceof LookUpStep lookUp) {
        plan =
            new Plan.LookUp(
                plan,
                lookUp.slot,
                lookUp.table.name(),
                List.copyOf(lookUp.reads.values()),
                kept,
                lookUp.added,
                lookUp.note);
        lookUp.added.forEach(named -> columns.add(named.name()));
      } else if (step instanceof JoinStep join) {
        plan =
            new Plan.Join(plan, join.right, join.keys, join.optional, kept, join.added, join.note);
        columns.addAll(join.added);
      } else if (step instanceof GroupedColumns groups) {
        if (!groups.columns().isEmpty()) {
          plan =
              new Plan.Join(
                  plan, groups.group(), groups.joinedOn, true, kept, groups.columns(), groups.note);
          columns.addAll(groups.columns());
        }
      } else if (step instanceof FilterStep filter) {
        plan = new Plan.Filter(plan, filter.condition, filter.note);
      }
    }
    return plan;
  }

  private int availability(Expression expression) {
    int[] from = {0};
    expression.columns(
        name -> {
          Integer step = availableFrom.get(name);
          if (step == null) {
            throw new IllegalStateException("there is no column " + name);
          }
          from[0] = Math.max(from[0], step);
        });
    return from[0];
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the frame is closed");
    }
  }
}
