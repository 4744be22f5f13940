/**
 * What changed from one version of an agreement to another, key by key over their canonical forms.
 * Start at {@link org.plumbline.cli.diff.Difference}.
 */
@NullMarked
package org.plumbline.cli.diff;

import org.jspecify.annotations.NullMarked;
