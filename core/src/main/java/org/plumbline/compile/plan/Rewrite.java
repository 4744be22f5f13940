package org.plumbline.compile.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Makes a plan anew from its leaves up, each shared node once. */
public abstract class Rewrite {

  private final Map<Plan, Plan> done = new IdentityHashMap<>();

  /** The rewritten plan. */
  public final Plan apply(Plan plan) {
    Plan result = done.get(plan);
    if (result == null) {
      result = rewrite(plan);
      done.put(plan, result);
    }
    return result;
  }

  /** The node made anew; the default only takes its rewritten inputs. */
  protected Plan rewrite(Plan plan) {
    return withInputs(plan, plan.inputs().stream().map(this::apply).toList());
  }

  /** The same node over other inputs. */
  public static Plan withInputs(Plan plan, List<Plan> inputs) {
    boolean same = true;
    List<Plan> old = new ArrayList<>(plan.inputs());
    for (int i = 0; i < old.size(); i++) {
      same &= old.get(i) == inputs.get(i);
    }
    if (same) {
      return plan;
    }
    Plan first = inputs.get(0);
    if (plan instanceof Plan.Extend x) {
      return new Plan.Extend(first, x.kept(), x.added(), x.note());
    }
    if (plan instanceof Plan.Filter x) {
      return new Plan.Filter(first, x.condition(), x.note());
    }
    if (plan instanceof Plan.LookUp x) {
      return new Plan.LookUp(first, x.slot(), x.table(), x.reads(), x.kept(), x.added(), x.note());
    }
    if (plan instanceof Plan.Join x) {
      return new Plan.Join(
          first, inputs.get(1), x.keys(), x.optional(), x.keptLeft(), x.keptRight(), x.note());
    }
    if (plan instanceof Plan.Group x) {
      return new Plan.Group(first, x.keys(), x.aggregates(), x.note());
    }
    if (plan instanceof Plan.Union x) {
      return new Plan.Union(inputs, x.note());
    }
    if (plan instanceof Plan.Repeat x) {
      return new Plan.Repeat(first, x.first(), x.last(), x.name(), x.kept(), x.note());
    }
    if (plan instanceof Plan.Window x) {
      return new Plan.Window(first, x.partition(), x.order(), x.added(), x.kept(), x.note());
    }
    if (plan instanceof Plan.Top x) {
      return new Plan.Top(first, x.order(), x.limit(), x.note());
    }
    throw new AssertionError(plan);
  }
}
