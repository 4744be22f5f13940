/**
 * What was promised: the agreement as plain data with two sides, exactly as language.md writes it.
 *
 * <p>Start at {@link org.plumbline.agreement.Agreement}. Nothing here knows how a promise is
 * measured.
 */
@NullMarked
package org.plumbline.agreement;

import org.jspecify.annotations.NullMarked;
