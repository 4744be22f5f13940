package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/**
 * Counts rows by the few values that decide where they go, and lets the metrics decide of these
 * groups and not of single rows.
 *
 * <p>A value that several metrics ask for (is it a priority 1? in which month did it stop?) is a
 * key. A value that one metric alone asks for (is it within its limit?) is counted: for how many of
 * the group it is yes, and for how many unknown.
 *
 * <pre>
 * Group by period {count(state = 4)}           Group by period {sum(n where state = 4)}
 *   Extend state = choose(in; …)         →       Extend state = choose(in; …)
 *     rows                                         Union: in = yes with n = yes, in = no with n = …
 *                                                    Group by keys {n, yes = count(in)}
 *                                                      rows
 * </pre>
 */
final class Tally {

  /** More values of its own than this, and a metric's become keys. */
  private static final int MOST_OWN = 2;

  private final Split split;
  private final Map<String, Request> requests = new LinkedHashMap<>();
  private final Map<Expression, String> names = new LinkedHashMap<>();
  private final Map<Aggregate, String> sums = new LinkedHashMap<>();
  private final Map<String, List<Expression>> own = new HashMap<>();
  private final Set<Expression> keys = new LinkedHashSet<>();
  private final Map<Expression, String> counts = new LinkedHashMap<>();
  private Optional<Plan> groups = Optional.empty();

  Tally(Split split) {
    this.split = split;
  }

  /** What a metric decides of each group. */
  private record Request(
      String id,
      Map<String, Expression> definitions,
      Expression filter,
      List<String> groupedBy,
      List<Aggregate> aggregates,
      Set<Expression> atoms) {}

  /**
   * Asks for a metric's counts.
   *
   * @param branch columns made over the completed rows, each after those that it rests on
   * @param filter which rows are counted
   * @return whether they can be counted so; if not, nothing is asked for
   */
  boolean ask(
      String id,
      Map<String, Expression> branch,
      Expression filter,
      List<String> groupedBy,
      List<Aggregate> aggregates) {
    boolean lists =
        aggregates.stream().anyMatch(each -> each.function() == Aggregate.Function.NUMBERS);
    if (lists) {
      return false;
    }
    Map<String, Expression> all = new LinkedHashMap<>(split.deferred());
    all.putAll(branch);
    Map<String, Expression> definitions = used(all, wanted(filter, groupedBy, aggregates));
    Atoms atoms = new Atoms(definitions.keySet());
    try {
      Map<String, Expression> rewritten = new LinkedHashMap<>();
      definitions.forEach((name, value) -> rewritten.put(name, atoms.rewrite(value)));
      Expression rewrittenFilter = atoms.rewrite(filter);
      List<Aggregate> counted = aggregates.stream().map(atoms::rewrite).toList();
      for (String name : groupedBy) {
        if (!definitions.containsKey(name)) {
          atoms.atom(column(name));
        }
      }
      requests.put(
          id, new Request(id, rewritten, rewrittenFilter, groupedBy, counted, atoms.found));
      if (aggregates.stream().anyMatch(each -> each.function() != Aggregate.Function.COUNT)) {
        // What is summed up must not differ within a group.
        keys.addAll(atoms.found);
      }
      return true;
    } catch (NotFewException e) {
      return false;
    }
  }

  private static Set<String> wanted(
      Expression filter, List<String> groupedBy, List<Aggregate> aggregates) {
    Set<String> wanted = new LinkedHashSet<>(groupedBy);
    filter.columns(wanted::add);
    for (Aggregate aggregate : aggregates) {
      aggregate.where().ifPresent(where -> where.columns(wanted::add));
      if (aggregate.function() == Aggregate.Function.COUNT) {
        aggregate.of().ifPresent(of -> of.columns(wanted::add));
      }
    }
    return wanted;
  }

  private static Map<String, Expression> used(Map<String, Expression> all, Set<String> wanted) {
    Set<String> needed = new LinkedHashSet<>(wanted);
    List<Map.Entry<String, Expression>> order = new ArrayList<>(all.entrySet());
    for (int i = order.size() - 1; i >= 0; i--) {
      if (needed.contains(order.get(i).getKey())) {
        order.get(i).getValue().columns(needed::add);
      }
    }
    Map<String, Expression> definitions = new LinkedHashMap<>();
    all.forEach(
        (name, value) -> {
          if (needed.contains(name)) {
            definitions.put(name, value);
          }
        });
    return definitions;
  }

