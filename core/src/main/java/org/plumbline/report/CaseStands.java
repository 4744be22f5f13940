package org.plumbline.report;

import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;

/** How a case stands, in a few words. */
final class CaseStands {

  private CaseStands() {}

  /** {@code not met, 27 days, in 2025-03}. */
  static String words(CaseOutcome outcome) {
    String state =
        switch (outcome.state()) {
          case MET -> "met";
          case NOT_MET -> "not met";
          case INDETERMINATE -> "cannot be said";
          case OPEN -> "open";
          case VOIDED -> outcome.exclusion().isPresent() ? "left out" : "voided";
          case NOT_QUALIFIED -> "does not qualify";
        };
    boolean counts =
        outcome.state() != CaseOutcome.State.VOIDED
            && outcome.state() != CaseOutcome.State.NOT_QUALIFIED;
    return state
        + (counts && outcome.elapsed().isPresent()
            ? ", " + Numbers.brief(Numbers.inUnit(outcome.elapsed().getAsLong(), outcome.unit()))
            : "")
        + (counts
            ? outcome.period().map(period -> ", " + PeriodWords.shortName(period)).orElse("")
            : "");
  }
}
