package org.plumbline.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Type;

/** A dense table in the making: columns are added as they are asked for. */
final class LookUpTable {

  private final String name;
  private final int rows;
  private final Map<String, IntToLongFunction> columns = new LinkedHashMap<>();

  LookUpTable(String name, int rows) {
    this.name = name;
    this.rows = rows;
  }

  String name() {
    return name;
  }

  int rows() {
    return rows;
  }

  /** The column of this name, made if it is new. */
  Column column(String column, IntToLongFunction value) {
    columns.putIfAbsent(column, value);
    return new Column(column, Type.LONG);
  }

  /** The table with the columns that are used. */
  DataTable table(Set<String> used) {
    List<Column> kept = new ArrayList<>();
    List<long[]> values = new ArrayList<>();
    kept.add(new Column("slot", Type.LONG));
    values.add(filled(slot -> slot));
    columns.forEach(
        (column, value) -> {
          if (used.contains(column)) {
            kept.add(new Column(column, Type.LONG));
            values.add(filled(value));
          }
        });
    return new DataTable(name, kept, values);
  }

  private long[] filled(IntToLongFunction value) {
    long[] filled = new long[rows];
    for (int slot = 0; slot < rows; slot++) {
      filled[slot] = value.applyAsLong(slot);
    }
    return filled;
  }
}
