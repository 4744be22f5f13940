/**
 * What the two parties say to each other about a text before it is signed: proposals term by term,
 * threads, buy-in. Start at {@link org.plumbline.web.negotiation.Positions}.
 */
@NullMarked
package org.plumbline.web.negotiation;

import org.jspecify.annotations.NullMarked;
