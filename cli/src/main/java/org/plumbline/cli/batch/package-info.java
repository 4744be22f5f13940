/**
 * Many small questions at once: rows of CSV or JSON lines in, the same rows with their answers out,
 * in the same order. Start at {@link org.plumbline.cli.batch.Batch}.
 */
@NullMarked
package org.plumbline.cli.batch;

import org.jspecify.annotations.NullMarked;
