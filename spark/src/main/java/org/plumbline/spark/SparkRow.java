package org.plumbline.spark;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.plumbline.evaluate.sql.SqlRow;

/** A row that Spark gave. */
record SparkRow(Row row) implements SqlRow {

  @Override
  public int place(String column) {
    return row.fieldIndex(column);
  }

  @Override
  public long whole(int column, long missing) {
    Object value = row.get(column);
    return value == null
        ? missing
        : value instanceof BigDecimal decimal
            ? decimal.longValueExact()
            : ((Number) value).longValue();
  }

  @Override
  public @Nullable Object value(int column) {
    return row.get(column);
  }
}
