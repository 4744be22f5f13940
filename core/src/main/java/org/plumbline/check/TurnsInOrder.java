package org.plumbline.check;

import java.util.List;
import org.plumbline.agreement.Turn;
import org.plumbline.finding.FindingCode;

/** Holds stand before stages: the first that covers an instant owns it (language.md 4.2). */
final class TurnsInOrder implements Rule {

  @Override
  public void check(Draft draft) {
    for (SetView set : draft.recordSets()) {
      List<Turn> turns = set.set().turns();
      boolean stages = false;
      for (int i = 0; i < turns.size(); i++) {
        if (stages && turns.get(i) instanceof Turn.Hold hold) {
          draft.tell(
              FindingCode.HOLD_AFTER_STAGE,
              set.path() + "/turns/" + i,
              "the hold \"" + hold.id() + "\" stands after a stage",
              "put all holds before the first stage");
        }
        stages |= turns.get(i) instanceof Turn.Stage;
      }
    }
  }
}
