/**
 * Review meetings: the agenda from what is open, who came, decisions, actions. Start at {@link
 * org.plumbline.web.review.Reviews}.
 */
@NullMarked
package org.plumbline.web.review;

import org.jspecify.annotations.NullMarked;
