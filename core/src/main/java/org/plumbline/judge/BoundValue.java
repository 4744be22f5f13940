package org.plumbline.judge;

import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Literal;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;

/**
 * A bound as it stood for one period, once dates, facts and other metrics' figures were looked up.
 *
 * @param value as it is written; empty: it is worked out, or it could not be said which applies
 * @param worked worked out from earlier figures, in the figure's unit (a baseline)
 */
public record BoundValue(Comparison comparison, Optional<Literal> value, Optional<Exact> worked) {

  /** A bound as it is written; empty: it could not be said which value applies. */
  public BoundValue(Comparison comparison, Optional<Literal> value) {
    this(comparison, value, Optional.empty());
  }

  /** A bound that was worked out, in the figure's unit. */
  static BoundValue worked(Comparison comparison, Exact value) {
    return new BoundValue(comparison, Optional.empty(), Optional.of(value));
  }

  /** The bound in a figure's unit; empty if it is not known, or the two do not go together. */
  public Optional<Exact> in(FigureUnit unit) {
    return worked.or(() -> value.flatMap(literal -> BoundLookup.inUnit(literal, unit)));
  }
}
