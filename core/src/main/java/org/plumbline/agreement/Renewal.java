package org.plumbline.agreement;

import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * How the agreement goes on after its last day.
 *
 * @param kind {@code option automatic none}; empty: none
 * @param counters {@code continue reset}; empty: continue
 */
public record Renewal(
    Optional<String> kind, Optional<TimeAmount> notice, Optional<String> counters) {}
