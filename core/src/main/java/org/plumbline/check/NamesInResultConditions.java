package org.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.Literal;

/** What conditions about a result name: the words of the language, facts, and metrics. */
final class NamesInResultConditions implements Rule {

  /** The words of conditions about a result (language.md 3.2). */
  static final List<String> WORDS =
      List.of(
          "result",
          "figure",
          "cases",
          "shortfall",
          "downtime",
          "points",
          "repeat",
          "metric",
          "service",
          "each");

  @Override
  public void check(Draft draft) {
    Names names = new Names(draft);
    for (Uses.ResultCondition use : draft.uses().resultConditions()) {
      for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
        check(use, test, names, draft);
      }
    }
  }

  private static void check(Uses.ResultCondition use, Terms.Test test, Names names, Draft draft) {
    String subject = test.subject();
    if (subject.contains(".")) {
      names.fact(subject, test.path());
    } else if (WORDS.contains(subject)) {
      for (Literal literal : test.literals()) {
        ResultValues.check(subject, literal, test.path(), draft);
      }
    } else if (!BoundsByCase.isOfTheCase(subject, use, draft)) {
      List<String> known = new ArrayList<>(WORDS);
      known.addAll(draft.agreement().metrics().keySet());
      draft.requireKnown("metric or word about a result", subject, test.path(), known, "metrics");
    }
  }
}
