/**
 * A plan over records gives measurements: what was counted, exactly. An engine knows plans, not
 * promises. Start at {@link org.plumbline.evaluate.Measurement}.
 */
@NullMarked
package org.plumbline.evaluate;

import org.jspecify.annotations.NullMarked;
