package org.plumbline.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.known.Deliveries;
import org.plumbline.replay.Past;
import org.plumbline.replay.PastFigures;
import org.plumbline.replay.TargetSearch;

/** Which target a past would have kept. */
final class PastSearch {
  private static final Set<Status> DUE_LATER = Set.of(Status.NOT_DUE, Status.PROVISIONAL);

  private PastSearch() {}

  /**
   * The tightest target of a metric that would have held in so many of the periods asked for.
   *
   * @param met in how many of {@code of} periods
   */
  static TargetSearch.Found tightest(
      PastRun run, String metric, ReportingPeriod asked, int met, int of) {
    List<Result> ended =
        run.was().results(asked, List.of(metric)).results().stream()
            .filter(result -> !DUE_LATER.contains(result.status()))
            .toList();
    PastTerms terms = PastTerms.throughout(run.register().versions(), run.versions().last());
    Agreement text = run.shown(terms);
    Deliveries deliveries = new Deliveries(run.register(), run.today());
    Map<ReportingPeriod, Past> settled = new HashMap<>();
    for (Result result : ended) {
      Set<String> late = deliveries.late(text, result);
      if (!late.isEmpty()) {
        settled.put(result.period(), run.past(late, terms));
      }
    }
    Past stands = run.past(Set.of(), terms);
    return TargetSearch.find(
        PastFigures.settled(stands, settled),
        stands.text(),
        metric,
        ended.stream().map(Result::period).distinct().toList(),
        met,
        of);
  }
}