  /** An expression with many values where few are needed. */
  private static final class NotFewException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Rewrites expressions over rows to ones over groups, and remembers the values they rest on. */
  private final class Atoms {
    private final Set<String> defined;
    private final Set<Expression> found = new LinkedHashSet<>();

    Atoms(Set<String> defined) {
      this.defined = defined;
    }

    Expression atom(Expression expression) {
      found.add(expression);
      return column(
          names.computeIfAbsent(
              expression,
              key ->
                  key instanceof Expression.Reference reference
                      ? reference.column()
                      : "is " + (names.size() + 1)));
    }

    private boolean few(Expression expression) {
      return (expression instanceof Expression.Reference reference
              && defined.contains(reference.column()))
          || split.isSmall(expression);
    }

    Expression rewrite(Expression expression) {
      if (expression instanceof Expression.Constant) {
        return expression;
      }
      if (expression instanceof Expression.Reference reference) {
        return defined.contains(reference.column()) ? expression : atom(expression);
      }
      if (expression instanceof Expression.Choice choice) {
        return new Expression.Choice(
            choice.choices().stream()
                .map(when -> new Expression.When(rewrite(when.condition()), rewrite(when.value())))
                .toList(),
            rewrite(choice.otherwise()));
      }
      Expression.Call call = (Expression.Call) expression;
      boolean allFew = call.arguments().stream().allMatch(this::few);
      return switch (call.operation()) {
        case AND, OR, NOT, ONE_IF -> each(call);
        case FIRST_KNOWN -> {
          if (!allFew) {
            throw new NotFewException();
          }
          yield each(call);
        }
        case MISSING, EQUAL, UNEQUAL, LESS, AT_MOST -> allFew ? each(call) : comparison(call);
        case COMMON_BIT -> atom(split.expanded(expression));
        default -> throw new NotFewException();
      };
    }

    private Expression comparison(Expression.Call call) {
      Expression atom = atom(split.expanded(Split.normal(call)));
      return call.operation() == Operation.LESS ? Expression.not(atom) : atom;
    }

    private Expression each(Expression.Call call) {
      return new Expression.Call(
          call.operation(), call.arguments().stream().map(this::rewrite).toList());
    }

    Aggregate rewrite(Aggregate aggregate) {
      Optional<Expression> where = aggregate.where().map(this::rewrite);
      if (aggregate.function() == Aggregate.Function.COUNT) {
        return new Aggregate(
            aggregate.name(), aggregate.function(), aggregate.of().map(this::rewrite), where);
      }
      Expression value = split.expanded(aggregate.of().orElseThrow());
      String name =
          sums.computeIfAbsent(
              Aggregate.of("", aggregate.function(), value), key -> "sum " + (sums.size() + 1));
      return new Aggregate(
          aggregate.name(), aggregate.function(), Optional.of(column(name)), where);
    }
  }

  // ---- groups ----

  /** The rows of a metric's groups, counted; the same columns as a group of the rows has. */
  Plan answer(String id, UnaryOperator<Plan> before) {
    Request request = requests.get(id);
    if (request == null) {
      throw new IllegalArgumentException("not asked for: " + id);
    }
    Plan counted = groups();
    List<Expression> alone = own.getOrDefault(id, List.of());
    List<Plan> variants = new ArrayList<>();
    List<String> columns = new Schemas().names(counted);
    for (List<Expression> values : valuesOf(alone.size())) {
      List<Named> added = new ArrayList<>();
      for (int i = 0; i < alone.size(); i++) {
        added.add(new Named(nameOf(alone.get(i)), values.get(i)));
      }
      added.add(new Named("weight", column(countName(all(alone, values)))));
      variants.add(new Plan.Extend(counted, columns, added, id + ": groups"));
    }
    Plan rows =
        new Plan.Filter(
            variants.size() == 1 ? variants.get(0) : new Plan.Union(variants, id + ": groups"),
            Expression.less(Expression.number(0), column("weight")),
            id + ": groups with rows");
    Frame frame = new Frame(rows);
    request.definitions().forEach((name, value) -> frame.put(name, value, id + ": decided"));
    frame.filter(request.filter(), id + ": settled");
    List<Aggregate> weighted = request.aggregates().stream().map(Tally::weighted).toList();
    return new Plan.Group(
        before.apply(frame.plan()), request.groupedBy(), weighted, id + ": counted");
  }

