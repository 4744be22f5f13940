package org.plumbline.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.report.CaseStory;

/**
 * What a report tells beside its results.
 *
 * @param stories the worst cases, those still open, some of which it cannot be said, some that
 *     exclusions took out
 * @param times who held the decided cases, by metric and period
 */
public record WorthTelling(List<CaseStory> stories, List<PartyTime> times) {

  /** Copies the lists. */
  public WorthTelling {
    stories = List.copyOf(stories);
    times = List.copyOf(times);
  }

  /**
   * Asks for it.
   *
   * @param results those that the report shows
   * @param progress told what it looks at
   */
  public static WorthTelling of(
      Agreement agreement, Results results, Counted counted, Consumer<String> progress) {
    Cases cases = counted.cases();
    List<CaseStory> stories = new ArrayList<>();
    Map<String, Set<ReportingPeriod>> told = new LinkedHashMap<>();
    for (String metric : agreement.metrics().keySet()) {
      Set<ReportingPeriod> periods =
          results.of(metric).stream().map(Result::period).collect(Collectors.toSet());
      if (periods.isEmpty() || !cases.tells(metric)) {
        continue;
      }
      progress.accept("Looking at the cases of " + metric);
      stories.addAll(cases.worst(metric, periods));
      if (has(counted, metric, totals -> totals.open() > 0)) {
        stories.addAll(cases.open(metric));
      }
      if (has(counted, metric, totals -> totals.indeterminate() > 0)) {
        stories.addAll(cases.indeterminate(metric));
      }
      if (!agreement.exclusions().isEmpty()
          && has(counted, metric, totals -> totals.voided() > 0)) {
        stories.addAll(cases.takenOut(metric));
      }
      told.put(metric, periods);
    }
    progress.accept("Adding up whose time it was");
    return new WorthTelling(stories, cases.partyTimes(told));
  }

  private static boolean has(Counted counted, String metric, Predicate<CaseTotals> some) {
    return counted.totals().stream()
        .filter(totals -> totals.metric().equals(metric))
        .anyMatch(some);
  }
}
