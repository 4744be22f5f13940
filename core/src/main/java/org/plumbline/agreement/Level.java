package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/** What is expected: the target or the minimum of a metric (language.md 5.3). */
public sealed interface Level {

  /**
   * The lines that are measured: those written; where none are, one over all cases, for a baseline
   * with its floor, so that figure and floor have one unit.
   */
  default List<Line> measured() {
    return List.of(new Line(new Applies.Always(), Optional.empty(), List.of(), Optional.empty()));
  }

  /** {@code none}: reported, not promised. */
  record NotPromised() implements Level {}

  /** {@code {to-be-agreed: …}}. */
  record Open(ToBeAgreed open) implements Level {}

  /** {@code {baseline: …}}: a target taken from the first periods. */
  record Baseline(int periods, Take take, Optional<Bound> floor) implements Level {
    @Override
    public List<Line> measured() {
      return List.of(
          new Line(
              new Applies.Always(), Optional.empty(), floor.stream().toList(), Optional.empty()));
    }
  }

  /** Lines, every one of which must be met. */
  record Lines(List<Line> lines) implements Level {
    /** Copies the list. */
    public Lines {
      lines = List.copyOf(lines);
    }

    @Override
    public List<Line> measured() {
      return lines;
    }
  }

  /**
   * One line of a level: a limit on the case and bounds on the figure.
   *
   * @param applies which cases it takes
   * @param limit the limit on a case; present with the figure {@code share: in-time} and only there
   * @param bounds bounds on the figure, every one of which must hold
   * @param rest the same promise for the cases that missed this limit
   */
  record Line(Applies applies, Optional<Limit> limit, List<Bound> bounds, Optional<Line> rest) {
    /** Copies the list. */
    public Line {
      bounds = List.copyOf(bounds);
    }

    /** The limit, unless all of it is to be agreed: a draft is evaluated without. */
    public Optional<Limit> agreedLimit() {
      return limit.filter(written -> !written.isOpen());
    }
  }

  /** Which cases a line takes. */
  sealed interface Applies {
    /** All of them. */
    record Always() implements Applies {}

    /** Those for which the condition holds. */
    record When(Condition condition) implements Applies {}

    /** Those for which every condition before it is no. */
    record Otherwise() implements Applies {}
  }

  /** A limit on a case. */
  sealed interface Limit {

    /** Whether it is to be agreed. */
    default boolean isOpen() {
      Varying<?> value =
          this instanceof Within within
              ? within.amount()
              : this instanceof Under under ? under.amount() : ((By) this).moment();
      return value instanceof Varying.Open<?>;
    }

    /** {@code within}: counted time not more than this. */
    record Within(Varying<TimeAmount> amount) implements Limit {}

    /** {@code under}: counted time less than this. */
    record Under(Varying<TimeAmount> amount) implements Limit {}

    /** {@code by}: stopped not later than this moment. */
    record By(Varying<MomentTerm> moment) implements Limit {}
  }

  /** A bound on the figure: {@code at-least: 95%}; {@code between} is two bounds. */
  record Bound(Comparison comparison, Varying<Literal> value) {}

  /** What of the first periods makes the baseline. */
  enum Take {
    /** Their mean. */
    MEAN("mean"),
    /** Their median. */
    MEDIAN("median"),
    /** The worst of them. */
    WORST("worst");

    private final String key;

    Take(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
