/**
 * Agreements and their texts: the list, a draft put in, what it says in sentences, sending it.
 * Start at {@link org.plumbline.web.agreement.Agreements}.
 */
@NullMarked
package org.plumbline.web.agreement;

import org.jspecify.annotations.NullMarked;
