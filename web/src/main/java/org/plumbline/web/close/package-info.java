/**
 * The close of a period as a dated flow: records delivered, results drafted, reviewed, contested,
 * issued, accepted, and what follows. Start at {@link org.plumbline.web.close.Closing}.
 */
@NullMarked
package org.plumbline.web.close;

import org.jspecify.annotations.NullMarked;
