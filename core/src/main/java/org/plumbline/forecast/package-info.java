/**
 * What can still become of a period that has not ended: how many misses are allowed, what is
 * required of the rest, how past periods went on from the same point, and when the result is
 * certain (docs/meaning.md, forecast). Start at {@link org.plumbline.forecast.Forecasting}.
 */
@NullMarked
package org.plumbline.forecast;

import org.jspecify.annotations.NullMarked;
