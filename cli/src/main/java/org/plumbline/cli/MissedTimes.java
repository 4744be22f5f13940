package org.plumbline.cli;

import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.gap.Gap;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.report.CaseStory;
import org.plumbline.story.Cases;

/** Whose time the cases took that missed: those furthest past their limit. */
final class MissedTimes {

  /** So many cases of each metric are looked at. */
  private static final int MOST = 200;

  private MissedTimes() {}

  /** By metric; a metric of which no case missed is left out. */
  static Map<String, Gap.Causes> of(Cases cases, Results results) {
    Map<String, Set<ReportingPeriod>> periods = new LinkedHashMap<>();
    for (Result result : results.results()) {
      periods
          .computeIfAbsent(result.metric(), metric -> new LinkedHashSet<>())
          .add(result.period());
    }
    Map<String, Gap.Causes> missed = new LinkedHashMap<>();
    periods.forEach(
        (metric, own) -> {
          if (cases.tells(metric)) {
            List<CaseStory> worst = cases.worst(metric, own, MOST);
            if (worst.stream().anyMatch(story -> !story.intervals().isEmpty())) {
              missed.put(metric, causes(worst));
            }
          }
        });
    return missed;
  }

  private static Gap.Causes causes(List<CaseStory> stories) {
    Map<String, BigInteger> byParty = new LinkedHashMap<>();
    BigInteger closed = BigInteger.ZERO;
    for (CaseStory story : stories) {
      for (CaseInterval interval : story.intervals()) {
        long all = Duration.between(interval.from(), interval.until()).toNanos() / 1_000;
        byParty.merge(interval.party(), BigInteger.valueOf(interval.openMicros()), BigInteger::add);
        closed = closed.add(BigInteger.valueOf(all - interval.openMicros()));
      }
    }
    return new Gap.Causes(byParty, closed, stories.size(), 0, Optional.empty());
  }
}
