package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Precision;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.DayRange;
import org.plumbline.records.StoredSet.Table;

/** Finds the days in which anything of a set happened. */
public final class StoredRange {

  private StoredRange() {}

  /** The first and last day; empty if nothing happened. */
  public static Optional<DayRange> of(Database database, StoredSet stored) {
    List<String> parts = new ArrayList<>();
    stored
        .moments()
        .forEach(
            (id, precision) ->
                parts.add(
                    range(
                        Sql.name(StoredSet.momentColumn(id)),
                        stored.table(Table.CASES),
                        precision == Precision.DATE)));
    parts.add(range("f", stored.table(Table.HOLDS), false));
    parts.add(range("u", stored.table(Table.HOLDS), false));
    if (stored.eventLog()) {
      parts.add(range("\"at\"", stored.table(Table.CHANGES), false));
      int number = 0;
      for (Precision precision : stored.moments().values()) {
        parts.add(
            range("\"at\"", stored.table(Table.OCCURRENCES), precision == Precision.DATE)
                + " WHERE moment_no = "
                + number);
        number++;
      }
    }
    return database
        .first(
            "SELECT min(lo), max(hi) FROM (" + String.join(" UNION ALL ", parts) + ")",
            row -> {
              long first = row.getLong(1);
              return row.wasNull()
                  ? Optional.<DayRange>empty()
                  : Optional.of(new DayRange(first, row.getLong(2)));
            })
        .orElse(Optional.empty());
  }

  private static String range(String column, String table, boolean days) {
    String unit = days ? "" : " // " + ZoneTables.DAY;
    return "SELECT min(%1$s)%2$s AS lo, max(%1$s)%2$s AS hi FROM %3$s"
        .formatted(column, unit, Sql.name(table));
  }
}
