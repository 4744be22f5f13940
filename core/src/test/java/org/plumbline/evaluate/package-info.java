/** Tests of the engine over a few rows. */
@NullMarked
package org.plumbline.evaluate;

import org.jspecify.annotations.NullMarked;
