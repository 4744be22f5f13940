/** Benchmarks: what Plumbline costs against the best statement written by hand. */
@NullMarked
package org.plumbline.bench;

import org.jspecify.annotations.NullMarked;
