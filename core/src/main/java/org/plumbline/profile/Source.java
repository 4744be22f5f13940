package org.plumbline.profile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The file that a proposal is made from.
 *
 * @param file its name in the folder of the records
 * @param separator what stands between its cells, where that has to be said
 * @param encoding its encoding, where that has to be said
 * @param today the day on which the proposal is made; later days are no evidence
 */
public record Source(
    String file, Optional<Character> separator, Optional<String> encoding, LocalDate today) {}
