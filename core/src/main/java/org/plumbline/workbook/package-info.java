/**
 * Office Open XML workbooks as rows of cells and documents as headings, paragraphs and tables, read
 * within limits, whatever their bytes are; a workbook with cells filled in. Start at {@link
 * org.plumbline.workbook.Workbook}.
 */
@NullMarked
package org.plumbline.workbook;

import org.jspecify.annotations.NullMarked;
