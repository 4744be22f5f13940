package org.plumbline.spark;

import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** The tables of records that a load left. */
interface RecordTables {

  /** Their names. */
  Set<String> names();

  /** The rows of one, as Spark reads them. */
  Rows read(SparkSession session, String table);
}
