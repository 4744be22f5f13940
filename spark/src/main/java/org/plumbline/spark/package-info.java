/**
 * Plans run by Spark over records that a load left in a database, with the same answers as in
 * DuckDB. Start at {@link org.plumbline.spark.SparkEngine}.
 */
@NullMarked
package org.plumbline.spark;

import org.jspecify.annotations.NullMarked;
