/**
 * An agreement over its records as they are known on a day: what had been delivered, what was
 * granted, what was final, what was issued, and what follows (docs/meaning.md 23, 24, 26). Start at
 * {@link org.plumbline.known.Evaluating}.
 */
@NullMarked
package org.plumbline.known;

import org.jspecify.annotations.NullMarked;
