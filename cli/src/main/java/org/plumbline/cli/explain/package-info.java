/**
 * From a figure down to the rows that made it: result, lines, where all cases went, the cases, the
 * intervals of one case, its source row. Start at {@link
 * org.plumbline.cli.explain.ExplainDocument}.
 */
@NullMarked
package org.plumbline.cli.explain;

import org.jspecify.annotations.NullMarked;
