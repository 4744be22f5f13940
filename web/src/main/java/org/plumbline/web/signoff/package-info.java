/**
 * Who signs in which order, which sign-offs stand, and which texts are signed by all. Start at
 * {@link org.plumbline.web.signoff.SignOffs}; its pages are in {@link org.plumbline.web.signing}.
 */
@NullMarked
package org.plumbline.web.signoff;

import org.jspecify.annotations.NullMarked;
