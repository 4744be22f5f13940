package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/** What a party will do that is no metric: support, reviews, forecasts (language.md 3.5). */
public record Commitment(
    String what,
    String performing,
    Optional<String> owner,
    Optional<String> amount,
    Optional<String> fundedBy,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<String> every,
    Optional<TimeAmount> due) {}
