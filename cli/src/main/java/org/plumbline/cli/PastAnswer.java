package org.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.replay.Answered;
import org.plumbline.story.AskedPeriods;
import org.plumbline.story.Cases;

/**
 * What terms give over the past.
 *
 * @param text as reports show it
 * @param results of all periods
 * @param under which version judged what; empty where there is one text only
 * @param cases asks for single cases
 * @param answered by metric what its figures were worked out from
 */
record PastAnswer(
    Agreement text,
    Results results,
    Optional<UnderVersions> under,
    Cases cases,
    Map<String, Answered> answered) {

  /** The text that judged a result. */
  Agreement text(Result result) {
    return under.map(found -> found.text(result)).orElse(text);
  }

  /**
   * The results of the periods that end in the days asked for.
   *
   * @param metrics ids; none: all
   */
  Results results(ReportingPeriod asked, List<String> metrics) {
    List<Result> chosen = new ArrayList<>();
    for (List<Result> series : results.series()) {
      if (metrics.isEmpty() || metrics.contains(series.get(0).metric())) {
        Set<ReportingPeriod> periods = AskedPeriods.of(series, asked);
        series.stream().filter(result -> periods.contains(result.period())).forEach(chosen::add);
      }
    }
    return new Results(results.agreement(), results.asOf(), chosen);
  }
}
