package org.plumbline.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An SLA Performance Report that was issued.
 *
 * @param period the reporting period, as people write it
 * @param on the day
 * @param by the party that issued it
 * @param publication what names it, if it was published
 */
public record Issued(
    String period, LocalDate on, Optional<String> by, Optional<String> publication) {}
