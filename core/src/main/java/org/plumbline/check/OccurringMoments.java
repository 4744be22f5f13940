package org.plumbline.check;

import java.util.Set;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.finding.FindingCode;

/**
 * A moment that occurs more than once and is used by its name alone is its first occurrence; that
 * is told where the binding says so (language.md 3.4).
 */
final class OccurringMoments implements Rule {

  @Override
  public void check(Draft draft) {
    if (draft.binding().repeating().isEmpty()) {
      return;
    }
    for (Uses.Moment use : draft.uses().moments()) {
      if (use.term() instanceof MomentTerm.Named named
          && !saysWhich(use.path())
          && repeating(use.set(), draft).contains(named.id())) {
        draft.tell(
            FindingCode.OCCURS_AGAIN,
            use.path(),
            "\"" + named.id() + "\" occurs more than once; here it is its first occurrence",
            "write {first: "
                + named.id()
                + "} or {last: "
                + named.id()
                + "}, so that readers need not know that");
      }
    }
  }

  private static Set<String> repeating(SetView set, Draft draft) {
    return draft.binding().repeating().getOrDefault(set.id(), Set.of());
  }

  private static boolean saysWhich(String path) {
    return path.endsWith("/first")
        || path.endsWith("/last")
        || path.endsWith("/next")
        || path.endsWith("/after")
        || path.endsWith("/reopening/at")
        || path.contains("/voided-by/");
  }
}
