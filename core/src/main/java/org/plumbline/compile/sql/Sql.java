package org.plumbline.compile.sql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/**
 * A plan as one statement, each step with a comment that says what it is for. To be read, all steps
 * have names and stand in order; to be run, one that is used once stands inside the step that uses
 * it, which an engine plans faster.
 */
public final class Sql {

  /** So many steps stand inside each other in a statement that is run. */
  private static final int DEEPEST = 24;

  private final Dialect dialect;
  private final SqlExpressions expressions;
  private final int deepest;
  private final Schemas schemas = new Schemas();
  private final Map<Plan, Integer> uses = new IdentityHashMap<>();
  private final Map<Plan, String> steps = new IdentityHashMap<>();
  private final Map<Plan, Integer> depths = new IdentityHashMap<>();
  private final List<Step> named = new ArrayList<>();

  /**
   * A step that has a name, which later steps read.
   *
   * @param note a comment that says what it is for
   * @param select the statement that gives its rows
   * @param usedOften whether more than one step reads it
   */
  public record Step(String name, String note, String select, boolean usedOften) {}

  /**
   * A plan in statements that are run one after the other.
   *
   * @param named what {@code last} reads, each after those that it reads itself
   */
  public record Steps(List<Step> named, String last) {
    /** Copies the list. */
    public Steps {
      named = List.copyOf(named);
    }
  }

  private Sql(Dialect dialect, int deepest) {
    this.dialect = dialect;
    expressions = new SqlExpressions(dialect);
    this.deepest = deepest;
  }

  /** The statement of a plan, to be run. */
  public static String of(Plan plan, Dialect dialect) {
    return new Sql(dialect, DEEPEST).statement(plan);
  }

  /** The statement of a plan in named steps, to be read; it gives the same. */
  public static String inSteps(Plan plan, Dialect dialect) {
    return new Sql(dialect, 0).statement(plan);
  }

  /**
   * The steps of a plan, to be run by an engine that keeps what is used often itself.
   *
   * @param deepest so many steps stand inside each other in a statement
   */
  public static Steps steps(Plan plan, Dialect dialect, int deepest) {
    Sql sql = new Sql(dialect, deepest);
    String last = sql.last(plan);
    if (!sql.steps.containsKey(plan) || plan instanceof Plan.Scan) {
      return new Steps(sql.named, last);
    }
    // What is laid down forgets its order.
    Step root = sql.named.remove(sql.named.size() - 1);
    return new Steps(sql.named, root.note() + "\n" + root.select());
  }

  private String statement(Plan plan) {
    String last = last(plan);
    String before =
        named.stream()
            .map(
                step ->
                    "%s\n%s %s (\n%s\n)"
                        .formatted(
                            step.note(), step.name(), dialect.as(step.usedOften()), step.select()))
            .collect(Collectors.joining(",\n", "WITH\n", "\n"));
    return (named.isEmpty() ? "" : before) + last;
  }

  private String last(Plan plan) {
    count(plan);
    return "SELECT * FROM " + step(plan);
  }

  /** An expression over columns. */
  public static String of(Expression expression, Dialect dialect) {
    return new SqlExpressions(dialect).write(expression, dialect::name);
  }

  private void count(Plan plan) {
    if (uses.merge(plan, 1, Integer::sum) == 1) {
      plan.inputs().forEach(this::count);
    }
  }

  private String step(Plan plan) {
    String known = steps.get(plan);
    if (known != null) {
      return known;
    }
    if (plan instanceof Plan.Scan scan) {
      String table = dialect.name(scan.table());
      steps.put(plan, table);
      return table;
    }
    List<String> inputs = new ArrayList<>();
    for (Plan input : plan.inputs()) {
      inputs.add(step(input));
    }
    String body = body(plan, inputs);
    boolean often = uses.getOrDefault(plan, 1) > 1;
    int depth =
        1 + plan.inputs().stream().mapToInt(each -> depths.getOrDefault(each, 0)).max().orElse(0);
    if (!often && depth <= deepest) {
      depths.put(plan, depth);
      return "(\n  " + note(plan) + "\n" + body + "\n)";
    }
    String name = "s" + (steps.size() + 1);
    steps.put(plan, name);
    named.add(new Step(name, note(plan), body, often));
    return name;
  }

