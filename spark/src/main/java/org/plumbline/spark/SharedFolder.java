package org.plumbline.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;

/** A folder that driver and workers read alike; it goes when the process ends. */
final class SharedFolder {

  private final Path folder;
  private final FileSystem files;
  private int tables;

  /** A new folder inside another one, on any path that Spark reads. */
  SharedFolder(SparkSession spark, String inside) {
    folder = new Path(inside, "plumbline-" + UUID.randomUUID());
    try {
      files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
      files.mkdirs(folder);
      files.deleteOnExit(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("making " + folder, e);
    }
  }

  /** Rows as Parquet files there. */
  Dataset<Row> lay(SparkSession session, Dataset<Row> rows) {
    Path laid = new Path(folder, "table-" + tables++ + ".parquet");
    rows.write().parquet(laid.toString());
    return session.read().schema(rows.schema()).parquet(laid.toString());
  }

  /** A table of a database as a Parquet file there. */
  Dataset<Row> read(SparkSession session, Database database, String table) {
    String name = "table-" + tables++ + ".parquet";
    java.nio.file.Path made = database.folder().resolve(name);
    Path laid = new Path(folder, name);
    database.execute(
        "COPY (SELECT * FROM "
            + Sql.name(table)
            + ") TO "
            + Sql.text(made.toString())
            + " (FORMAT parquet, COMPRESSION zstd)");
    try {
      files.copyFromLocalFile(true, true, new Path(made.toUri()), laid);
    } catch (IOException e) {
      throw new UncheckedIOException("laying " + laid, e);
    }
    return session.read().parquet(laid.toString());
  }
}
