package org.plumbline.spark;

import org.apache.spark.sql.SparkSession;
import org.plumbline.evaluate.Engine;
import org.plumbline.known.EngineMaker;
import org.plumbline.records.duckdb.Database;

/** Makes engines on the Spark of this process: the one that was submitted to. */
public final class SparkEngineMaker implements EngineMaker {

  /** Where tables are laid for the workers, on any path that Spark reads. */
  static final String FOLDER = "spark.plumbline.folder";

  @Override
  public String name() {
    return "Spark " + spark().version();
  }

  @Override
  public Engine over(Database database) {
    SparkSession spark = spark();
    String folder = spark.sparkContext().getConf().get(FOLDER, "");
    if (folder.isEmpty() && !spark.sparkContext().isLocal()) {
      throw new IllegalStateException(
          "Say where tables are laid for the workers: --conf "
              + FOLDER
              + "=hdfs:///tmp (a folder that all of them can read)");
    }
    return SparkEngine.over(
        spark, database, folder.isEmpty() ? database.folder().toUri().toString() : folder);
  }

  private static SparkSession spark() {
    return SparkSession.builder().appName("Plumbline").getOrCreate();
  }
}
