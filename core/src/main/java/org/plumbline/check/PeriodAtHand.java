package org.plumbline.check;

import org.plumbline.agreement.MomentTerm;
import org.plumbline.finding.FindingCode;

/**
 * The ends of the reporting period are known only where a period is at hand: in stocks, and in the
 * conditions of a figure. Elsewhere they would decide in which period a case falls (docs/meaning.md
 * 2).
 */
final class PeriodAtHand implements Rule {

  @Override
  public void check(Draft draft) {
    for (Uses.Moment use : draft.uses().moments()) {
      if (use.term() instanceof MomentTerm.Named named && needsOne(use)) {
        tellIfEnd(use.set(), named, use.path(), draft);
      }
    }
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      boolean inPeriod =
          use.purpose() == Uses.Purpose.FIGURE || use.metric().filter(m -> m.isStock()).isPresent();
      if (!inPeriod && use.purpose() != Uses.Purpose.OCCURRENCE) {
        for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
          tellIfEnd(use.set(), new MomentTerm.Named(test.subject()), test.path(), draft);
        }
      }
    }
  }

  /** Whether it stands where no period is at hand; how a moment is derived does not matter yet. */
  private static boolean needsOne(Uses.Moment use) {
    if (use.metric().isPresent()) {
      boolean figure = use.path().startsWith(use.metric().get().path() + "/figure/");
      return !use.metric().get().isStock() && !figure;
    }
    return !use.path().startsWith(use.set().path() + "/moments/")
        && !use.path().contains("/moments/");
  }

  private static void tellIfEnd(SetView set, MomentTerm.Named named, String path, Draft draft) {
    for (String reached : set.reach(named)) {
      if (NamesOfRecords.isPeriodEnd(reached)) {
        draft.tell(
            FindingCode.PERIOD_NOT_AT_HAND,
            path,
            "\"" + reached + "\" is used where it is not yet known which period a case falls in",
            "count a stock, such as counted-when: open-at-end, or use it in the figure");
        return;
      }
    }
  }
}
