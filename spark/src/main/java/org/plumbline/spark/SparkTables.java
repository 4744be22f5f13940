package org.plumbline.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
 * down: Spark would plan and run it again wherever it is read. So is each step that reads few rows
 * only: planning is all that it costs, and short statements are planned soonest.
 */
final class SparkTables implements SqlTables {

  /** A table with at most so many rows is held by the driver and sent to whoever needs it. */
  private static final int FEW = 10_000;

  /** So many steps stand inside each other in one statement. */
  private static final int DEEPEST = 4;

  private final SparkSession session;
  private final RecordTables records;
  private final SharedFolder shared;
  private final SparkDialect dialect = new SparkDialect();
  private final Set<String> there = new HashSet<>();

  /** Tables whose rows the driver does not hold, as statements name them. */
  private final Set<String> large = new HashSet<>();

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
    collected(select).forEach(row -> reader.accept(new SparkRow(row)));
  }

  private List<Row> collected(String select) {
    return readsFew(select)
        ? SessionSettings.forFew(session, () -> rows(select).collectAsList())
        : rows(select).collectAsList();
  }

  @Override
  public void each(Plan plan, Consumer<SqlRow> reader) {
    run(plan, select -> each(select, reader));
  }

  @Override
  public void make(String table, Plan plan, List<String> order) {
    run(plan, select -> view(table, worked(select)));
  }

  @Override
  public void make(String table, String select) {
    view(table, worked(select));
  }

  private void run(Plan plan, Consumer<String> done) {
    Sql.Steps steps = Sql.steps(plan, dialect, DEEPEST);
    try {
      for (Sql.Step step : steps.named()) {
        String select = step.note() + "\n" + step.select();
        if (step.usedOften() || readsFew(select)) {
          view(step.name(), worked(select));
        } else {
          view(step.name(), new Rows(rows(select), false));
        }
      }
      done.accept(steps.last());
    } finally {
      steps.named().forEach(step -> drop(step.name()));
    }
  }

  /** Whether the driver holds all that a statement reads. */
  private boolean readsFew(String select) {
    bring(select);
    return large.stream().noneMatch(name -> names(select, name));
  }

  /** Whether a statement names a table or step. */
  private static boolean names(String select, String name) {
    return Pattern.compile("(?<![\\w`])" + Pattern.quote(name) + "(?![\\w`])")
        .matcher(select)
        .find();
  }

  /** The rows of a statement, worked out once: Spark works them out wherever they are read. */
  private Rows worked(String select) {
    if (!readsFew(select)) {
      Dataset<Row> laid = shared.lay(session, rows(select));
      return held(laid).orElseGet(() -> new Rows(laid, false));
    }
    return SessionSettings.forFew(
        session,
        () -> {
          Dataset<Row> rows = rows(select);
          return held(rows).orElseGet(() -> new Rows(shared.lay(session, rows), false));
        });
  }

  /** Rows with the driver, if they are not too many. */
  private Optional<Rows> held(Dataset<Row> rows) {
    List<Row> first = rows.takeAsList(FEW + 1);
    return first.size() > FEW
        ? Optional.empty()
        : Optional.of(new Rows(session.createDataFrame(first, rows.schema()), true));
  }

  @Override
  public <T> T during(List<DataTable> tables, Supplier<T> done) {
    tables.forEach(table -> view(table.name(), new Rows(laid(table), true)));
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
    bring(select);
    return session.sql(select);
  }

  /** Makes the tables of records that a statement names known. */
  private void bring(String select) {
    for (String table : records.names()) {
      if (!there.contains(table) && select.contains(dialect.name(table))) {
        view(table, records.read(session, table));
      }
    }
  }

  private void view(String table, Rows rows) {
    String name = dialect.name(table);
    rows.rows().createOrReplaceTempView(name);
    there.add(table);
    large.remove(table);
    large.remove(name);
    if (!rows.few()) {
      // Steps stand in statements without quotes.
      large.add(table.matches("s[0-9]+") ? table : name);
    }
  }

  private void drop(String table) {
    session.catalog().dropTempView(dialect.name(table));
    there.remove(table);
    large.remove(table);
    large.remove(dialect.name(table));
  }
}
