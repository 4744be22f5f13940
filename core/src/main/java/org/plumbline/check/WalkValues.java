package org.plumbline.check;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Varying;

/** Notes conditions, moments and varying values, which may lie within each other. */
final class WalkValues {

  private final Uses uses;

  WalkValues(Uses uses) {
    this.uses = uses;
  }

  /** A moment with all its parts. */
  void moment(String path, MomentTerm term, SetView set, Optional<MetricView> metric) {
    uses.moments().add(new Uses.Moment(path, term, set, metric));
    boolean occurrence = term instanceof MomentTerm.First || term instanceof MomentTerm.Last;
    List<MomentTerm> parts = Terms.parts(term);
    for (int i = 0; i < parts.size(); i++) {
      SetView within = occurrence ? set.setWithin(parts.get(i)) : set;
      moment(Terms.pathOfPart(term, path, i), parts.get(i), within, metric);
    }
    if (term instanceof MomentTerm.First first) {
      where(path, first.where(), set.setWithin(first.of()));
    } else if (term instanceof MomentTerm.Last last) {
      where(path, last.where(), set.setWithin(last.of()));
    } else if (term instanceof MomentTerm.Shifted shifted) {
      shift(path, shifted);
    } else if (term instanceof MomentTerm.DayOfPeriod day) {
      if (day.roll().isPresent() && day.calendar().isEmpty()) {
        uses.workdays().add(new Uses.Workdays(path + "/roll"));
      }
    }
  }

  private void shift(String path, MomentTerm.Shifted shifted) {
    if (shifted.calendar().isPresent()) {
      return;
    }
    if (shifted.afterHours()) {
      uses.workdays().add(new Uses.Workdays(path + "/after-hours"));
    } else if (shifted.roll().isPresent()) {
      uses.workdays().add(new Uses.Workdays(path + "/roll"));
    } else {
      shifted
          .shift()
          .ifPresent(by -> uses.amount(path + (by.forward() ? "/plus" : "/minus"), by.by()));
    }
  }

  private void where(String path, Optional<Condition> where, SetView set) {
    where.ifPresent(
        condition ->
            ofCase(path + "/where", condition, set, Optional.empty(), Uses.Purpose.OCCURRENCE));
  }

  /** A condition about a case. */
  void ofCase(
      String path,
      Condition condition,
      SetView set,
      Optional<MetricView> metric,
      Uses.Purpose purpose) {
    uses.caseConditions().add(new Uses.CaseCondition(path, condition, set, metric, purpose));
    boolean ownCalendar =
        metric.flatMap(m -> m.metric().clock()).flatMap(clock -> clock.calendar()).isPresent();
    for (Terms.Test test : Terms.tests(condition, path)) {
      if (test.test() instanceof Condition.Ordered ordered) {
        String at = test.path() + "/" + ordered.order().key();
        moment(at, ordered.against(), set, metric);
      }
      for (Literal literal : ownCalendar ? List.<Literal>of() : test.literals()) {
        uses.amount(test.path(), Terms.time(literal));
      }
    }
  }

  /** A condition about a result. */
  void ofResult(String path, Condition condition, Optional<MetricView> bound) {
    uses.resultConditions().add(new Uses.ResultCondition(path, condition, bound));
  }

  /** A value that varies by results, facts or dates. */
  <T> void ofResults(String path, Varying<T> varying, Optional<MetricView> bound) {
    Terms.conditions(varying, path, (at, condition) -> ofResult(at, condition, bound));
    shapes(path, varying, bound);
  }

  /** A value that varies by case. */
  <T> void ofCases(String path, Varying<T> varying, SetView set, MetricView metric) {
    Terms.conditions(
        varying,
        path,
        (at, condition) -> ofCase(at, condition, set, Optional.of(metric), Uses.Purpose.VALUE));
    shapes(path, varying, Optional.of(metric));
  }

  private <T> void shapes(String path, Varying<T> varying, Optional<MetricView> metric) {
    if (varying instanceof Varying.ByCondition<T> choices) {
      uses.choices().add(new Uses.Choices(path, choices, metric));
      for (int i = 0; i < choices.choices().size(); i++) {
        shapes(path + "/" + i + "/is", choices.choices().get(i).is(), metric);
      }
    } else if (varying instanceof Varying.ByDate<T> dated) {
      uses.steps().add(new Uses.Steps(path, dated));
      for (int i = 0; i < dated.steps().size(); i++) {
        shapes(path + "/" + i + "/is", dated.steps().get(i).is(), metric);
      }
    }
  }
}
