/**
 * The document model as files of an office: Word, PDF, PowerPoint and Excel. Made twice from the
 * same document and time, a file is the same byte for byte. Start at {@link
 * org.plumbline.report.office.WordDocument}.
 */
@NullMarked
package org.plumbline.report.office;

import org.jspecify.annotations.NullMarked;
