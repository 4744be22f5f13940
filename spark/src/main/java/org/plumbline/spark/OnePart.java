package org.plumbline.spark;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.HintInfo;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.JoinHint;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Repartition;
import org.apache.spark.sql.catalyst.plans.logical.SHUFFLE_HASH$;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.Option;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;

/**
 * Where the driver holds all rows that a statement reads, they lie in one part and are joined
 * there: nothing is exchanged or sent around, so that the statement is one task.
 */
final class OnePart extends Rule<LogicalPlan> {

  private static final JoinHint WHERE_THEY_ARE =
      new JoinHint(Option.empty(), Option.apply(new HintInfo(Option.apply(SHUFFLE_HASH$.MODULE$))));

  private OnePart() {}

  /** Has all statements of a session planned so. */
  static void in(SparkSession session) {
    @SuppressWarnings("unchecked")
    Seq<Rule<LogicalPlan>> none = (Seq<Rule<LogicalPlan>>) (Seq<?>) Nil$.MODULE$;
    session
        .experimental()
        .extraOptimizations_$eq((Seq<Rule<LogicalPlan>>) none.prepended(new OnePart()));
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    boolean held = plan.collectLeaves().forall(leaf -> leaf instanceof LocalRelation);
    return plan instanceof LocalRelation || !held ? plan : together(plan);
  }

  private static LogicalPlan together(LogicalPlan plan) {
    if (plan instanceof Repartition) {
      // Brought together before: rules are asked until nothing changes.
      return plan;
    }
    if (plan instanceof LocalRelation) {
      return one(plan);
    }
    LogicalPlan below = (LogicalPlan) plan.mapChildren(OnePart::together);
    if (below instanceof Join join) {
      return one(
          new Join(join.left(), join.right(), join.joinType(), join.condition(), WHERE_THEY_ARE));
    }
    return below instanceof Union ? one(below) : below;
  }

  private static LogicalPlan one(LogicalPlan plan) {
    return new Repartition(1, false, plan);
  }
}
