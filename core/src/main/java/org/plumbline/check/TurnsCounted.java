package org.plumbline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Turn;
import org.plumbline.finding.FindingCode;

/** A clock that leaves time out does so with effect: there are turns, and they cover its time. */
final class TurnsCounted implements Rule {

  @Override
  public void check(Draft draft) {
    Set<String> testing = new HashSet<>();
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      boolean tests =
          Terms.tests(use.condition(), use.path()).stream()
              .anyMatch(t -> t.subject().equals("elapsed") || t.subject().equals("age"));
      if (tests) {
        use.metric().ifPresent(metric -> testing.add(metric.id()));
      }
    }
    for (MetricView metric : draft.metrics()) {
      if (metric.leavesTimeOut() && metric.set().isPresent()) {
        SetView set = metric.set().orElseThrow();
        withoutEffect(metric, testing.contains(metric.id()), draft);
        if (metric.metric().clock().orElseThrow().counting()
            instanceof Clock.Counting.Counts counts) {
          partiesHaveTurns(metric, set, counts, draft);
          covered(metric, set, draft);
        }
      }
    }
  }

  private static void withoutEffect(MetricView metric, boolean tested, Draft draft) {
    List<MetricView.LineView> lines = metric.lines();
    boolean onlyMoments =
        metric.isInTime()
            && !lines.isEmpty()
            && lines.stream()
                .allMatch(l -> l.line().limit().orElse(null) instanceof Level.Limit.By);
    if (onlyMoments && !tested) {
      String key = metric.path() + "/clock/counts";
      draft.tell(
          FindingCode.COUNTING_WITHOUT_EFFECT,
          draft.stands(key) ? key : metric.path() + "/clock/pauses",
          "time is left out, but the limit is a moment that does not move",
          "remove it, or write a limit in time, such as within: 5 workdays");
    }
  }

  private static void partiesHaveTurns(
      MetricView metric, SetView set, Clock.Counting.Counts counts, Draft draft) {
    List<String> having = set.set().turns().stream().map(Turn::whose).toList();
    for (int i = 0; i < counts.parties().size(); i++) {
      String party = counts.parties().get(i);
      boolean known = draft.agreement().parties().containsKey(party);
      boolean unassigned = party.equals(metric.metric().performing());
      if (known && !having.contains(party) && !(unassigned && !having.isEmpty())) {
        draft.tell(
            FindingCode.PARTY_WITHOUT_TURN,
            metric.path() + "/clock/counts/" + i,
            "the time of \"" + party + "\" counts, and it has no turn in " + set.id(),
            "write turns: that say when it is " + party + "'s turn");
      }
    }
  }

  /** Tells if stages leave a part of the clock's way unassigned. */
  private static void covered(MetricView metric, SetView set, Draft draft) {
    if (set.stages().isEmpty() || metric.starts().isEmpty()) {
      return;
    }
    Set<MomentTerm> reached = new HashSet<>();
    List<MomentTerm> ahead = new ArrayList<>();
    ahead.add(metric.starts().get());
    while (!ahead.isEmpty()) {
      MomentTerm at = ahead.remove(ahead.size() - 1);
      if (reached.add(at)) {
        set.stages().stream().filter(s -> s.from().equals(at)).forEach(s -> ahead.add(s.until()));
      }
    }
    if (!ends(metric.stops().orElseThrow(), reached, set, 0)) {
      draft.tell(
          FindingCode.TIME_UNASSIGNED,
          metric.path() + "/clock/counts",
          "the stages of " + set.id() + " do not lead from the clock's start to its stop",
          "time that is nobody's turn counts like the performing party's;"
              + " write stages for the whole way if that is not meant");
    }
  }

  private static boolean ends(MomentTerm stop, Set<MomentTerm> reached, SetView set, int depth) {
    if (reached.contains(stop) || depth > 20) {
      return true;
    }
    if (stop instanceof MomentTerm.Named named) {
      return set.moment(named.id()).filter(t -> !(t instanceof MomentTerm.Recorded)).isPresent()
          && ends(set.moment(named.id()).orElseThrow(), reached, set, depth + 1);
    }
    if (stop instanceof MomentTerm.EarlierOf earlier) {
      return earlier.moments().stream().anyMatch(m -> ends(m, reached, set, depth + 1));
    }
    return stop instanceof MomentTerm.LaterOf later
        && later.moments().stream().allMatch(m -> ends(m, reached, set, depth + 1));
  }
}
