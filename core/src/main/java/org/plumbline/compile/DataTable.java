package org.plumbline.compile;

import java.util.List;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Type;

/**
 * A table that the plan reads beside the records: working time, dates, periods. Its first column,
 * {@code slot}, counts from 0.
 *
 * @param columns all of type {@link Type#LONG}
 * @param values one array for each column; {@link #NOTHING} stands for null
 */
public record DataTable(String name, List<Column> columns, List<long[]> values) {

  /** The number that stands for null. */
  public static final long NOTHING = Long.MIN_VALUE;

  /** Copies the lists. */
  public DataTable {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }

  /** How many rows it has. */
  public int rows() {
    return values.get(0).length;
  }
}
