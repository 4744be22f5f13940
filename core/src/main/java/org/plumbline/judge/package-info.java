/**
 * Measurements against targets give results: met, below expected, not met, and the honest others.
 * Start at {@link org.plumbline.judge.Judge}.
 */
@NullMarked
package org.plumbline.judge;

import org.jspecify.annotations.NullMarked;
