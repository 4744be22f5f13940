/** Holds the reference of the language in {@code docs/language} to the language. */
@NullMarked
package org.plumbline.language;

import org.jspecify.annotations.NullMarked;
