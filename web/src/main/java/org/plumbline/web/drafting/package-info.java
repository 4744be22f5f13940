/**
 * Terms written in forms, beside their plain sentence, their drafting comments and what the records
 * of the past say to them. Start at {@link org.plumbline.web.drafting.Defining}.
 */
@NullMarked
package org.plumbline.web.drafting;

import org.jspecify.annotations.NullMarked;
