/**
 * Office Open XML workbooks as rows of cells, read once and within limits, whatever their bytes
 * are. Start at {@link org.plumbline.workbook.Workbook}.
 */
@NullMarked
package org.plumbline.workbook;

import org.jspecify.annotations.NullMarked;
