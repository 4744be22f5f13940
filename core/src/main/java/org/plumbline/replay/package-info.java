/**
 * Other terms over past records: what a draft would have done, side by side with what was, and
 * which of its terms turns which result. Start at {@link org.plumbline.replay.Past}.
 */
@NullMarked
package org.plumbline.replay;

import org.jspecify.annotations.NullMarked;
