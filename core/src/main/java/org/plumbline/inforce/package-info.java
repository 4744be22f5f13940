/**
 * An agreement in several versions over its records: each case and each period under the terms that
 * were in force (docs/meaning.md 21). Start at {@link org.plumbline.inforce.InForce}.
 */
@NullMarked
package org.plumbline.inforce;

import org.jspecify.annotations.NullMarked;
