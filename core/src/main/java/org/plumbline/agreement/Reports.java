package org.plumbline.agreement;

import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/** Who issues the SLA Performance Report, and by when after the period's end (language.md 3.5). */
public record Reports(
    Optional<String> issuedBy, Optional<TimeAmount> due, Optional<String> ifMissing) {}
