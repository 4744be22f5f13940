package org.plumbline.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows as Spark reads them.
 *
 * @param few whether the driver holds them all
 */
record Rows(Dataset<Row> rows, boolean few) {}
