package org.plumbline.judge;

import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Literal;

/**
 * A bound as it stood for one period, once dates, facts and other metrics' figures were looked up.
 *
 * @param value empty: it could not be said which value applies
 */
public record BoundValue(Comparison comparison, Optional<Literal> value) {}
