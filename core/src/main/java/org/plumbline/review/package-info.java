/**
 * What a draft covers and what it leaves out, as tables that people go through before they sign:
 * who does what, the practices and contents that others ask for, what became of the provider's
 * offer, what serves the success of the program.
 *
 * <p>Start at {@link org.plumbline.review.Review}.
 */
@NullMarked
package org.plumbline.review;

import org.jspecify.annotations.NullMarked;
