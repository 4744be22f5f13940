/**
 * Rules agreed in advance: which times that a party declared stand, and what they take out
 * (language.md 7, {@code docs/meaning.md} 19).
 */
@NullMarked
package org.plumbline.exclusion;

import org.jspecify.annotations.NullMarked;
