package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Plan;

/**
 * Counts rows by the traits that decide where they go, and lets the metrics decide of these groups
 * and not of single rows. Traits are small numbers that are packed into one; metrics whose traits
 * are the same, as those of one clock, are counted together.
 *
 * <pre>
 * Group by period {count(state = 4)}        Group by period {sum(n where state = 4)}
 *   Extend state = choose(elapsed ≤ 9; …)     Extend state = choose(elapsed ≤ 9; …)
 *     rows                               →      Extend elapsed = an example for the code
 *                                                 Group by code, … {n = count}
 *                                                   Extend code = …
 *                                                     rows
 * </pre>
 */
final class Tally {

  private final Split split;
  private final Traits traits;
  private final Map<String, Request> requests = new LinkedHashMap<>();
  private Optional<Families> families = Optional.empty();

  Tally(Split split) {
    this.split = split;
    traits = new Traits(split);
  }

  /** What a metric decides of each group, and on what that rests. */
  private record Request(
      Map<String, Expression> definitions,
      Expression filter,
      List<String> groupedBy,
      List<Aggregate> aggregates,
      Traits.Rewriting rests) {}

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
    if (families.isPresent()) {
      throw new IllegalStateException("counted already");
    }
    Map<String, Expression> all = new LinkedHashMap<>(split.deferred());
    all.putAll(branch);
    Map<String, Expression> definitions = used(all, wanted(filter, groupedBy, aggregates));
    Traits.Rewriting rewriting = traits.new Rewriting(definitions.keySet());
    try {
      Map<String, Expression> rewritten = new LinkedHashMap<>();
      definitions.forEach((name, value) -> rewritten.put(name, rewriting.of(value)));
      Expression rewrittenFilter = rewriting.of(filter);
      List<Aggregate> counted = aggregates.stream().map(rewriting::of).toList();
      for (String name : groupedBy) {
        if (!definitions.containsKey(name)) {
          rewriting.kept(name);
        }
      }
      requests.put(id, new Request(rewritten, rewrittenFilter, groupedBy, counted, rewriting));
      return true;
    } catch (Traits.NotFewException e) {
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

  /** Whether nothing is counted so. */
  boolean isEmpty() {
    return requests.isEmpty();
  }

  /** The rows that are counted, for those who count otherwise too. */
  Plan rows() {
    return families().rows();
  }

  /** The rows of a metric's groups, counted; the same columns as a group of the rows has. */
  Plan answer(String id, UnaryOperator<Plan> before) {
    Request request = requests.get(id);
    if (request == null) {
      throw new IllegalArgumentException("not asked for: " + id);
    }
    Frame frame = new Frame(families().groups(id));
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
        Expression.choose(condition, column(Families.NUMBER), number(0)),
        aggregate.where().orElse(Expression.YES));
  }

  /** How many rows there are in all groups. */
  Plan total() {
    return new Plan.Group(
        families().groups(requests.keySet().iterator().next()),
        List.of(),
        List.of(Aggregate.of("rows", Aggregate.Function.SUM, column(Families.NUMBER))),
        "rows out");
  }

  private Families families() {
    if (families.isEmpty()) {
      Map<String, Traits.Rewriting> rests = new LinkedHashMap<>();
      requests.forEach((id, request) -> rests.put(id, request.rests()));
      families = Optional.of(new Families(split, traits, rests));
    }
    return families.get();
  }
}
