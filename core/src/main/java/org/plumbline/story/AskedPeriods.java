package org.plumbline.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;

/** Which reporting periods somebody means who asks for some days. */
public final class AskedPeriods {

  private AskedPeriods() {}

  /** Those that end in the days asked for; if none does, the one that holds their last day. */
  public static Set<ReportingPeriod> of(List<Result> results, ReportingPeriod asked) {
    Set<ReportingPeriod> ending = new HashSet<>();
    Set<ReportingPeriod> holding = new HashSet<>();
    for (Result result : results) {
      if (asked.contains(result.period().until())) {
        ending.add(result.period());
      }
      if (result.period().contains(asked.until())) {
        holding.add(result.period());
      }
    }
    return ending.isEmpty() ? holding : ending;
  }
}