  private static String note(Plan plan) {
    return "-- " + plan.note().replaceAll("\\s+", " ");
  }

  private String body(Plan plan, List<String> inputs) {
    String from = inputs.isEmpty() ? "" : "  FROM " + inputs.get(0);
    if (plan instanceof Plan.Extend extend) {
      List<String> columns = kept(extend.kept(), extend.input(), "");
      addTo(columns, extend.added(), dialect::name);
      return select(columns) + from;
    }
    if (plan instanceof Plan.Filter filter) {
      return select(kept(schemas.names(filter), filter.input(), ""))
          + from
          + "\n  WHERE "
          + expressions.write(filter.condition(), dialect::name);
    }
    if (plan instanceof Plan.LookUp lookUp) {
      return lookUp(lookUp, inputs.get(0));
    }
    if (plan instanceof Plan.Join join) {
      return join(join, inputs);
    }
    if (plan instanceof Plan.Group group) {
      return group(group, from);
    }
    if (plan instanceof Plan.Union) {
      List<String> each = new ArrayList<>();
      for (String input : inputs) {
        each.add("  SELECT * FROM " + input);
      }
      return String.join("\n  UNION ALL\n", each);
    }
    if (plan instanceof Plan.Repeat repeat) {
      List<String> columns = kept(repeat.kept(), repeat.input(), "");
      columns.add(
          dialect.numbers(
                  expressions.write(repeat.first(), dialect::name),
                  expressions.write(repeat.last(), dialect::name))
              + " AS "
              + dialect.name(repeat.name()));
      return select(columns) + from;
    }
    if (plan instanceof Plan.Window window) {
      return window(window, from);
    }
    Plan.Top top = (Plan.Top) plan;
    List<String> order =
        top.order().stream()
            .map(
                each ->
                    dialect.name(each.column())
                        + (each.descending() ? " DESC" : "")
                        + " NULLS LAST")
            .toList();
    return select(kept(schemas.names(top), top.input(), ""))
        + from
        + (order.isEmpty() ? "" : "\n  ORDER BY " + String.join(", ", order))
        + dialect.atMost(top.limit());
  }

  private List<String> names(List<String> names, String alias) {
    List<String> columns = new ArrayList<>();
    names.forEach(name -> columns.add(alias + dialect.name(name)));
    return columns;
  }

  /**
   * The columns that are kept of a step, in their order. Where those that are not are fewer, these
   * are named: a long list takes an engine longer to read than to look up.
   */
  private List<String> kept(List<String> kept, Plan input, String alias) {
    List<String> dropped = schemas.names(input);
    List<String> rest = new ArrayList<>(dropped);
    rest.retainAll(Set.copyOf(kept));
    dropped.removeAll(Set.copyOf(kept));
    // A stored table may have columns that no plan knows.
    if (input instanceof Plan.Scan || !rest.equals(kept) || dropped.size() >= kept.size()) {
      return names(kept, alias);
    }
    return new ArrayList<>(
        List.of(alias + (dropped.isEmpty() ? "*" : dialect.allBut(names(dropped, "")))));
  }

  private void addTo(List<String> columns, List<Named> added, Function<String, String> names) {
    for (Named each : added) {
      columns.add(expressions.write(each.expression(), names) + " AS " + dialect.name(each.name()));
    }
  }

