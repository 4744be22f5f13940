package org.plumbline.compile.plan;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Is a plan whole? Every column that is used exists, names are unique, types fit, and every table
 * is one that was given. Runs after every pass, in production too.
 */
public final class PlanCheck {

  private final Set<String> tables;
  private final Schemas schemas = new Schemas();
  private final Set<Plan> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private PlanCheck(Set<String> tables) {
    this.tables = tables;
  }

  /** A plan that is not whole: our fault. */
  public static final class BrokenPlanException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenPlanException(Plan plan, String what) {
      super(plan.getClass().getSimpleName() + " \"" + plan.note() + "\": " + what);
    }
  }

  /**
   * Checks a plan.
   *
   * @param tables the tables that there are
   * @return the plan
   * @throws BrokenPlanException if it is not whole
   */
  public static Plan check(Plan plan, Set<String> tables) {
    new PlanCheck(tables).visit(plan);
    return plan;
  }

  private void visit(Plan plan) {
    if (!seen.add(plan)) {
      return;
    }
    plan.inputs().forEach(this::visit);
    schemas.types(plan);
    if (plan instanceof Plan.Scan scan) {
      requireTable(plan, scan.table());
    } else if (plan instanceof Plan.LookUp lookUp) {
      requireTable(plan, lookUp.table());
      requireType(plan, schemas.types(lookUp.input()), lookUp.slot(), Type.LONG);
    } else if (plan instanceof Plan.Filter filter) {
      requireType(plan, schemas.types(filter.input()), filter.condition(), Type.FLAG);
    } else if (plan instanceof Plan.Join join) {
      Map<String, Type> left = schemas.types(join.left());
      Map<String, Type> right = schemas.types(join.right());
      for (String key : join.keys()) {
        if (!left.containsKey(key) || left.get(key) != right.get(key)) {
          throw new BrokenPlanException(plan, "key " + key + " is not on both sides alike");
        }
      }
    } else if (plan instanceof Plan.Union union) {
      requireAlike(union);
    } else if (plan instanceof Plan.Group group) {
      Map<String, Type> input = schemas.types(group.input());
      for (Aggregate aggregate : group.aggregates()) {
        aggregate.where().ifPresent(where -> requireType(plan, input, where, Type.FLAG));
        if (aggregate.function() == Aggregate.Function.COUNT) {
          aggregate.of().ifPresent(of -> requireType(plan, input, of, Type.FLAG));
        }
      }
    } else if (plan instanceof Plan.Repeat repeat) {
      requireType(plan, schemas.types(repeat.input()), repeat.first(), Type.LONG);
      requireType(plan, schemas.types(repeat.input()), repeat.last(), Type.LONG);
    }
  }

  private void requireTable(Plan plan, String table) {
    if (!tables.contains(table)) {
      throw new BrokenPlanException(plan, "reads a table that there is not: " + table);
    }
  }

  private static void requireType(
      Plan plan, Map<String, Type> columns, Expression expression, Type wanted) {
    try {
      Type type = new Typing(columns).of(expression);
      if (!type.fits(wanted)) {
        throw new BrokenPlanException(
            plan, PlanText.of(expression) + " is " + type + " and not " + wanted);
      }
    } catch (IllegalArgumentException e) {
      throw new BrokenPlanException(plan, String.valueOf(e.getMessage()));
    }
  }

  private void requireAlike(Plan.Union union) {
    List<Column> first = schemas.columns(union.inputs().get(0));
    for (Plan input : union.inputs()) {
      List<Column> columns = schemas.columns(input);
      boolean alike = columns.size() == first.size();
      for (int i = 0; alike && i < first.size(); i++) {
        alike =
            columns.get(i).name().equals(first.get(i).name())
                && columns.get(i).type().fits(first.get(i).type());
      }
      if (!alike) {
        throw new BrokenPlanException(union, "joins " + first + " with " + columns);
      }
    }
  }
}
