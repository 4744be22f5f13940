/**
 * A first agreement from a spreadsheet that somebody has: looked at, asked about, measured. Start
 * at {@link org.plumbline.web.start.Beginnings}.
 */
@NullMarked
package org.plumbline.web.start;

import org.jspecify.annotations.NullMarked;
