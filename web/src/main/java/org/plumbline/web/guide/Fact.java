package org.plumbline.web.guide;

import java.time.Instant;
import java.util.Optional;

/**
 * Something in the register that shows that an activity was done.
 *
 * @param sentence what it is, such as {@code Finance Service Center sent text 2}
 * @param at when it was recorded, where that is one moment
 * @param path the page that shows it
 */
public record Fact(Evidence evidence, String sentence, Optional<Instant> at, String path) {}
