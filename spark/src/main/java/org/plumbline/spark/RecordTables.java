package org.plumbline.spark;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of records that a load left. */
interface RecordTables {

  /** Their names. */
  Set<String> names();

  /** The rows of one, as Spark reads them. */
  Dataset<Row> read(SparkSession session, String table);
}
