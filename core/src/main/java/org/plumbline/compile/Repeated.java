package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;

/**
 * Works out once what several expressions over the same rows have in common.
 *
 * <pre>
 * Extend p = at-most(minus(b, a), 4)          Extend p = at-most(x, 4), q = at-most(x, 9)
 *        q = at-most(minus(b, a), 9)    →       Extend x = minus(b, a)
 *   rows                                          rows
 * </pre>
 */
final class Repeated {

  private final Map<Expression, Integer> uses = new HashMap<>();
  private final List<Expression> inOrder = new ArrayList<>();
  private final Map<Expression, Expression> columns = new HashMap<>();

  private final Set<Expression> seldom;

  private Repeated(Set<Expression> seldom) {
    this.seldom = seldom;
  }

  /**
   * The rows with columns added.
   *
   * @param seldom parts that are worked out of few rows and are left as they are
   */
  static Plan once(Plan rows, List<Named> added, Set<Expression> seldom, String note) {
    Repeated repeated = new Repeated(seldom);
    added.forEach(named -> repeated.count(named.expression()));
    Map<String, Expression> made = new LinkedHashMap<>();
    for (Expression expression : repeated.inOrder) {
      if (repeated.uses.getOrDefault(expression, 0) > 1) {
        String name = "common " + (made.size() + 1);
        made.put(name, repeated.inside(expression));
        repeated.columns.put(expression, column(name));
      }
    }
    List<Named> last =
        added.stream()
            .map(named -> new Named(named.name(), repeated.rewritten(named.expression())))
            .toList();
    Plan plan = inLayers(rows, made, note);
    return new Plan.Extend(plan, new Schemas().names(rows), last, note);
  }

  /** Rows with columns of which later ones rest on earlier ones. */
  static Plan inLayers(Plan rows, Map<String, Expression> columns, String note) {
    Schemas schemas = new Schemas();
    Map<String, Integer> depths = new HashMap<>();
    List<List<Named>> layers = new ArrayList<>();
    columns.forEach(
        (name, expression) -> {
          int[] depth = {0};
          expression.columns(
              used -> depth[0] = Math.max(depth[0], depths.getOrDefault(used, -1) + 1));
          depths.put(name, depth[0]);
          while (layers.size() <= depth[0]) {
            layers.add(new ArrayList<>());
          }
          layers.get(depth[0]).add(new Named(name, expression));
        });
    Plan plan = rows;
    for (List<Named> layer : layers) {
      plan = new Plan.Extend(plan, schemas.names(plan), layer, note);
    }
    return plan;
  }

  /** Counts uses; what is inside of something that is used twice is used once by it. */
  private void count(Expression expression) {
    if (expression instanceof Expression.Reference
        || expression instanceof Expression.Constant
        || seldom.contains(expression)
        || uses.merge(expression, 1, Integer::sum) > 1) {
      return;
    }
    parts(expression).forEach(this::count);
    inOrder.add(expression);
  }

  private static Set<Expression> parts(Expression expression) {
    Set<Expression> parts = new LinkedHashSet<>();
    if (expression instanceof Expression.Call call) {
      parts.addAll(call.arguments());
    } else if (expression instanceof Expression.Choice choice) {
      choice.choices().forEach(when -> parts.addAll(List.of(when.condition(), when.value())));
      parts.add(choice.otherwise());
    }
    return parts;
  }

  private Expression rewritten(Expression expression) {
    Expression column = columns.get(expression);
    return column == null ? inside(expression) : column;
  }

  private Expression inside(Expression expression) {
    if (seldom.contains(expression)) {
      return expression;
    }
    if (expression instanceof Expression.Call call) {
      return new Expression.Call(
          call.operation(), call.arguments().stream().map(this::rewritten).toList());
    }
    if (expression instanceof Expression.Choice choice) {
      return new Expression.Choice(
          choice.choices().stream()
              .map(
                  when -> new Expression.When(rewritten(when.condition()), rewritten(when.value())))
              .toList(),
          rewritten(choice.otherwise()));
    }
    return expression;
  }
}
