/**
 * What {@code plumbline explain} prints beside the documents of core: postings, and cases as CSV.
 */
@NullMarked
package org.plumbline.cli.explain;

import org.jspecify.annotations.NullMarked;
