package org.plumbline.replay;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;

/**
 * A group of terms on which results rest: of a metric, or of the whole agreement. Terms that turn
 * no result, such as remedies, names and prose, are none of them.
 */
public enum Term {
  /** Over which records a metric is measured. */
  RECORDS("the records"),
  /** Who qualifies, and for which values of a field there is a figure each. */
  POPULATION("who counts"),
  /** What is timed. */
  CLOCK("the clock"),
  /** What is counted, and when a case counts. */
  FIGURE("the figure"),
  /** For how long one figure is formed. */
  PERIOD("the period"),
  /** Which cases a line takes and what they are allowed. */
  LIMIT("the limit on a case"),
  /** What the figure shall reach. */
  TARGET("the target"),
  /** Below which remedies run. */
  MINIMUM("the minimum"),
  /** What holds of few cases, of none, and how figures are rounded. */
  RULES("the rules for few cases, no data and rounding"),
  /** Who performs. */
  PERFORMING("who performs"),
  /** How records are defined, whatever the metric. */
  DEFINITIONS("how the records are defined"),
  /** Hours, holidays, named periods. */
  CALENDARS("the calendars and periods"),
  /** Exclusions agreed in advance. */
  EXCLUSIONS("the exclusions"),
  /** Facts of the parties, on which bounds and limits may rest. */
  FACTS("the facts of the parties");

  /** Those of the agreement as a whole. */
  private static final Set<Term> COMMON = EnumSet.of(DEFINITIONS, CALENDARS, EXCLUSIONS, FACTS);

  private final String words;

  Term(String words) {
    this.words = words;
  }

  /** What people call it: {@code the limit on a case}. */
  public String words() {
    return words;
  }

  /** Whether it is a term of the agreement as a whole. */
  public boolean isCommon() {
    return COMMON.contains(this);
  }

  /** The terms in which two agreements differ as wholes. */
  static Set<Term> changed(Agreement before, Agreement after) {
    Set<Term> changed = EnumSet.noneOf(Term.class);
    for (Term term : COMMON) {
      if (!Taken.of(before, after, EnumSet.of(term)).equals(before)) {
        changed.add(term);
      }
    }
    return changed;
  }

  /** The terms in which two metrics differ. */
  static Set<Term> changed(Metric before, Metric after) {
    Set<Term> changed = EnumSet.noneOf(Term.class);
    for (Term term : EnumSet.complementOf(EnumSet.copyOf(COMMON))) {
      if (!term.of(before, after).equals(before)) {
        changed.add(term);
      }
    }
    return changed;
  }

  /** The first metric with this term of the second. */
  Metric of(Metric before, Metric after) {
    return Taken.of(before, after, EnumSet.of(this));
  }

  /** A level with the limits of one and the bounds of the other, if they have as many lines. */
  static Optional<Level> mixed(Level limits, Level bounds) {
    if (!(limits instanceof Level.Lines one)
        || !(bounds instanceof Level.Lines other)
        || one.lines().size() != other.lines().size()) {
      return Optional.empty();
    }
    List<Level.Line> lines = new ArrayList<>();
    for (int i = 0; i < one.lines().size(); i++) {
      Optional<Level.Line> line = mixed(one.lines().get(i), other.lines().get(i));
      if (line.isEmpty()) {
        return Optional.empty();
      }
      lines.add(line.get());
    }
    return Optional.of(new Level.Lines(lines));
  }

  private static Optional<Level.Line> mixed(Level.Line limits, Level.Line bounds) {
    Optional<Level.Line> rest = Optional.empty();
    if (limits.rest().isPresent() != bounds.rest().isPresent()) {
      return Optional.empty();
    }
    if (limits.rest().isPresent() && bounds.rest().isPresent()) {
      rest = mixed(limits.rest().get(), bounds.rest().get());
      if (rest.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Level.Line(limits.applies(), limits.limit(), bounds.bounds(), rest));
  }
}
