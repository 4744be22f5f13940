package org.plumbline.check;

import java.util.List;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;

/** Names in record sets: whose turns, who sets fields, from which sets cases come. */
final class NamesOfRecords implements Rule {

  @Override
  public void check(Draft draft) {
    Names names = new Names(draft);
    draft.recordSets().forEach(set -> check(set, names, draft));
  }

  private static void check(SetView view, Names names, Draft draft) {
    RecordSet set = view.set();
    String path = view.path();
    set.fields()
        .forEach(
            (id, field) ->
                field.setBy().ifPresent(by -> names.party(by, path + "/fields/" + id + "/set-by")));
    for (int i = 0; i < set.turns().size(); i++) {
      Turn turn = set.turns().get(i);
      String at = path + "/turns/" + i;
      names.partyOr(turn.whose(), at + "/whose", Turn.NOBODY);
      if (turn instanceof Turn.Hold hold) {
        hold.placedBy().ifPresent(by -> names.party(by, at + "/placed-by"));
      }
    }
    set.delivery()
        .ifPresent(
            delivery -> {
              List<String> by = delivery.suppliedBy();
              for (int i = 0; i < by.size(); i++) {
                names.partyOrRole(by.get(i), path + "/delivery/supplied-by/" + i);
              }
            });
    origin(view, set.origin(), names, draft);
  }

  private static void origin(SetView view, Origin origin, Names names, Draft draft) {
    String path = view.path();
    if (origin instanceof Origin.Expected expected) {
      expected.of().ifPresent(of -> names.records(of, path + "/expected/of"));
      if (expected.rhythm() instanceof Origin.Rhythm.EveryPeriod every) {
        names.period(every.period(), path + "/expected/every");
      }
    } else if (origin instanceof Origin.Groups groups) {
      names.records(groups.of(), path + "/groups/of");
      draft.set(groups.of()).ifPresent(members -> by(groups, members, path, draft));
    } else if (origin instanceof Origin.Sample sample) {
      names.records(sample.of(), path + "/sample/of");
    }
  }

  private static void by(Origin.Groups groups, SetView members, String path, Draft draft) {
    for (int i = 0; i < groups.by().size(); i++) {
      String field = groups.by().get(i);
      if (members.field(field).isEmpty()) {
        draft.requireKnown(
            "field of " + members.id(),
            field,
            path + "/groups/by/" + i,
            members.fieldNames(),
            members.path() + "/fields");
      }
    }
  }

  /** Whether a name is one of the words for the ends of the reporting period. */
  static boolean isPeriodEnd(String name) {
    return name.equals(MomentTerm.PERIOD_START) || name.equals(MomentTerm.PERIOD_END);
  }
}
