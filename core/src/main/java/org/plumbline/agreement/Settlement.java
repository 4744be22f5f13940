package org.plumbline.agreement;

import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/** Rules for all credits (language.md 6). */
public record Settlement(
    Optional<String> authority,
    Optional<String> sameCause,
    Optional<String> concurrent,
    Optional<TimeAmount> requestWithin,
    Optional<String> postTo,
    Optional<String> lastPeriod,
    Optional<TimeAmount> payWithin) {}
