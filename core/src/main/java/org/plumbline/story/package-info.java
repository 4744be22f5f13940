/**
 * Cases that are worth telling of beside a figure: the worst, the open, one with its life. Start at
 * {@link org.plumbline.story.Counted}, an agreement counted over its records.
 */
@NullMarked
package org.plumbline.story;

import org.jspecify.annotations.NullMarked;
