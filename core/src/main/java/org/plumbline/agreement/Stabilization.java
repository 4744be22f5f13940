package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Until when the heightened regime after go-live holds, the day included.
 *
 * @param moneyRemedies {@code suspended due}; empty: suspended
 */
public record Stabilization(LocalDate until, Optional<String> moneyRemedies) {}
