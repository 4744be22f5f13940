/** The whole flow on one page: an agreement and its records in, explained results out. */
@NullMarked
package org.plumbline;

import org.jspecify.annotations.NullMarked;
