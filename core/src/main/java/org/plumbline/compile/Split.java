package org.plumbline.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/**
 * Shared rows parted into what must be worked out of each row (instants, working time) and what
 * follows from a few yes-or-no values (conditions, limits, states), which can wait.
 *
 * <pre>
 * Extend in = at-most(elapsed, limit)         core:      LookUp elapsed = …
 *   Extend limit = choose(…)            →                  Scan cases
 *     LookUp elapsed = …                      deferred:  limit = choose(…), in = at-most(…)
 *       Scan cases
 * </pre>
 */
final class Split {

  private final Set<String> small;
  private final Set<String> seldom;
  private final Schemas schemas = new Schemas();
  private final Map<String, Expression> deferred = new LinkedHashMap<>();
  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Plan core;

  /**
   * Parts a plan.
   *
   * @param small columns of look-ups with few values, such as numbers of periods
   * @param always columns of the cases that are never null
   * @param seldom columns of the cases that are null in most of them
   */
  Split(Plan shared, Set<String> small, Set<String> always, Set<String> seldom) {
    this.small = small;
    this.seldom = seldom;
    known.addAll(always);
    types.putAll(schemas.types(shared));
    List<Plan> chain = new ArrayList<>();
    Plan plan = shared;
    while (plan instanceof Plan.Extend || plan instanceof Plan.LookUp) {
      chain.add(plan);
      plan = plan.inputs().get(0);
    }
    Map<String, Expression> fromTheTop = new LinkedHashMap<>();
    Set<String> needed = new HashSet<>();
    for (Plan each : chain) {
      keepOrDefer(each, needed, fromTheTop);
    }
    Plan rebuilt = plan;
    for (int i = chain.size() - 1; i >= 0; i--) {
      rebuilt = rebuild(chain.get(i), rebuilt, fromTheTop.keySet());
    }
    core = rebuilt;
    for (int i = chain.size() - 1; i >= 0; i--) {
      rememberKnown(chain.get(i));
    }
    List<Map.Entry<String, Expression>> entries = new ArrayList<>(fromTheTop.entrySet());
    for (int i = entries.size() - 1; i >= 0; i--) {
      deferred.put(entries.get(i).getKey(), entries.get(i).getValue());
    }
  }

  private void keepOrDefer(Plan plan, Set<String> needed, Map<String, Expression> fromTheTop) {
    if (plan instanceof Plan.LookUp lookUp) {
      lookUp.slot().columns(needed::add);
      lookUp.added().forEach(named -> named.expression().columns(needed::add));
      return;
    }
    List<Named> added = ((Plan.Extend) plan).added();
    for (int i = added.size() - 1; i >= 0; i--) {
      Named named = added.get(i);
      if (!needed.contains(named.name()) && isSmall(named)) {
        fromTheTop.put(named.name(), named.expression());
      } else {
        named.expression().columns(needed::add);
      }
    }
  }

  private boolean isSmall(Named named) {
    // What is told of single rows is for outcomes alone.
    return types.get(named.name()) == Type.FLAG
        || named.name().startsWith(OutcomeColumns.PREFIX)
        || isSmall(named.expression());
  }

  private Plan rebuild(Plan plan, Plan input, Set<String> waiting) {
    List<String> names = schemas.names(input);
    if (plan instanceof Plan.LookUp lookUp) {
      return new Plan.LookUp(
          input,
          lookUp.slot(),
          lookUp.table(),
          lookUp.reads(),
          names,
          lookUp.added(),
          lookUp.note());
    }
    Plan.Extend extend = (Plan.Extend) plan;
    List<Named> kept =
        extend.added().stream().filter(named -> !waiting.contains(named.name())).toList();
    return kept.isEmpty() ? input : new Plan.Extend(input, names, kept, extend.note());
  }

  /** Whether an expression has few values: yes or no, one of some constants, a period. */
  boolean isSmall(Expression expression) {
    if (expression instanceof Expression.Constant) {
      return true;
    }
    if (expression instanceof Expression.Reference reference) {
      return deferred.containsKey(reference.column())
          || small.contains(reference.column())
          || types.get(reference.column()) == Type.FLAG;
    }
    if (expression instanceof Expression.Choice choice) {
      return isSmall(choice.otherwise())
          && choice.choices().stream().allMatch(when -> isSmall(when.value()));
    }
    Expression.Call call = (Expression.Call) expression;
    return switch (call.operation()) {
      case AND, OR, NOT, MISSING, EQUAL, UNEQUAL, LESS, AT_MOST, COMMON_BIT, ONE_IF -> true;
      case FIRST_KNOWN, PLUS -> call.arguments().stream().allMatch(this::isSmall);
      default -> false;
    };
  }

  private void rememberKnown(Plan plan) {
    List<Named> added =
        plan instanceof Plan.LookUp lookUp ? lookUp.added() : ((Plan.Extend) plan).added();
    for (Named named : added) {
      if (isKnown(named.expression())) {
        known.add(named.name());
      }
    }
  }

  /** Whether an expression is never null. */
  boolean isKnown(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return constant.value().isPresent();
    }
    if (expression instanceof Expression.Reference reference) {
      return known.contains(reference.column());
    }
    if (expression instanceof Expression.Choice choice) {
      return isKnown(choice.otherwise())
          && choice.choices().stream().allMatch(when -> isKnown(when.value()));
    }
    Expression.Call call = (Expression.Call) expression;
    return switch (call.operation()) {
      case MISSING, ONE_IF -> true;
      case FIRST_KNOWN, LEAST, GREATEST -> call.arguments().stream().anyMatch(this::isKnown);
      case PLUS, MINUS, TIMES, EQUAL, UNEQUAL, LESS, AT_MOST, AND, OR, NOT ->
          call.arguments().stream().allMatch(this::isKnown);
      default -> false;
    };
  }

  /** Whether an expression over the core's columns is yes or no. */
  boolean isFlag(Expression expression) {
    return type(expression) == Type.FLAG;
  }

  /** The type of an expression over the core's columns. */
  Type type(Expression expression) {
    return schemas.type(core, expression);
  }

  /** Columns that are null in most rows. */
  Set<String> seldom() {
    return seldom;
  }

  /** The rows without what can wait. */
  Plan core() {
    return core;
  }

  /** What can wait, each after those that it rests on. */
  Map<String, Expression> deferred() {
    return deferred;
  }

  /** Rows with all that waited. */
  Plan completed(Plan rows) {
    return Repeated.inLayers(rows, deferred, "what follows");
  }

  /** An expression over the core's columns alone. */
  Expression expanded(Expression expression) {
    if (expression instanceof Expression.Reference reference) {
      Expression definition = deferred.get(reference.column());
      return definition == null ? expression : expanded(definition);
    }
    if (expression instanceof Expression.Call call) {
      return new Expression.Call(
          call.operation(), call.arguments().stream().map(this::expanded).toList());
    }
    if (expression instanceof Expression.Choice choice) {
      return new Expression.Choice(
          choice.choices().stream()
              .map(when -> new Expression.When(expanded(when.condition()), expanded(when.value())))
              .toList(),
          expanded(choice.otherwise()));
    }
    return expression;
  }

  /** {@code b <= a} for {@code a < b}, its contrary, so that both become one value. */
  static Expression normal(Expression expression) {
    return expression instanceof Expression.Call call && call.operation() == Operation.LESS
        ? Expression.atMost(call.arguments().get(1), call.arguments().get(0))
        : expression;
  }
}
