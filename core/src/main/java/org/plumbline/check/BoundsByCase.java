package org.plumbline.check;

import java.util.Optional;
import java.util.Set;
import org.plumbline.finding.FindingCode;

/** A bound holds for the figure of a period; what is true of one case cannot change it. */
final class BoundsByCase implements Rule {

  private static final Set<String> CASE_WORDS = Set.of("elapsed", "age", "hold", "stage");

  @Override
  public void check(Draft draft) {
    for (Uses.ResultCondition use : draft.uses().resultConditions()) {
      for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
        if (isOfTheCase(test.subject(), use, draft)) {
          draft.tell(
              FindingCode.BOUND_VARIES_BY_CASE,
              test.path(),
              "a bound on the figure depends on \"" + test.subject() + "\" of a case",
              "write one line for each, such as {when: {"
                  + test.subject()
                  + ": …}, at-least: 95%}");
        }
      }
    }
  }

  /** Whether the subject is something of a case of the record set, and not of a result. */
  static boolean isOfTheCase(String subject, Uses.ResultCondition use, Draft draft) {
    Optional<SetView> set = use.bound().flatMap(MetricView::set);
    if (set.isEmpty()
        || NamesInResultConditions.WORDS.contains(subject)
        || draft.agreement().metrics().containsKey(subject)) {
      return false;
    }
    return CASE_WORDS.contains(subject)
        || set.get().moment(subject).isPresent()
        || set.get().field(subject).isPresent();
  }
}
