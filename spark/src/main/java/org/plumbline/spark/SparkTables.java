package org.plumbline.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.plumbline.compile.DataTable;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.sql.Dialect;
import org.plumbline.compile.sql.SparkDialect;
import org.plumbline.compile.sql.Sql;
import org.plumbline.evaluate.sql.SqlRow;
import org.plumbline.evaluate.sql.SqlTables;

/**
 * Tables as temporary views of one session. Those of records are brought when a statement names
 * them first. What is made, and steps that are used more than once, is worked out at once and laid
 * down: Spark would plan and run it again wherever it is read.
 */
final class SparkTables implements SqlTables {

  /** A table with at most so many rows is held by the driver and sent to whoever needs it. */
  private static final int FEW = 10_000;

  private final SparkSession session;
  private final RecordTables records;
  private final SharedFolder shared;
  private final SparkDialect dialect = new SparkDialect();
  private final Set<String> there = new HashSet<>();

  SparkTables(SparkSession session, RecordTables records, SharedFolder shared) {
    this.session = session;
    this.records = records;
    this.shared = shared;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public boolean has(String table) {
    return there.contains(table) || records.names().contains(table);
  }

  @Override
  public Map<String, String> columns(String table) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (StructField field : rows("SELECT * FROM " + dialect.name(table)).schema().fields()) {
      columns.put(field.name(), StoredTypes.name(field.dataType()));
    }
    return columns;
  }

  @Override
  public void each(String select, Consumer<SqlRow> reader) {
    rows(select).collectAsList().forEach(row -> reader.accept(new SparkRow(row)));
  }

  @Override
  public void each(Plan plan, Consumer<SqlRow> reader) {
    run(plan, rows -> rows.collectAsList().forEach(row -> reader.accept(new SparkRow(row))));
  }

  @Override
  public void make(String table, Plan plan, List<String> order) {
    run(plan, rows -> view(table, laid(rows)));
  }

  @Override
  public void make(String table, String select) {
    view(table, laid(rows(select)));
  }

  private void run(Plan plan, Consumer<Dataset<Row>> done) {
    Sql.Steps steps = Sql.steps(plan, dialect);
    try {
      for (Sql.Step step : steps.named()) {
        Dataset<Row> rows = rows(step.note() + "\n" + step.select());
        view(step.name(), step.usedOften() ? laid(rows) : rows);
      }
      done.accept(rows(steps.last()));
    } finally {
      steps.named().forEach(step -> drop(step.name()));
    }
  }

  /** The same rows, worked out. */
  private Dataset<Row> laid(Dataset<Row> rows) {
    List<Row> first = rows.takeAsList(FEW + 1);
    return first.size() <= FEW
        ? session.createDataFrame(first, rows.schema())
        : shared.lay(session, rows);
  }

  @Override
  public <T> T during(List<DataTable> tables, Supplier<T> done) {
    tables.forEach(table -> view(table.name(), laid(table)));
    try {
      return done.get();
    } finally {
      tables.forEach(table -> drop(table.name()));
    }
  }

  private Dataset<Row> laid(DataTable table) {
    List<StructField> fields = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      fields.add(
          DataTypes.createStructField(
              table.columns().get(i).name(),
              i == 0 ? DataTypes.IntegerType : DataTypes.LongType,
              i > 0));
    }
    List<Row> rows = new ArrayList<>(table.rows());
    for (int row = 0; row < table.rows(); row++) {
      @Nullable Object[] cells = new Object[fields.size()];
      cells[0] = (int) table.values().get(0)[row];
      for (int column = 1; column < cells.length; column++) {
        long value = table.values().get(column)[row];
        cells[column] = value == DataTable.NOTHING ? null : (Object) value;
      }
      rows.add(RowFactory.create(cells));
    }
    return session.createDataFrame(rows, new StructType(fields.toArray(StructField[]::new)));
  }

  private Dataset<Row> rows(String select) {
    for (String table : records.names()) {
      if (!there.contains(table) && select.contains(dialect.name(table))) {
        view(table, records.read(session, table));
      }
    }
    return session.sql(select);
  }

  private void view(String table, Dataset<Row> rows) {
    rows.createOrReplaceTempView(dialect.name(table));
    there.add(table);
  }

  private void drop(String table) {
    session.sql("DROP VIEW IF EXISTS " + dialect.name(table));
    there.remove(table);
  }
}
