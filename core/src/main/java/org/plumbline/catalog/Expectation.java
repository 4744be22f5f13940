package org.plumbline.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import org.plumbline.catalog.Target.Relation;
import org.plumbline.catalog.Target.Value;

/**
 * What a measure expects, as it can be held against a metric: a target without an operator gets the
 * direction that the words of the measure tell, or that a careful person would assume.
 *
 * @param relation a floor or a ceiling, or neither where only the words of the target are known
 * @param value the bound on the figure
 * @param limit the limit on a case, from the target or from the description
 */
public record Expectation(Relation relation, Value value, Optional<Value.Time> limit) {

  /** What a measure expects, if its target is one value. */
  public static Optional<Expectation> of(Measure measure) {
    if (measure.target() instanceof Target.Bound bound) {
      Relation relation = relation(bound.relation(), bound.value(), measure);
      return Optional.of(new Expectation(relation, bound.value(), measure.sense().limit()));
    }
    if (measure.target() instanceof Target.ShareWithin within) {
      Value share = new Value.Percent(within.share());
      Relation relation = relation(within.relation(), share, measure);
      return Optional.of(new Expectation(relation, share, Optional.of(within.time())));
    }
    return Optional.empty();
  }

  /** In words: {@code at least 98%}. */
  public String words() {
    return relation.before(value);
  }

  private static Relation relation(Relation written, Value value, Measure measure) {
    if (written != Relation.EXACTLY && written != Relation.UNSTATED) {
      return written;
    }
    if (value instanceof Value.Percent percent) {
      return ofShare(written, percent.share().ratio(), measure);
    }
    boolean none = value instanceof Value.Number number && number.number().signum() == 0;
    boolean time = value instanceof Value.Time;
    return none || time && written == Relation.UNSTATED ? Relation.AT_MOST : written;
  }

  private static Relation ofShare(Relation written, BigDecimal ratio, Measure measure) {
    if (ratio.compareTo(BigDecimal.ONE) == 0) {
      return Relation.AT_LEAST;
    }
    if (ratio.signum() == 0) {
      return Relation.AT_MOST;
    }
    if (written == Relation.EXACTLY) {
      return written;
    }
    return measure.sense().direction() == Direction.LOWER ? Relation.AT_MOST : Relation.AT_LEAST;
  }
}
