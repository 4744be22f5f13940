package org.plumbline.exclusion;

import java.util.Optional;
import org.plumbline.finding.Place;

/**
 * A time that a party declared: a row of {@code register/declarations}. Instants are microseconds
 * since 1970 in UTC.
 *
 * @param exclusion id of the exclusion under which it was declared
 * @param party who declared it
 * @param ground on which ground
 * @param declared when it was declared
 * @param from its first instant
 * @param until the first instant after it; empty: it lasts on
 * @param decided when it was accepted or rejected
 * @param decision {@code accepted} or {@code rejected}
 * @param place where the row stands
 */
public record Declaration(
    Optional<String> exclusion,
    Optional<String> party,
    Optional<String> ground,
    Optional<Long> declared,
    Optional<Long> from,
    Optional<Long> until,
    Optional<Long> decided,
    Optional<String> decision,
    Place place) {}
