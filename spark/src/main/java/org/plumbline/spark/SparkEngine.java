package org.plumbline.spark;

import org.apache.spark.sql.SparkSession;
import org.plumbline.evaluate.sql.SqlEngine;
import org.plumbline.records.duckdb.Database;

/** Runs plans in Spark. */
public final class SparkEngine extends SqlEngine {

  /**
   * An engine with a session of its own, whose settings and tables nobody else sees.
   *
   * @param spark runs the jobs
   * @param records where tables of records come from that no plan made
   * @param shared where large tables are laid that plans make
   */
  private SparkEngine(SparkSession spark, RecordTables records, SharedFolder shared) {
    super(new SparkTables(SessionSettings.session(spark), records, shared));
  }

  /**
   * An engine over the records of a database.
   *
   * @param folder where large tables are laid, so that driver and workers read them alike
   */
  public static SparkEngine over(SparkSession spark, Database database, String folder) {
    SharedFolder shared = new SharedFolder(spark, folder);
    return new SparkEngine(spark, new DatabaseTables(database, shared), shared);
  }
}
