package org.plumbline.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Results;

/**
 * The day on which the provider reported: what happened, was delivered or decided later was not
 * known to it (docs/meaning.md 22).
 *
 * @param day at the end of which it stood so
 * @param of the period whose report it is; empty: of all that were reported
 * @param ours the agreement as of that day, and known at it
 */
public record ReportDay(LocalDate day, Optional<ReportingPeriod> of, Ours ours) {

  /** The reading that only what was known on the day counts, for each of these metrics. */
  List<Trial> trials(Set<String> metrics, Instant asOf, ZoneId zone) {
    Ours.Run run = ours.run(text -> text);
    Results results = run.results();
    List<Trial> trials = new ArrayList<>();
    for (String metric : metrics) {
      trials.add(
          new Trial(
              "as-of-" + day,
              "only what was known at the end of " + day + ", the day of the report, counts",
              "the figure here counts what is known as of " + asOf.atZone(zone).toLocalDate(),
              1,
              figure ->
                  of.filter(period -> !period.until().equals(figure.period().until())).isPresent()
                          || !figure.metric().equals(metric)
                      ? Optional.empty()
                      : Trials.result(results, metric, figure)
                          .flatMap(found -> Trials.read(found, figure)),
              ReportedValue::isAtItsDecimals,
              Optional.of(keys -> run.outcomes(metric, Optional.of(keys)))));
    }
    return trials;
  }
}
