package org.plumbline.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person in a role who signed a text (design 2).
 *
 * @param version the number of the amendment; 0 for the original text
 * @param hash the hash that was signed, where it is known
 * @param party for whom
 * @param role in which role
 * @param person who
 * @param on the day
 * @param reference where the signature is kept
 */
public record SignOff(
    int version,
    Optional<String> hash,
    String party,
    Optional<String> role,
    Optional<String> person,
    LocalDate on,
    Optional<String> reference) {}
