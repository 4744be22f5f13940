/**
 * Everything that a person sees of an agreement in one file, readable without the server. Start at
 * {@link org.plumbline.web.bundle.Bundles}.
 */
@NullMarked
package org.plumbline.web.bundle;

import org.jspecify.annotations.NullMarked;
