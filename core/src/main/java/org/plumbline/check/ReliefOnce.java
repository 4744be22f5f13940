package org.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Turn;
import org.plumbline.finding.FindingCode;

/** Waiting is relieved once: by who counts, or by whose time counts, not by both. */
final class ReliefOnce implements Rule {

  @Override
  public void check(Draft draft) {
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      boolean relieves =
          use.purpose() == Uses.Purpose.QUALIFIES || use.purpose() == Uses.Purpose.EXCLUSION;
      if (relieves && use.metric().filter(MetricView::leavesTimeOut).isPresent()) {
        MetricView metric = use.metric().orElseThrow();
        boolean excluded = use.purpose() == Uses.Purpose.EXCLUSION;
        List<String> held = new ArrayList<>();
        holdsTakenOut(use.condition(), excluded, held);
        for (Turn turn : use.set().set().turns()) {
          if (isLeftOut(turn, metric)
              && (held.contains(turn.id()) || (!excluded && isInTime(turn, use)))) {
            draft.tell(
                FindingCode.DOUBLE_RELIEF,
                use.path(),
                "cases waiting in \""
                    + turn.id()
                    + "\" are taken out here, and the clock of "
                    + metric.id()
                    + " leaves its time out as well",
                "relieve it once: by this condition, or by the clock");
          }
        }
      }
    }
  }

  private static boolean isLeftOut(Turn turn, MetricView metric) {
    Clock.Counting counting = metric.metric().clock().orElseThrow().counting();
    if (counting instanceof Clock.Counting.Pauses pauses) {
      return pauses.turns().contains(turn.id());
    }
    return counting instanceof Clock.Counting.Counts counts
        && !counts.parties().contains(turn.whose());
  }

  /** The holds and stages that a condition takes out of the population. */
  private static void holdsTakenOut(Condition condition, boolean takes, List<String> held) {
    if (condition instanceof Condition.All all) {
      all.conditions().forEach(part -> holdsTakenOut(part, takes, held));
    } else if (condition instanceof Condition.Any any) {
      any.conditions().forEach(part -> holdsTakenOut(part, takes, held));
    } else if (condition instanceof Condition.None none) {
      none.conditions().forEach(part -> holdsTakenOut(part, !takes, held));
    } else if (takes
        && condition instanceof Condition.OneOf oneOf
        && List.of("hold", "stage").contains(oneOf.subject())) {
      oneOf.values().stream().map(Literal::toString).forEach(held::add);
    }
  }

  /** Whether only cases count in which the turn ended in time: {@code approved: {by: …}}. */
  private static boolean isInTime(Turn turn, Uses.CaseCondition use) {
    if (!(turn instanceof Turn.Stage stage) || !(stage.until() instanceof MomentTerm.Named until)) {
      return false;
    }
    for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
      if (test.certain()
          && test.subject().equals(until.id())
          && test.test() instanceof Condition.Ordered ordered
          && (ordered.order() == Condition.Order.BY || ordered.order() == Condition.Order.BEFORE)) {
        return true;
      }
    }
    return false;
  }
}
