/**
 * The tables and documents that people keep in Office files: read by the meaning of their headings,
 * what was understood said row by row, and filled in without changing anything else.
 *
 * <p>Start at {@link org.plumbline.forms.MetricTable}.
 */
@NullMarked
package org.plumbline.forms;

import org.jspecify.annotations.NullMarked;
