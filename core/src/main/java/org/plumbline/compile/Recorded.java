package org.plumbline.compile;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;

/** Which recorded moments a term rests on. */
final class Recorded {

  private final RecordSet set;

  Recorded(RecordSet set) {
    this.set = set;
  }

  /** The term that a name stands for, as far as names lead. */
  MomentTerm resolve(MomentTerm term) {
    MomentTerm resolved = term;
    for (int i = 0; i < 100 && resolved instanceof MomentTerm.Named named; i++) {
      MomentTerm next = set.moments().get(named.id());
      if (next == null || next instanceof MomentTerm.Recorded) {
        return resolved;
      }
      resolved = next;
    }
    return resolved;
  }

  /** The recorded moment that a name stands for. */
  Optional<String> recorded(MomentTerm term) {
    return resolve(term) instanceof MomentTerm.Named named
            && set.moments().get(named.id()) instanceof MomentTerm.Recorded
        ? Optional.of(named.id())
        : Optional.empty();
  }

  /** The recorded moments whose occurrences the term may give; not the {@code after} of a next. */
  Set<String> sources(MomentTerm term) {
    Set<String> found = new LinkedHashSet<>();
    collect(term, found, 0);
    return found;
  }

  private void collect(MomentTerm term, Set<String> found, int depth) {
    if (depth > 100) {
      return;
    }
    if (term instanceof MomentTerm.Named named) {
      MomentTerm next = set.moments().get(named.id());
      if (next instanceof MomentTerm.Recorded) {
        found.add(named.id());
      } else if (next != null) {
        collect(next, found, depth + 1);
      }
    } else if (term instanceof MomentTerm.First first) {
      collect(first.of(), found, depth + 1);
    } else if (term instanceof MomentTerm.Last last) {
      collect(last.of(), found, depth + 1);
    } else if (term instanceof MomentTerm.Next next) {
      collect(next.of(), found, depth + 1);
    } else if (term instanceof MomentTerm.EarlierOf earlier) {
      earlier.moments().forEach(each -> collect(each, found, depth + 1));
    } else if (term instanceof MomentTerm.LaterOf later) {
      later.moments().forEach(each -> collect(each, found, depth + 1));
    } else if (term instanceof MomentTerm.Shifted shifted) {
      collect(shifted.at(), found, depth + 1);
    } else if (term instanceof MomentTerm.DayOfPeriod day) {
      collect(day.at(), found, depth + 1);
    }
  }

  /** Whether a stop is written {@code {first: …}}, so that a reopening leaves it as it is. */
  boolean isWrittenFirst(MomentTerm stop) {
    return resolve(stop) instanceof MomentTerm.First;
  }

  /**
   * The recorded moments that a reopening withdraws: in the stops of clocks over the set that have
   * a start and are not written {@code first}, and in {@code closed-by}.
   */
  Set<String> ending(Agreement agreement, String setId) {
    Set<String> found = new LinkedHashSet<>();
    for (Metric metric : agreement.metrics().values()) {
      metric
          .clock()
          .filter(clock -> metric.records().equals(setId))
          .filter(clock -> clock.starts().isPresent() && !isWrittenFirst(clock.stops()))
          .ifPresent(clock -> found.addAll(sources(clock.stops())));
    }
    set.closedBy().ifPresent(closed -> found.addAll(sources(closed)));
    return found;
  }
}
