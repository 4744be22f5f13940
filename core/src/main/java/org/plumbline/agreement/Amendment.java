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
 * @param splitsPeriod whether period terms apply from the effective day, which cuts the period that
 *     holds it in two; empty: no
 * @param counters {@code continue reset}: whether streaks and what was taken from pools go on;
 *     empty: continue
 * @param changeRequest the change request that it came from, as the parties name it
 * @param retroactive why it takes effect before the last signature
 */
public record Amendment(
    int number,
    String replaces,
    LocalDate effective,
    String reason,
    String driver,
    Optional<String> transition,
    Optional<Boolean> splitsPeriod,
    Optional<String> counters,
    Optional<String> changeRequest,
    Optional<String> retroactive) {}
