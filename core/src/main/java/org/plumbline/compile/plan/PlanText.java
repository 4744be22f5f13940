package org.plumbline.compile.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as an indented text; a node that is used twice is printed once and named after. */
public final class PlanText {

  private final StringBuilder text = new StringBuilder();
  private final Map<Plan, Integer> uses = new IdentityHashMap<>();
  private final Map<Plan, Integer> numbers = new IdentityHashMap<>();

  private PlanText() {}

  /** The text of a plan, each node on its line, its inputs below it. */
  public static String of(Plan plan) {
    PlanText text = new PlanText();
    text.count(plan);
    text.print(plan, 0);
    return text.text.toString();
  }

  private void count(Plan plan) {
    if (uses.merge(plan, 1, Integer::sum) == 1) {
      plan.inputs().forEach(this::count);
    }
  }

  private void print(Plan plan, int depth) {
    text.append("  ".repeat(depth));
    Integer number = numbers.get(plan);
    if (number != null) {
      text.append("as in [").append(number).append("]\n");
      return;
    }
    if (uses.getOrDefault(plan, 0) > 1) {
      numbers.put(plan, numbers.size() + 1);
      text.append('[').append(numbers.size()).append("] ");
    }
    text.append(head(plan));
    if (!plan.note().isEmpty()) {
      text.append("  -- ").append(plan.note());
    }
    text.append('\n');
    for (Named named : added(plan)) {
      text.append("  ".repeat(depth + 2))
          .append(named.name())
          .append(" = ")
          .append(of(named.expression()))
          .append('\n');
    }
    plan.inputs().forEach(input -> print(input, depth + 1));
  }

  private static List<Named> added(Plan plan) {
    if (plan instanceof Plan.Extend extend) {
      return extend.added();
    }
    return plan instanceof Plan.LookUp lookUp ? lookUp.added() : List.of();
  }

  private static String head(Plan plan) {
    if (plan instanceof Plan.Scan scan) {
      return "Scan " + scan.table() + " " + names(scan.columns());
    }
    if (plan instanceof Plan.Extend extend) {
      return "Extend " + extend.kept();
    }
    if (plan instanceof Plan.Filter filter) {
      return "Filter " + of(filter.condition());
    }
    if (plan instanceof Plan.LookUp lookUp) {
      return "LookUp " + lookUp.table() + " at " + of(lookUp.slot()) + " " + lookUp.kept();
    }
    if (plan instanceof Plan.Join join) {
      return (join.optional() ? "Join optional " : "Join ") + "on " + join.keys();
    }
    if (plan instanceof Plan.Group group) {
      return "Group by "
          + group.keys()
          + group.aggregates().stream()
              .map(PlanText::of)
              .collect(Collectors.joining(", ", " {", "}"));
    }
    if (plan instanceof Plan.Repeat repeat) {
      return "Repeat " + repeat.name() + " from " + of(repeat.first()) + " to " + of(repeat.last());
    }
    if (plan instanceof Plan.Window window) {
      return "Window by "
          + window.partition()
          + " in order of "
          + window.order()
          + window.added().stream()
              .map(over -> over.name() + " = " + word(over.look()) + "(" + of(over.of()) + ")")
              .collect(Collectors.joining(", ", " {", "}"));
    }
    if (plan instanceof Plan.Top top) {
      return "Top " + top.limit() + " in order of " + top.order();
    }
    return "Union";
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private static String of(Aggregate aggregate) {
    return aggregate.name()
        + " = "
        + word(aggregate.function())
        + "("
        + aggregate.of().map(PlanText::of).orElse("")
        + ")"
        + aggregate.where().map(where -> " where " + of(where)).orElse("");
  }

  /** The text of an expression. */
  public static String of(Expression expression) {
    if (expression instanceof Expression.Reference reference) {
      return reference.column();
    }
    if (expression instanceof Expression.Constant constant) {
      return constant
          .value()
          .map(value -> value instanceof String ? "'" + value + "'" : value.toString())
          .orElse("null");
    }
    if (expression instanceof Expression.Call call) {
      return call.arguments().stream()
          .map(PlanText::of)
          .collect(Collectors.joining(", ", word(call.operation()) + "(", ")"));
    }
    Expression.Choice choice = (Expression.Choice) expression;
    return choice.choices().stream()
        .map(when -> of(when.condition()) + " -> " + of(when.value()))
        .collect(Collectors.joining("; ", "choose(", "; else " + of(choice.otherwise()) + ")"));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
