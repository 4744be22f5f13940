/**
 * Records of what happened: files that were uploaded, kept on disk by their checksum, and what was
 * read of them. Start at {@link org.plumbline.web.records.Loads}.
 */
@NullMarked
package org.plumbline.web.records;

import org.jspecify.annotations.NullMarked;
