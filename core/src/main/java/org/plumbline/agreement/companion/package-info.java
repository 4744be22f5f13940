/**
 * The documents beside an agreement, as records: concept of operations, offer, requirements,
 * success metrics (language.md 9). Each has its own versions and sign-offs.
 *
 * <p>Start at {@link org.plumbline.agreement.companion.Companions}.
 */
@NullMarked
package org.plumbline.agreement.companion;

import org.jspecify.annotations.NullMarked;
