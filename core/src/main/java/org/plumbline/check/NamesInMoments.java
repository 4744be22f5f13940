package org.plumbline.check;

import org.plumbline.agreement.MomentTerm;

/** Names in moments: other moments, calendars, periods. */
final class NamesInMoments implements Rule {

  @Override
  public void check(Draft draft) {
    Names names = new Names(draft);
    for (Uses.Moment use : draft.uses().moments()) {
      if (use.term() instanceof MomentTerm.Named named) {
        named(named.id(), use, draft);
      } else if (use.term() instanceof MomentTerm.Shifted shifted) {
        shifted.calendar().ifPresent(c -> names.calendar(c, use.path() + "/calendar"));
      } else if (use.term() instanceof MomentTerm.DayOfPeriod day) {
        day.calendar().ifPresent(c -> names.calendar(c, use.path() + "/calendar"));
        names.period(day.period(), use.path() + "/of");
      }
    }
  }

  private static void named(String name, Uses.Moment use, Draft draft) {
    SetView set = use.set();
    if (set.moment(name).isEmpty() && !NamesOfRecords.isPeriodEnd(name)) {
      draft.requireKnown(
          "moment of " + set.id(), name, use.path(), set.momentNames(), set.path() + "/moments");
    }
  }
}
