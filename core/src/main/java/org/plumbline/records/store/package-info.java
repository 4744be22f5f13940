/**
 * The store of loads: deliveries kept as few sorted Parquet files beside the bytes as they came,
 * with a list that says what is what. Start at {@link org.plumbline.records.store.LoadStore}.
 */
@NullMarked
package org.plumbline.records.store;

import org.jspecify.annotations.NullMarked;
