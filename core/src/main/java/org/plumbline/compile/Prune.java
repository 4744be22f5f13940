package org.plumbline.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Shorter;

/**
 * Leaves out the columns that nobody asks for, the look-ups and optional joins that then give
 * nothing, and what decides nothing in an expression.
 *
 * <pre>
 * Extend [a, b] c = …            Extend [a] c = …
 *   LookUp instants w = …   →      Scan cases [a]
 *     Scan cases [a, b]
 * </pre>
 */
final class Prune {

  private final Schemas schemas = new Schemas();
  private final Map<Plan, Set<String>> wanted = new IdentityHashMap<>();
  private final Map<Plan, Plan> done = new IdentityHashMap<>();
  private final Map<Named, Named> shortColumns = new IdentityHashMap<>();
  private final Map<Plan.Filter, Expression> shortConditions = new IdentityHashMap<>();
  private final Map<Aggregate, Aggregate> shortAggregates = new IdentityHashMap<>();

  private Prune() {}

  /** The plan with all columns of its root and no others. */
  static Plan apply(Plan root) {
    Prune prune = new Prune();
    List<Plan> order = new ArrayList<>();
    prune.sort(root, order, Collections.newSetFromMap(new IdentityHashMap<>()));
    prune.want(root, prune.schemas.names(root));
    for (int i = order.size() - 1; i >= 0; i--) {
      prune.ask(order.get(i));
    }
    for (Plan plan : order) {
      prune.done.put(plan, prune.make(plan));
    }
    return prune.made(root);
  }

  /** Inputs before those that use them. */
  private void sort(Plan plan, List<Plan> order, Set<Plan> seen) {
    if (seen.add(plan)) {
      plan.inputs().forEach(input -> sort(input, order, seen));
      order.add(plan);
    }
  }

  private void want(Plan plan, Iterable<String> columns) {
    Set<String> set = wanted.computeIfAbsent(plan, key -> new LinkedHashSet<>());
    columns.forEach(set::add);
  }

  private Set<String> wanted(Plan plan) {
    return wanted.getOrDefault(plan, Set.of());
  }

  private static Set<String> columns(Expression expression) {
    Set<String> columns = new LinkedHashSet<>();
    expression.columns(columns::add);
    return columns;
  }

  private void ask(Plan plan) {
    Set<String> mine = wanted(plan);
    if (plan instanceof Plan.Extend extend) {
      want(extend.input(), both(mine, extend.kept()));
      used(extend.added(), mine).forEach(each -> want(extend.input(), columns(each.expression())));
    } else if (plan instanceof Plan.Filter filter) {
      want(filter.input(), mine);
      want(filter.input(), columns(shorter(filter)));
    } else if (plan instanceof Plan.LookUp lookUp) {
      want(lookUp.input(), both(mine, lookUp.kept()));
      List<Named> used = used(lookUp.added(), mine);
      Set<String> reads = new LinkedHashSet<>();
      lookUp.reads().forEach(column -> reads.add(column.name()));
      for (Named each : used) {
        Set<String> asked = columns(each.expression());
        asked.removeAll(reads);
        want(lookUp.input(), asked);
      }
      if (!used.isEmpty()) {
        want(lookUp.input(), columns(lookUp.slot()));
      }
    } else if (plan instanceof Plan.Join join) {
      want(join.left(), both(mine, join.keptLeft()));
      if (!isDropped(join)) {
        want(join.left(), join.keys());
        want(join.right(), both(mine, join.keptRight()));
        want(join.right(), join.keys());
      }
    } else if (plan instanceof Plan.Group group) {
      want(group.input(), group.keys());
      for (Aggregate aggregate : usedAggregates(group)) {
        aggregate.of().ifPresent(of -> want(group.input(), columns(of)));
        aggregate.where().ifPresent(where -> want(group.input(), columns(where)));
      }
    } else if (plan instanceof Plan.Union union) {
      union.inputs().forEach(input -> want(input, mine));
    } else if (plan instanceof Plan.Repeat repeat) {
      want(repeat.input(), both(mine, repeat.kept()));
      want(repeat.input(), columns(repeat.first()));
      want(repeat.input(), columns(repeat.last()));
    } else if (plan instanceof Plan.Window window) {
      want(window.input(), both(mine, window.kept()));
      want(window.input(), window.partition());
      want(window.input(), window.order());
      window.added().stream()
          .filter(over -> mine.contains(over.name()))
          .forEach(over -> want(window.input(), columns(over.of())));
    } else if (plan instanceof Plan.Top top) {
      want(top.input(), mine);
      top.order().forEach(order -> want(top.input(), List.of(order.column())));
    }
  }

  private boolean isDropped(Plan.Join join) {
    return join.optional() && both(wanted(join), join.keptRight()).isEmpty();
  }

