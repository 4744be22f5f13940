package org.plumbline.spark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;

/** Tables that a load left in a database: small ones are handed over, others as Parquet files. */
final class DatabaseTables implements RecordTables {

  /** A table with at most so many rows is handed over as it is. */
  static final long FEW = 10_000;

  private final Database database;
  private final SharedFolder shared;

  /**
   * The tables of a database.
   *
   * @param shared where files are laid that all workers can read
   */
  DatabaseTables(Database database, SharedFolder shared) {
    this.database = database;
    this.shared = shared;
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(
        database.query(
            "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views()"
                + " WHERE NOT internal",
            row -> row.getString(1)));
  }

  @Override
  public Rows read(SparkSession session, String table) {
    Map<String, String> columns = new LinkedHashMap<>();
    database.each(
        "DESCRIBE " + Sql.name(table), row -> columns.put(row.getString(1), row.getString(2)));
    long count = database.number("SELECT count(*) FROM " + Sql.name(table));
    return count <= FEW
        ? new Rows(handed(session, table, columns), true)
        : new Rows(shared.read(session, database, table), false);
  }

  private Dataset<Row> handed(SparkSession session, String table, Map<String, String> columns) {
    List<StructField> fields = new ArrayList<>();
    columns.forEach(
        (name, type) -> fields.add(DataTypes.createStructField(name, StoredTypes.of(type), true)));
    List<Row> rows =
        database.query("SELECT * FROM " + Sql.name(table), row -> row(row, columns.size()));
    return session.createDataFrame(rows, new StructType(fields.toArray(StructField[]::new)));
  }

  private static Row row(ResultSet row, int width) throws SQLException {
    @Nullable Object[] cells = new Object[width];
    for (int i = 0; i < width; i++) {
      cells[i] = row.getObject(i + 1);
    }
    return RowFactory.create(cells);
  }
}
