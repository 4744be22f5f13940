/**
 * An agreement evaluated over its records in rounds: record sets, measurements, results, and then
 * the metrics that rest on results. Start at {@link org.plumbline.rounds.Rounds}.
 */
@NullMarked
package org.plumbline.rounds;

import org.jspecify.annotations.NullMarked;
