package org.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/** Takes terms of the language apart, with the path of each part. */
final class Terms {

  private Terms() {}

  /**
   * One test of a condition.
   *
   * @param path where its subject stands
   * @param test a test of a subject, never {@code all}, {@code any} or {@code none}
   * @param certain whether the whole condition fails where the test does
   */
  record Test(String path, Condition test, boolean certain) {

    String subject() {
      if (test instanceof Condition.OneOf oneOf) {
        return oneOf.subject();
      }
      if (test instanceof Condition.Compares compares) {
        return compares.subject();
      }
      if (test instanceof Condition.Ordered ordered) {
        return ordered.subject();
      }
      return ((Condition.Missing) test).subject();
    }

    /** The values that the subject is set against, if they are literals. */
    List<Literal> literals() {
      if (test instanceof Condition.OneOf oneOf) {
        return oneOf.values();
      }
      return test instanceof Condition.Compares compares ? List.of(compares.value()) : List.of();
    }
  }

  /** The tests of a condition in the order written. */
  static List<Test> tests(Condition condition, String path) {
    List<Test> tests = new ArrayList<>();
    collect(condition, path, true, tests);
    return tests;
  }

  private static void collect(Condition condition, String path, boolean certain, List<Test> tests) {
    if (condition instanceof Condition.All all) {
      all.conditions().forEach(part -> collect(part, path, certain, tests));
    } else if (condition instanceof Condition.Any any) {
      collectListed(any.conditions(), path + "/any", tests);
    } else if (condition instanceof Condition.None none) {
      collectListed(none.conditions(), path + "/none", tests);
    } else {
      Test test = new Test(path, condition, certain);
      tests.add(new Test(path + "/" + test.subject(), condition, certain));
    }
  }

  private static void collectListed(List<Condition> list, String path, List<Test> tests) {
    for (int i = 0; i < list.size(); i++) {
      collect(list.get(i), path + "/" + i, false, tests);
    }
  }

  /** The terms directly inside a moment. */
  static List<MomentTerm> parts(MomentTerm term) {
    if (term instanceof MomentTerm.First first) {
      return List.of(first.of());
    }
    if (term instanceof MomentTerm.Last last) {
      return List.of(last.of());
    }
    if (term instanceof MomentTerm.Next next) {
      return List.of(next.of(), next.after());
    }
    if (term instanceof MomentTerm.EarlierOf earlier) {
      return earlier.moments();
    }
    if (term instanceof MomentTerm.LaterOf later) {
      return later.moments();
    }
    if (term instanceof MomentTerm.Shifted shifted) {
      return List.of(shifted.at());
    }
    return term instanceof MomentTerm.DayOfPeriod day ? List.of(day.at()) : List.of();
  }

  /** The path of a part of a moment, by its position among the {@link #parts}. */
  static String pathOfPart(MomentTerm term, String path, int position) {
    if (term instanceof MomentTerm.First) {
      return path + "/first";
    }
    if (term instanceof MomentTerm.Last) {
      return path + "/last";
    }
    if (term instanceof MomentTerm.Next) {
      return path + (position == 0 ? "/next" : "/after");
    }
    if (term instanceof MomentTerm.EarlierOf) {
      return path + "/earlier-of/" + position;
    }
    return path + (term instanceof MomentTerm.LaterOf ? "/later-of/" + position : "/at");
  }

  /** Visits every value of a varying value, with its path. */
  static <T> void values(Varying<T> varying, String path, BiConsumer<String, T> visit) {
    if (varying instanceof Varying.Fixed<T> fixed) {
      visit.accept(path, fixed.value());
    } else if (varying instanceof Varying.ByCondition<T> choices) {
      for (int i = 0; i < choices.choices().size(); i++) {
        values(choices.choices().get(i).is(), path + "/" + i + "/is", visit);
      }
    } else if (varying instanceof Varying.ByDate<T> dated) {
      for (int i = 0; i < dated.steps().size(); i++) {
        values(dated.steps().get(i).is(), path + "/" + i + "/is", visit);
      }
    }
  }

  /** All values of a varying value. */
  static <T> List<T> valuesOf(Varying<T> varying) {
    List<T> values = new ArrayList<>();
    values(varying, "", (path, value) -> values.add(value));
    return values;
  }

  /** Visits every condition of a varying value, with its path. */
  static <T> void conditions(Varying<T> varying, String path, BiConsumer<String, Condition> visit) {
    if (varying instanceof Varying.ByCondition<T> choices) {
      for (int i = 0; i < choices.choices().size(); i++) {
        String at = path + "/" + i;
        choices.choices().get(i).when().ifPresent(when -> visit.accept(at + "/when", when));
        conditions(choices.choices().get(i).is(), at + "/is", visit);
      }
    } else if (varying instanceof Varying.ByDate<T> dated) {
      for (int i = 0; i < dated.steps().size(); i++) {
        conditions(dated.steps().get(i).is(), path + "/" + i + "/is", visit);
      }
    }
  }

  /** The amount of time that a literal is, if it is one. */
  static Optional<TimeAmount> time(Literal literal) {
    return literal instanceof Literal.Time time ? Optional.of(time.amount()) : Optional.empty();
  }
}
