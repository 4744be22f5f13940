package org.plumbline.check;

import java.util.List;
import org.plumbline.finding.FindingCode;

/** Workdays are the open days of a calendar; without one nobody knows which days they are. */
final class WorkdaysCounted implements Rule {

  @Override
  public void check(Draft draft) {
    List<Uses.Workdays> uses = draft.uses().workdays();
    if (uses.isEmpty() || draft.agreement().calendar().isPresent() || draft.stands("calendar")) {
      return;
    }
    int more = uses.size() - 1;
    String others =
        more == 0 ? "" : " and in " + more + (more == 1 ? " other place" : " other places");
    draft.tell(
        FindingCode.WORKDAYS_WITHOUT_CALENDAR,
        uses.get(0).path(),
        "workdays are counted here" + others + ", and the agreement names no calendar",
        "write calendar: with the id of the calendar whose open days are meant");
  }
}
