/**
 * How a text becomes an agreement: the order of signing, sign-offs and what they rest on, what is
 * still to be done before. Start at {@link org.plumbline.web.signing.SignOffs}.
 */
@NullMarked
package org.plumbline.web.signing;

import org.jspecify.annotations.NullMarked;
