package org.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.Turn;
import org.plumbline.finding.FindingCode;

/**
 * What conditions about a case name: moments, fields, turns, facts; and whether each test goes with
 * the type of what it names.
 */
final class NamesInCaseConditions implements Rule {

  private static final Set<String> CLOCK_WORDS = Set.of("elapsed", "age");
  private static final Set<String> TURN_WORDS = Set.of("hold", "stage");

  @Override
  public void check(Draft draft) {
    Names names = new Names(draft);
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
        check(use, test, names, draft);
      }
    }
  }

  private static void check(Uses.CaseCondition use, Terms.Test test, Names names, Draft draft) {
    String subject = test.subject();
    SetView set = use.set();
    boolean clock = use.purpose() != Uses.Purpose.OCCURRENCE;
    if (set.moment(subject).isPresent()) {
      moment(test, draft);
    } else if (set.field(subject).isPresent()) {
      field(set, set.field(subject).orElseThrow(), test, draft);
    } else if (subject.contains(".")) {
      names.fact(subject, test.path());
    } else if (CLOCK_WORDS.contains(subject) && clock) {
      time(test, draft);
    } else if (TURN_WORDS.contains(subject) && clock) {
      turn(set, test, draft);
    } else {
      List<String> known = new ArrayList<>(set.names());
      if (clock) {
        known.addAll(List.of("elapsed", "age", "hold", "stage"));
      }
      if (!draft.stands(set.path() + "/moments/" + subject)) {
        draft.requireKnown(
            "moment or field of " + set.id(), subject, test.path(), known, set.path() + "/fields");
      }
    }
  }

  private static void moment(Terms.Test test, Draft draft) {
    boolean dates =
        test.literals().stream()
            .allMatch(l -> l instanceof Literal.Day || l instanceof Literal.Moment);
    if (test.test() instanceof Condition.Compares || !dates) {
      tell(
          test,
          "is a moment",
          "write by, before, from or after, such as {by: due}, or {missing: true}",
          draft);
    }
  }

  private static void time(Terms.Test test, Draft draft) {
    boolean times = test.literals().stream().allMatch(Literal.Time.class::isInstance);
    if (!times || test.test() instanceof Condition.Ordered) {
      tell(test, "is time", "write a duration, such as {above: 4 hours}", draft);
    }
  }

  private static void turn(SetView set, Terms.Test test, Draft draft) {
    boolean hold = test.subject().equals("hold");
    List<String> known = (hold ? set.holds() : set.stages()).stream().map(Turn::id).toList();
    if (test.test() instanceof Condition.OneOf oneOf) {
      for (Literal value : oneOf.values()) {
        if (!known.contains(value.toString())) {
          draft.tellUnknown(
              test.subject() + " of " + set.id(), value.toString(), test.path(), known);
        }
      }
    } else if (!(test.test() instanceof Condition.Missing)) {
      tell(test, "is the id of a turn", "write its id, such as {hold: awaiting-user}", draft);
    }
  }

  private static void field(SetView set, Field field, Terms.Test test, Draft draft) {
    if (set.isRegister()) {
      registerValues(set, test, draft);
      return;
    }
    boolean ordered = field.type() != Field.Type.TEXT && field.type() != Field.Type.FLAG;
    if (test.test() instanceof Condition.Ordered
        || (test.test() instanceof Condition.Compares && !ordered)) {
      tell(
          test,
          "is a " + field.type().key(),
          ordered ? "write at-least, at-most, above or below" : "write the values it may have",
          draft);
      return;
    }
    for (Literal literal : test.literals()) {
      if (!fits(field.type(), literal)) {
        tell(
            test,
            "is a " + field.type().key() + ", and " + literal + " is none",
            "write a value of its type, or declare another type",
            draft);
      }
    }
  }

  private static boolean fits(Field.Type type, Literal literal) {
    return switch (type) {
      case TEXT -> literal instanceof Literal.Text;
      case NUMBER -> literal instanceof Literal.Numeral;
      case SHARE -> literal instanceof Literal.Percent;
      case MONEY -> literal instanceof Literal.Amount;
      case FLAG -> literal instanceof Literal.Flag;
      case DURATION ->
          literal instanceof Literal.Time time
              && time.amount().kind() == org.plumbline.calendar.TimeAmount.Kind.ELAPSED;
    };
  }

  private static void registerValues(SetView set, Terms.Test test, Draft draft) {
    if (set.id().equals(RegisterSets.RESULTS)) {
      for (Literal literal : test.literals()) {
        ResultValues.check(test.subject(), literal, test.path(), draft);
      }
    }
  }

  private static void tell(Terms.Test test, String is, String right, Draft draft) {
    draft.tell(FindingCode.OTHER_TYPE, test.path(), "\"" + test.subject() + "\" " + is, right);
  }
}
