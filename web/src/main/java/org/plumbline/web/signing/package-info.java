/**
 * The pages and the API of signing, the checklist before it, and files of signatures given
 * elsewhere. Start at {@link org.plumbline.web.signing.SigningPages}; what stands is in {@link
 * org.plumbline.web.signoff}.
 */
@NullMarked
package org.plumbline.web.signing;

import org.jspecify.annotations.NullMarked;
