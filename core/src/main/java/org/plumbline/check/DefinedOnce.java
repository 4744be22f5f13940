package org.plumbline.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Turn;
import org.plumbline.finding.FindingCode;

/** One name, one thing: moments and fields share their names, and so do turns and clauses. */
final class DefinedOnce implements Rule {

  @Override
  public void check(Draft draft) {
    for (SetView set : draft.recordSets()) {
      for (String field : set.set().fields().keySet()) {
        if (set.moment(field).isPresent()) {
          tell("a moment and a field", field, set.path() + "/fields/" + field, draft);
        }
      }
      List<Turn> turns = set.set().turns();
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < turns.size(); i++) {
        if (!seen.add(turns.get(i).id())) {
          tell("two turns", turns.get(i).id(), set.path() + "/turns/" + i, draft);
        }
      }
    }
    List<Clause> clauses = draft.agreement().clauses();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < clauses.size(); i++) {
      if (!seen.add(clauses.get(i).id())) {
        tell("two clauses", clauses.get(i).id(), "clauses/" + i + "/id", draft);
      }
    }
  }

  private static void tell(String things, String name, String path, Draft draft) {
    draft.tell(
        FindingCode.DEFINED_TWICE,
        path,
        things + " are called \"" + name + "\"",
        "give one of them another name");
  }
}
