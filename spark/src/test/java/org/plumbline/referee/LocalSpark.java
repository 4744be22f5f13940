package org.plumbline.referee;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.plumbline.evaluate.Engine;
import org.plumbline.records.duckdb.Database;
import org.plumbline.spark.SparkEngine;

/** One Spark in this process, started once, for small records. */
final class LocalSpark {

  private static final SparkSession SPARK = start();

  private LocalSpark() {}

  private static SparkSession start() {
    SparkConf conf = new SparkConf(false).setAppName("Plumbline").setMaster("local[2]");
    conf.set("spark.driver.host", "127.0.0.1");
    conf.set("spark.driver.bindAddress", "127.0.0.1");
    Map.of(
            "spark.ui.enabled", "false",
            "spark.default.parallelism", "1",
            // Each task takes a page of memory, however few its rows.
            "spark.buffer.pageSize", "1m")
        .forEach(conf::set);
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** An engine over the records of a database. */
  static Engine engine(Database database) {
    return SparkEngine.over(SPARK, database, database.folder().toUri().toString());
  }
}
