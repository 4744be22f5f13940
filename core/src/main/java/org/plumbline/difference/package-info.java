/**
 * What changed from one version of an agreement to another, key by key over their canonical forms.
 * Start at {@link org.plumbline.difference.Difference}.
 */
@NullMarked
package org.plumbline.difference;

import org.jspecify.annotations.NullMarked;