  private static Aggregate weighted(Aggregate aggregate) {
    if (aggregate.function() != Aggregate.Function.COUNT) {
      return aggregate;
    }
    Expression condition = aggregate.of().orElse(Expression.YES);
    return Aggregate.of(
        aggregate.name(),
        Aggregate.Function.SUM,
        Expression.choose(condition, column("weight"), Expression.number(0)),
        aggregate.where().orElse(Expression.YES));
  }

  private static List<List<Expression>> valuesOf(int number) {
    List<List<Expression>> all = List.of(List.of());
    for (int i = 0; i < number; i++) {
      List<List<Expression>> longer = new ArrayList<>();
      for (List<Expression> before : all) {
        for (Expression value :
            List.of(Expression.YES, Expression.NO, Expression.none(Type.FLAG))) {
          List<Expression> next = new ArrayList<>(before);
          next.add(value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  /** Whether each of some atoms has its value. */
  private static Expression all(List<Expression> atoms, List<Expression> values) {
    Expression condition = Expression.YES;
    for (int i = 0; i < atoms.size(); i++) {
      condition = Expression.and(condition, is(atoms.get(i), values.get(i)));
    }
    return condition;
  }

  private static Expression is(Expression atom, Expression value) {
    if (value.equals(Expression.YES)) {
      return Expression.surely(atom);
    }
    return value.equals(Expression.NO)
        ? Expression.surely(Expression.not(atom))
        : Expression.missing(atom);
  }

  private String nameOf(Expression atom) {
    String name = names.get(atom);
    if (name == null) {
      throw new IllegalStateException("no name for " + atom);
    }
    return name;
  }

  private String countName(Expression condition) {
    String name = counts.get(condition);
    if (name == null) {
      throw new IllegalStateException("not counted: " + condition);
    }
    return name;
  }

  /** Whether nothing is counted so. */
  boolean isEmpty() {
    return requests.isEmpty();
  }

  /** How many rows there are in all groups. */
  Plan total() {
    return new Plan.Group(
        groups(),
        List.of(),
        List.of(Aggregate.of("rows", Aggregate.Function.SUM, column(countName(Expression.YES)))),
        "rows out");
  }

  private Plan groups() {
    if (groups.isEmpty()) {
      choose();
      groups = Optional.of(count());
    }
    return groups.get();
  }

  /** Chooses which values are keys and which are counted. */
  private void choose() {
    Map<Expression, Integer> uses = new HashMap<>();
    requests.values().forEach(each -> each.atoms().forEach(a -> uses.merge(a, 1, Integer::sum)));
    counts.put(Expression.YES, "n");
    for (Request request : requests.values()) {
      List<Expression> alone = new ArrayList<>();
      for (Expression atom : request.atoms()) {
        boolean column = atom instanceof Expression.Reference;
        boolean once = uses.getOrDefault(atom, 0) == 1 && requests.size() > 1;
        if (!column && once && !keys.contains(atom)) {
          alone.add(atom);
        }
      }
      if (alone.size() > MOST_OWN) {
        alone.clear();
      }
      own.put(request.id(), alone);
      request.atoms().stream().filter(atom -> !alone.contains(atom)).forEach(keys::add);
      for (List<Expression> values : valuesOf(alone.size())) {
        counts.computeIfAbsent(all(alone, values), key -> "n " + (counts.size() + 1));
      }
    }
  }

  private Plan count() {
    List<Named> made = new ArrayList<>();
    List<String> grouped = new ArrayList<>();
    for (Expression key : keys) {
      grouped.add(nameOf(key));
      if (!(key instanceof Expression.Reference)) {
        made.add(new Named(nameOf(key), key));
      }
    }
    Plan rows =
        new Plan.Extend(
            split.core(), new Schemas().names(split.core()), made, "the values that decide");
    List<Aggregate> aggregates = new ArrayList<>();
    counts.forEach((condition, name) -> aggregates.add(Aggregate.count(name, condition)));
    sums.forEach(
        (aggregate, name) ->
            aggregates.add(
                new Aggregate(name, aggregate.function(), aggregate.of(), Optional.empty())));
    return new Plan.Group(rows, grouped, aggregates, "rows by the values that decide");
  }
}