  private static String select(List<String> columns) {
    if (columns.isEmpty()) {
      // Rows that are only counted.
      return "  SELECT 1\n";
    }
    StringBuilder text = new StringBuilder("  SELECT ");
    int line = text.length();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i) + (i < columns.size() - 1 ? ", " : "");
      if (line + column.length() > 110 && i > 0) {
        text.append("\n         ");
        line = 9;
      }
      text.append(column);
      line += column.length();
    }
    return text.append('\n').toString();
  }

  private String lookUp(Plan.LookUp lookUp, String input) {
    List<String> reads = lookUp.reads().stream().map(Column::name).toList();
    Function<String, String> names =
        name -> (reads.contains(name) ? "t." : "r.") + dialect.name(name);
    List<String> columns = kept(lookUp.kept(), lookUp.input(), "r.");
    addTo(columns, lookUp.added(), names);
    if (!columns.isEmpty()) {
      columns.set(0, dialect.small("t") + columns.get(0));
    }
    return select(columns)
        + "  FROM "
        + input
        + " r JOIN "
        + dialect.name(lookUp.table())
        + " t ON t."
        + dialect.name("slot")
        + " = CAST("
        + expressions.write(lookUp.slot(), names)
        + " AS INTEGER)";
  }

  private String join(Plan.Join join, List<String> inputs) {
    List<String> columns = kept(join.keptLeft(), join.left(), "l.");
    columns.addAll(kept(join.keptRight(), join.right(), "r."));
    List<String> on = new ArrayList<>();
    for (String key : join.keys()) {
      on.add("l." + dialect.name(key) + " = r." + dialect.name(key));
    }
    return select(columns)
        + "  FROM "
        + inputs.get(0)
        + (join.optional() ? " l LEFT JOIN " : " l JOIN ")
        + inputs.get(1)
        + " r ON "
        + String.join(" AND ", on);
  }

  private String group(Plan.Group group, String from) {
    List<String> columns = names(group.keys(), "");
    Map<String, Type> types = schemas.types(group);
    for (Aggregate each : group.aggregates()) {
      columns.add(aggregate(each, group.input()) + " AS " + dialect.name(each.name()));
    }
    if (columns.isEmpty()) {
      throw new IllegalStateException("a group gives nothing: " + types);
    }
    String keys =
        group.keys().isEmpty() ? "" : "\n  GROUP BY " + String.join(", ", names(group.keys(), ""));
    return select(columns) + from + keys;
  }

  private String aggregate(Aggregate aggregate, Plan input) {
    String of = aggregate.of().map(each -> expressions.write(each, dialect::name)).orElse("*");
    String value =
        aggregate
            .where()
            .map(
                where ->
                    "CASE WHEN " + expressions.write(where, dialect::name) + " THEN " + of + " END")
            .orElse(of);
    return switch (aggregate.function()) {
      case COUNT ->
          aggregate.of().isEmpty() || aggregate.of().get().equals(Expression.YES)
              ? "count(*)"
              : "count_if(" + value + ")";
      case SUM -> dialect.sum(value, schemas.type(input, aggregate.of().orElseThrow()));
      case LEAST -> "min(" + value + ")";
      case GREATEST -> "max(" + value + ")";
      case PERCENTILE -> dialect.percentile(value, aggregate.share().orElseThrow());
      case BITS -> dialect.bits(value);
    };
  }

  private String window(Plan.Window window, String from) {
    List<String> columns = kept(window.kept(), window.input(), "");
    String over =
        (window.partition().isEmpty()
                ? "("
                : "(PARTITION BY " + String.join(", ", names(window.partition(), "")) + " ")
            + "ORDER BY "
            + String.join(
                ", ", names(window.order(), "").stream().map(dialect::ascending).toList());
    for (Plan.Over each : window.added()) {
      String of = expressions.write(each.of(), dialect::name);
      String value =
          switch (each.look()) {
            case NEXT -> "lead(" + of + ") OVER " + over + ")";
            case PREVIOUS -> "lag(" + of + ") OVER " + over + ")";
            case LAST_KNOWN ->
                dialect.lastKnown(of, over + " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)");
            case POSITION -> "row_number() OVER " + over + ")";
            case RANK -> "rank() OVER " + over + ")";
            case NUMBER ->
                "count(*) OVER (PARTITION BY "
                    + String.join(", ", names(window.partition(), ""))
                    + ")";
            case SUM_BEFORE ->
                dialect.windowSum(of, over + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)");
            case GREATEST_BEFORE ->
                "max("
                    + of
                    + ") OVER "
                    + over
                    + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)";
          };
      columns.add(value + " AS " + dialect.name(each.name()));
    }
    return select(columns) + from;
  }
}
