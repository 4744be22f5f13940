package org.plumbline.replay;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Status;

/**
 * Because of which terms results turn: each term that changed is put into the text by itself, and
 * what turns then turns because of it. Where no term does so alone, each is left out of the draft
 * by itself, and those without which nothing turns cannot be missed.
 */
final class Turning {

  private final Agreement before;
  private final Agreement after;
  private final Function<Agreement, Results> variant;
  private final Map<String, Set<Term>> changed;
  private final Map<Set<Term>, Map<List<Object>, Result>> run = new LinkedHashMap<>();

  Turning(Agreement before, Agreement after, Function<Agreement, Results> variant) {
    this.before = before;
    this.after = after;
    this.variant = variant;
    changed = Replay.changed(before, after);
  }

  /** The row with what turns it. */
  Replay.Row because(Replay.Row row) {
    return because(row, changed.getOrDefault(row.metric(), Set.of()));
  }

  private Replay.Row because(Replay.Row row, Set<Term> changed) {
    if (changed.size() < 2) {
      return row.because(changed, true);
    }
    Set<Term> alone = EnumSet.noneOf(Term.class);
    for (Term term : changed) {
      if (turns(row, EnumSet.of(term))) {
        alone.add(term);
      }
    }
    if (!alone.isEmpty() || changed.size() == 2) {
      return row.because(alone.isEmpty() ? changed : alone, !alone.isEmpty());
    }
    Set<Term> needed = EnumSet.noneOf(Term.class);
    for (Term term : changed) {
      Set<Term> others = EnumSet.copyOf(changed);
      others.remove(term);
      if (!turns(row, others)) {
        needed.add(term);
      }
    }
    return row.because(needed.isEmpty() ? changed : needed, false);
  }

  /** Whether the result is another than it was when some terms are the draft's. */
  private boolean turns(Replay.Row row, Set<Term> terms) {
    Optional<Status> was = row.before().map(Result::status);
    return Optional.ofNullable(
            run.computeIfAbsent(
                    Set.copyOf(terms),
                    key -> Replay.byKey(variant.apply(Taken.of(before, after, key))))
                .get(List.of(row.metric(), row.each(), row.period())))
        .map(Result::status)
        .filter(status -> !was.equals(Optional.of(status)))
        .isPresent();
  }
}
