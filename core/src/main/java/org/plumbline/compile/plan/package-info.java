/**
 * A small relational algebra of our own: nodes and expressions with one meaning each, that can be
 * printed, checked and rewritten. Start at {@link org.plumbline.compile.plan.Plan}.
 */
@NullMarked
package org.plumbline.compile.plan;

import org.jspecify.annotations.NullMarked;
