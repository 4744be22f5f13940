package org.plumbline.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Exact;

/**
 * A reading of a metric that was tried.
 *
 * @param id what it is called in data
 * @param theirs what would be so, a clause
 * @param agreed what is agreed instead, a clause
 * @param terms how many terms are read otherwise
 * @param reads what it gives for a reported figure
 * @param same when a number is taken for a figure
 * @param cases how cases stand by it; empty of readings that change no case
 */
record Trial(
    String id,
    String theirs,
    String agreed,
    int terms,
    Function<ReportedFigure, Optional<Read>> reads,
    BiPredicate<ReportedValue, Exact> same,
    Optional<Outcomes> cases) {

  /** Asks for cases by their keys. */
  interface Outcomes {
    List<CaseOutcome> of(Set<String> keys);
  }

  /** What it gives, if that is what was reported: the number, and the counts where there are. */
  Optional<Read> gives(ReportedFigure figure, Optional<ReportedValue> value) {
    return reads
        .apply(figure)
        .filter(
            read ->
                value.isEmpty()
                    || read.figure().filter(own -> same.test(value.get(), own)).isPresent())
        .filter(
            read ->
                figure.cases().filter(count -> count != read.cases()).isEmpty()
                    && figure.held().filter(count -> count != read.held()).isEmpty())
        .filter(read -> value.isPresent() || figure.cases().isPresent());
  }

  /** This, and further cases of a share among those that count. */
  Trial with(String suffix, String further, Function<Read, Optional<Read>> change) {
    return new Trial(
        id.isEmpty() ? suffix : id + "+" + suffix,
        theirs.isEmpty() ? further : theirs + ", and " + further,
        agreed.isEmpty() ? "the agreement does not count them" : agreed,
        terms + 1,
        figure -> reads.apply(figure).flatMap(change),
        same,
        Optional.empty());
  }
}
