/**
 * Measures of a framework, as published in workbooks: read, searched, compared by year, drafted as
 * metrics. Start at {@link org.plumbline.catalog.Catalog}; {@code catalog.review} finds what is
 * wrong with a catalog itself.
 */
@NullMarked
package org.plumbline.catalog;

import org.jspecify.annotations.NullMarked;
