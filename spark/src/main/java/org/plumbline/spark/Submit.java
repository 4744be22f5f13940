package org.plumbline.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.plumbline.cli.Plumbline;

/**
 * What {@code spark-submit} runs: the command line with its own options, its plans run by Spark.
 *
 * <p>Files and folders may lie on any path that Spark reads, such as {@code hdfs:} or {@code s3a:};
 * the driver copies them before it loads them.
 */
public final class Submit {

  private Submit() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    SparkSession spark = SparkSession.builder().appName("Plumbline").getOrCreate();
    Plumbline.main(local(spark, arguments));
  }

  /** The same arguments with paths of this machine. */
  private static String[] local(SparkSession spark, String[] arguments) {
    List<String> local = new ArrayList<>();
    for (String argument : arguments) {
      local.add(argument.matches("[a-z][a-z0-9]+://?.+") ? copied(spark, argument) : argument);
    }
    return local.toArray(String[]::new);
  }

  private static String copied(SparkSession spark, String path) {
    var from = new org.apache.hadoop.fs.Path(path);
    try {
      FileSystem files = from.getFileSystem(spark.sparkContext().hadoopConfiguration());
      Path folder = Files.createTempDirectory("plumbline-records-");
      FileSystem.getLocal(spark.sparkContext().hadoopConfiguration())
          .deleteOnExit(new org.apache.hadoop.fs.Path(folder.toUri()));
      Path to = folder.resolve(from.getName());
      files.copyToLocalFile(false, from, new org.apache.hadoop.fs.Path(to.toUri()), true);
      return to.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }
}
