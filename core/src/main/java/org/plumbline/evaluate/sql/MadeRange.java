package org.plumbline.evaluate.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.DayRange;
import org.plumbline.records.StoredSet.Table;

/**
 * How many cases a set has that was made here, and the days in which anything of it happened.
 *
 * @param days empty if nothing happened
 */
record MadeRange(long cases, Optional<DayRange> days) {

  private static final long DAY = 24 * EpochMicros.HOUR;

  /** Asks the tables of a set that is no event log. */
  static MadeRange of(SqlTables tables, StoredSet stored) {
    List<String> columns = new ArrayList<>();
    List<Boolean> dates = new ArrayList<>();
    stored
        .moments()
        .forEach(
            (id, precision) -> {
              columns.add(tables.dialect().name(StoredSet.momentColumn(id)));
              dates.add(precision == Precision.DATE);
            });
    Found found = new Found();
    tables.each(select(tables, stored.table(Table.CASES), columns), row -> found.add(row, dates));
    Found holds = new Found();
    tables.each(
        select(tables, stored.table(Table.HOLDS), List.of("f", "u")),
        row -> holds.add(row, List.of(false, false)));
    found.add(holds);
    return new MadeRange(
        found.rows,
        found.latest == Long.MIN_VALUE
            ? Optional.empty()
            : Optional.of(new DayRange(found.first, found.last, found.latest)));
  }

  private static String select(SqlTables tables, String table, List<String> columns) {
    StringBuilder select = new StringBuilder("SELECT count(*)");
    columns.forEach(column -> select.append(", min(%1$s), max(%1$s)".formatted(column)));
    return select.append(" FROM ").append(tables.dialect().name(table)).toString();
  }

  /** What was found so far. */
  private static final class Found {
    private long rows;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;

    private void add(SqlRow row, List<Boolean> dates) {
      rows = row.whole(0, 0);
      for (int i = 0; i < dates.size(); i++) {
        long least = row.whole(1 + 2 * i, Long.MIN_VALUE);
        long greatest = row.whole(2 + 2 * i, Long.MIN_VALUE);
        if (least != Long.MIN_VALUE) {
          boolean date = dates.get(i);
          first = Math.min(first, date ? least : least / DAY);
          last = Math.max(last, date ? greatest : greatest / DAY);
          latest = Math.max(latest, date ? (greatest + 1) * DAY - 1 : greatest);
        }
      }
    }

    private void add(Found other) {
      first = Math.min(first, other.first);
      last = Math.max(last, other.last);
      latest = Math.max(latest, other.latest);
    }
  }
}
