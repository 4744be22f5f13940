/**
 * Files of records as rows of cells, read once and within limits, whatever their bytes are. Start
 * at {@link org.plumbline.records.files.RecordFiles}.
 */
@NullMarked
package org.plumbline.records.files;

import org.jspecify.annotations.NullMarked;
