package org.plumbline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.compile.AskedCases;
import org.plumbline.compile.CompiledMetric;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.PartyTime;

/**
 * Whose time it was, added up so that it fits into memory however many cases there are: of few
 * cases all metrics in one statement, which do once what they share; of many metric by metric and
 * share by share, because a statement keeps the pieces of every case's life until it ends. The time
 * of a case depends on no other case, so that the sums are the same.
 *
 * @param most so many cases are few; a share holds no more
 */
record PartyShares(Engine engine, long most) {

  private static final long MOST = 500_000;

  /** As many cases at once as a computer with little memory can take. */
  static PartyShares by(Engine engine) {
    return new PartyShares(engine, MOST);
  }

  /** Of these metrics, as {@link Engine#partyTimes}. */
  List<PartyTime> of(Agreement agreement, CompiledSet set, Set<String> metrics) {
    long cases = set.stored().cases();
    if (cases <= most) {
      return engine.partyTimes(set, metrics);
    }
    List<PartyTime> times = new ArrayList<>();
    for (CompiledMetric metric : set.metrics()) {
      if (metrics.contains(metric.id()) && metric.attribution().isPresent()) {
        for (long from = 0; from < cases; from += most) {
          times.addAll(
              engine.partyTimes(
                  Compiler.compileShare(
                      agreement,
                      set,
                      List.of(metric.id()),
                      new AskedCases.Share(from, Math.min(cases, from + most))),
                  Set.of(metric.id())));
        }
      }
    }
    return PartyTime.summed(times);
  }
}
