package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What made this version out of the one before it (language.md 8).
 *
 * @param number 1, 2, …
 * @param replaces hash of the version it was made from
 * @param effective first day
 * @param driver {@code customer-operations provider-performance law correction}
 * @param transition {@code by-start by-stop all-from-effective}; empty: by-start
 */
public record Amendment(
    int number,
    String replaces,
    LocalDate effective,
    String reason,
    String driver,
    Optional<String> transition,
    Optional<Boolean> splitsPeriod,
    Optional<String> retroactive) {}
