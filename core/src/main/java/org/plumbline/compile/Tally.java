package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;

/**
 * Counts rows by the few values that decide where they go, and lets the metrics decide of these
 * groups and not of single rows.
 *
 * <pre>
 * Group by period {count(state = 4)}           Group by period {sum(n where state = 4)}
 *   Extend state = choose(in; …)         →       Extend state = choose(in; …)
 *     rows                                         Group by in, … {n = count}
 *                                                    rows
 * </pre>
 */
final class Tally {

  /** The column that says how many rows a group has. */
  private static final String NUMBER = "n";

  private final Split split;
  private final Map<String, Request> requests = new LinkedHashMap<>();
  private final Map<Expression, String> names = new LinkedHashMap<>();
  private final Map<Aggregate, String> sums = new LinkedHashMap<>();
  private final Set<Expression> keys = new LinkedHashSet<>();
  private final Map<Expression, Expression> reads = new HashMap<>();
  private final Map<String, Expression> codes = new LinkedHashMap<>();
  private Optional<Plan> groups = Optional.empty();

  Tally(Split split) {
    this.split = split;
  }

  /**
   * Makes one number of a condition and of others that matter only where it is no, so that rows
   * make fewer groups and the others are worked out of few rows: 0 where it is yes, else 1 and a
   * bit for each of the others.
   */
  void bundle(Expression condition, List<Expression> others) {
    Expression first = split.expanded(condition);
    String name = "code " + codes.size();
    Expression code = Expression.number(1);
    for (int i = 0; i < others.size(); i++) {
      long bit = 2L << i;
      Expression other = split.expanded(others.get(i));
      remember(other, Expression.call(Operation.COMMON_BIT, column(name), Expression.number(bit)));
      code =
          Expression.plus(
              code, Expression.choose(other, Expression.number(bit), Expression.number(0)));
    }
    remember(first, Expression.equal(column(name), Expression.number(0)));
    codes.put(
        name,
        Expression.choose(
            first,
            Expression.number(0),
            Expression.choose(Expression.missing(first), Expression.none(Type.LONG), code)));
  }

  private void remember(Expression condition, Expression read) {
    Expression normal = Split.normal(condition);
    reads.putIfAbsent(normal, normal.equals(condition) ? read : Expression.not(read));
  }

  /** What a metric decides of each group. */
  private record Request(
      Map<String, Expression> definitions,
      Expression filter,
      List<String> groupedBy,
      List<Aggregate> aggregates) {}

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
      requests.put(id, new Request(rewritten, rewrittenFilter, groupedBy, counted));
      keys.addAll(atoms.found);
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
      Expression read = reads.get(expression);
      return read == null ? key(expression) : read.rename(code -> named(codes.get(code)));
    }

    private String named(@Nullable Expression code) {
      return ((Expression.Reference) key(Objects.requireNonNull(code))).column();
    }

    private Expression key(Expression expression) {
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
        case FIRST_KNOWN, PLUS -> {
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
    Frame frame = new Frame(groups());
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
        Expression.choose(condition, column(NUMBER), Expression.number(0)),
        aggregate.where().orElse(Expression.YES));
  }

  private String nameOf(Expression atom) {
    String name = names.get(atom);
    if (name == null) {
      throw new IllegalStateException("no name for " + atom);
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
        List.of(Aggregate.of("rows", Aggregate.Function.SUM, column(NUMBER))),
        "rows out");
  }

  private Plan groups() {
    if (groups.isEmpty()) {
      groups = Optional.of(count());
    }
    return groups.get();
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
    List<Aggregate> aggregates = new ArrayList<>();
    aggregates.add(Aggregate.count(NUMBER, Expression.YES));
    sums.forEach(
        (aggregate, name) ->
            aggregates.add(
                new Aggregate(name, aggregate.function(), aggregate.of(), Optional.empty())));
    return new Plan.Group(
        Repeated.once(split.core(), made, "the values that decide"),
        grouped,
        aggregates,
        "rows by the values that decide");
  }
}
