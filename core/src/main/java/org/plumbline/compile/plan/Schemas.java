package org.plumbline.compile.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which columns each node of a plan has, with their types. */
public final class Schemas {

  private final Map<Plan, Map<String, Type>> known = new IdentityHashMap<>();

  /** The columns of a node, in order. */
  public List<Column> columns(Plan plan) {
    return types(plan).entrySet().stream()
        .map(entry -> new Column(entry.getKey(), entry.getValue()))
        .toList();
  }

  /**
   * The types of the columns of a node by name, in order.
   *
   * @throws PlanCheck.BrokenPlanException if a column is missing or occurs twice
   */
  public Map<String, Type> types(Plan plan) {
    Map<String, Type> types = known.get(plan);
    if (types == null) {
      types = infer(plan);
      known.put(plan, types);
    }
    return types;
  }

  /** The type of an expression over the columns of a node. */
  public Type type(Plan plan, Expression expression) {
    return new Typing(types(plan)).of(expression);
  }

  private Map<String, Type> infer(Plan plan) {
    Map<String, Type> types = new LinkedHashMap<>();
    if (plan instanceof Plan.Scan scan) {
      scan.columns().forEach(column -> put(plan, types, column.name(), column.type()));
    } else if (plan instanceof Plan.Extend extend) {
      Map<String, Type> input = types(extend.input());
      keep(plan, input, extend.kept(), types);
      add(plan, input, extend.added(), types);
    } else if (plan instanceof Plan.Filter filter) {
      types.putAll(types(filter.input()));
    } else if (plan instanceof Plan.LookUp lookUp) {
      Map<String, Type> input = new LinkedHashMap<>(types(lookUp.input()));
      keep(plan, input, lookUp.kept(), types);
      lookUp.reads().forEach(column -> put(plan, input, column.name(), column.type()));
      add(plan, input, lookUp.added(), types);
    } else if (plan instanceof Plan.Join join) {
      keep(plan, types(join.left()), join.keptLeft(), types);
      keep(plan, types(join.right()), join.keptRight(), types);
    } else if (plan instanceof Plan.Group group) {
      Map<String, Type> input = types(group.input());
      keep(plan, input, group.keys(), types);
      group.aggregates().forEach(each -> put(plan, types, each.name(), typeOf(input, each)));
    } else if (plan instanceof Plan.Union union) {
      types.putAll(types(union.inputs().get(0)));
      for (Plan input : union.inputs()) {
        types(input)
            .forEach((name, type) -> types.computeIfPresent(name, (n, t) -> wider(t, type)));
      }
    } else if (plan instanceof Plan.Repeat repeat) {
      keep(plan, types(repeat.input()), repeat.kept(), types);
      put(plan, types, repeat.name(), Type.LONG);
    } else if (plan instanceof Plan.Window window) {
      Map<String, Type> input = types(window.input());
      keep(plan, input, window.kept(), types);
      window
          .added()
          .forEach(
              over ->
                  put(
                      plan,
                      types,
                      over.name(),
                      switch (over.look()) {
                        case SUM_BEFORE, POSITION, RANK, NUMBER -> Type.LONG;
                        case NEXT, PREVIOUS, LAST_KNOWN, GREATEST_BEFORE ->
                            new Typing(input).of(over.of());
                      }));
    } else if (plan instanceof Plan.Top top) {
      types.putAll(types(top.input()));
    }
    return types;
  }

  private static Type wider(Type one, Type other) {
    return one.isNumber() && other.isNumber() && other.compareTo(one) > 0 ? other : one;
  }

  private static Type typeOf(Map<String, Type> input, Aggregate aggregate) {
    return switch (aggregate.function()) {
      case COUNT, BITS -> Type.LONG;
      case SUM ->
          new Typing(input).of(aggregate.of().orElseThrow()) == Type.DECIMAL
              ? Type.DECIMAL
              : Type.HUGE;
      case LEAST, GREATEST, PERCENTILE -> new Typing(input).of(aggregate.of().orElseThrow());
    };
  }

  private static void keep(
      Plan plan, Map<String, Type> input, List<String> kept, Map<String, Type> types) {
    for (String name : kept) {
      Type type = input.get(name);
      if (type == null) {
        throw new PlanCheck.BrokenPlanException(plan, "has no column " + name + " in its input");
      }
      put(plan, types, name, type);
    }
  }

  private static void add(
      Plan plan, Map<String, Type> input, List<Named> added, Map<String, Type> types) {
    for (Named named : added) {
      try {
        put(plan, types, named.name(), new Typing(input).of(named.expression()));
      } catch (IllegalArgumentException e) {
        throw new PlanCheck.BrokenPlanException(plan, named.name() + ": " + e.getMessage());
      }
    }
  }

  private static void put(Plan plan, Map<String, Type> types, String name, Type type) {
    if (types.put(name, type) != null) {
      throw new PlanCheck.BrokenPlanException(plan, "has column " + name + " twice");
    }
  }

  /** The names of the columns, in order. */
  public List<String> names(Plan plan) {
    return new ArrayList<>(types(plan).keySet());
  }
}