  private static List<String> both(Set<String> wanted, List<String> kept) {
    return kept.stream().filter(wanted::contains).toList();
  }

  private List<Named> used(List<Named> added, Set<String> wanted) {
    return added.stream()
        .filter(each -> wanted.contains(each.name()))
        .map(each -> shortColumns.computeIfAbsent(each, Prune::shorter))
        .toList();
  }

  private static Named shorter(Named named) {
    return new Named(named.name(), Shorter.value(named.expression()));
  }

  private List<Aggregate> usedAggregates(Plan.Group group) {
    return group.aggregates().stream()
        .filter(each -> wanted(group).contains(each.name()))
        .map(each -> shortAggregates.computeIfAbsent(each, Prune::shorter))
        .toList();
  }

  private static Aggregate shorter(Aggregate aggregate) {
    boolean counts = aggregate.function() == Aggregate.Function.COUNT;
    return new Aggregate(
        aggregate.name(),
        aggregate.function(),
        aggregate.of().map(of -> counts ? Shorter.condition(of) : Shorter.value(of)),
        aggregate.where().map(Shorter::condition).filter(where -> !where.equals(Expression.YES)),
        aggregate.share());
  }

  private Expression shorter(Plan.Filter filter) {
    return shortConditions.computeIfAbsent(filter, it -> Shorter.condition(it.condition()));
  }

  private Plan made(Plan plan) {
    Plan made = done.get(plan);
    if (made == null) {
      throw new IllegalStateException("not made: " + plan.note());
    }
    return made;
  }

  private Plan make(Plan plan) {
    Set<String> mine = wanted(plan);
    if (plan instanceof Plan.Scan scan) {
      List<Column> left =
          scan.columns().stream().filter(column -> mine.contains(column.name())).toList();
      return new Plan.Scan(
          scan.table(), left.isEmpty() ? scan.columns().subList(0, 1) : left, scan.note());
    }
    if (plan instanceof Plan.Extend extend) {
      return extend(extend, mine);
    }
    if (plan instanceof Plan.Filter filter) {
      return new Plan.Filter(made(filter.input()), shorter(filter), filter.note());
    }
    if (plan instanceof Plan.LookUp lookUp) {
      List<Named> used = used(lookUp.added(), mine);
      if (used.isEmpty()) {
        return made(lookUp.input());
      }
      Set<String> read = new LinkedHashSet<>();
      used.forEach(each -> read.addAll(columns(each.expression())));
      return new Plan.LookUp(
          made(lookUp.input()),
          lookUp.slot(),
          lookUp.table(),
          lookUp.reads().stream().filter(column -> read.contains(column.name())).toList(),
          both(mine, lookUp.kept()),
          used,
          lookUp.note());
    }
    if (plan instanceof Plan.Join join) {
      return isDropped(join)
          ? made(join.left())
          : new Plan.Join(
              made(join.left()),
              made(join.right()),
              join.keys(),
              join.optional(),
              both(mine, join.keptLeft()),
              both(mine, join.keptRight()),
              join.note());
    }
    return makeOther(plan, mine);
  }

  private Plan extend(Plan.Extend extend, Set<String> mine) {
    List<Named> used = used(extend.added(), mine);
    Plan input = made(extend.input());
    List<String> kept = both(mine, extend.kept());
    return used.isEmpty() && kept.size() == schemas.names(input).size()
        ? input
        : new Plan.Extend(input, kept, used, extend.note());
  }

  private Plan makeOther(Plan plan, Set<String> mine) {
    if (plan instanceof Plan.Group group) {
      return new Plan.Group(made(group.input()), group.keys(), usedAggregates(group), group.note());
    }
    if (plan instanceof Plan.Union union) {
      List<String> names = schemas.names(union).stream().filter(mine::contains).toList();
      List<Plan> inputs = new ArrayList<>();
      for (Plan input : union.inputs()) {
        Plan made = made(input);
        inputs.add(
            schemas.names(made).equals(names)
                ? made
                : new Plan.Extend(made, names, List.of(), "the same columns"));
      }
      return new Plan.Union(inputs, union.note());
    }
    if (plan instanceof Plan.Repeat repeat) {
      return new Plan.Repeat(
          made(repeat.input()),
          repeat.first(),
          repeat.last(),
          repeat.name(),
          both(mine, repeat.kept()),
          repeat.note());
    }
    if (plan instanceof Plan.Window window) {
      return new Plan.Window(
          made(window.input()),
          window.partition(),
          window.order(),
          window.added().stream().filter(over -> mine.contains(over.name())).toList(),
          both(mine, window.kept()),
          window.note());
    }
    Plan.Top top = (Plan.Top) plan;
    return new Plan.Top(made(top.input()), top.order(), top.limit(), top.note());
  }
}
