/**
 * What is wrong with a catalog of measures itself, found by rule. Start at {@link
 * org.plumbline.catalog.review.CatalogReview}.
 */
@NullMarked
package org.plumbline.catalog.review;

import org.jspecify.annotations.NullMarked;
