package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Precision;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.DayRange;
import org.plumbline.records.StoredSet.Table;

/** Finds the days in which anything of a set happened, and the moments that every case has. */
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
            "SELECT min(lo), max(hi), max(latest) FROM (" + String.join(" UNION ALL ", parts) + ")",
            row -> {
              long first = row.getLong(1);
              return row.wasNull()
                  ? Optional.<DayRange>empty()
                  : Optional.of(new DayRange(first, row.getLong(2), row.getLong(3)));
            })
        .orElse(Optional.empty());
  }

  /** The moments that every case has; of an event log none is told. */
  static Set<String> always(Database database, StoredSet stored) {
    List<String> moments = stored.eventLog() ? List.of() : List.copyOf(stored.moments().keySet());
    if (moments.isEmpty()) {
      return Set.of();
    }
    List<String> known = new ArrayList<>();
    moments.forEach(
        id -> known.add("count(*) = count(" + Sql.name(StoredSet.momentColumn(id)) + ")"));
    return database
        .first(
            "SELECT " + String.join(", ", known) + " FROM " + Sql.name(stored.table(Table.CASES)),
            row -> {
              Set<String> always = new LinkedHashSet<>();
              for (int i = 0; i < moments.size(); i++) {
                if (row.getBoolean(i + 1)) {
                  always.add(moments.get(i));
                }
              }
              return always;
            })
        .orElse(Set.of());
  }

  private static String range(String column, String table, boolean days) {
    String unit = days ? "" : " // " + ZoneTables.DAY;
    String latest = days ? "(max(%1$s) + 1) * " + ZoneTables.DAY + " - 1" : "max(%1$s)";
    return ("SELECT min(%1$s)%2$s AS lo, max(%1$s)%2$s AS hi, " + latest + " AS latest FROM %3$s")
        .formatted(column, unit, Sql.name(table));
  }
}
