/**
 * From a figure down to the rows that made it: an agreement counted over its records, the cases
 * that are worth telling of, the intervals of one case, its source row. Start at {@link
 * org.plumbline.story.Counted}; {@link org.plumbline.story.ExplainDocument} tells it.
 */
@NullMarked
package org.plumbline.story;

import org.jspecify.annotations.NullMarked;
