package org.plumbline.check;

import java.util.Collection;
import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Turn;
import org.plumbline.finding.FindingCode;

/** An id that the language uses itself can never be named: the word would be meant. */
final class WordsOfTheLanguage implements Rule {

  @Override
  public void check(Draft draft) {
    Agreement agreement = draft.agreement();
    tell("metrics", agreement.metrics().keySet(), NamesInResultConditions.WORDS, draft);
    tell("calendars", agreement.calendars().keySet(), List.of(Agreement.ALWAYS), draft);
    tell("periods", agreement.periods().keySet(), Names.BUILT_IN_PERIODS, draft);
    tell("parties", agreement.parties().keySet(), List.of(Turn.NOBODY, "either", "other"), draft);
    tell("pools", agreement.pools().keySet(), List.of("fees", "billed"), draft);
    List<String> ends = List.of(MomentTerm.PERIOD_START, MomentTerm.PERIOD_END);
    for (SetView set : draft.recordSets()) {
      tell(set.path() + "/moments", set.set().moments().keySet(), ends, draft);
      tell(set.path() + "/fields", set.set().fields().keySet(), ends, draft);
    }
  }

  private static void tell(
      String section, Collection<String> ids, Collection<String> words, Draft draft) {
    for (String id : ids) {
      if (words.contains(id)) {
        draft.tell(
            FindingCode.WORD_OF_THE_LANGUAGE,
            section + "/" + id,
            "\"" + id + "\" means something else wherever it would be named",
            "choose another id, such as " + id + "-1");
      }
    }
  }
}
