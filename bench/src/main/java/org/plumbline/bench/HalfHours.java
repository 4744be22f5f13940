package org.plumbline.bench;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.plumbline.records.duckdb.Database;

/**
 * The look-up table of the statements written by hand: one row for each half hour in which tickets
 * live. Each of the calendars is open or closed for the whole of a half hour, and no month begins
 * within one, so open time up to an instant is {@code at + open * t}. Made with plain loops over
 * {@code java.time} and a list of holidays, not with Plumbline's calendars.
 */
final class HalfHours {

  private static final long SECONDS = 1800;
  private static final long MICROS = SECONDS * 1_000_000;
  private static final LocalDate FROM = Tickets.FIRST.minusDays(1);
  private static final LocalDate UNTIL = Tickets.LAST.plusDays(40);

  private static final Set<LocalDate> HOLIDAYS =
      Arrays.stream(
              ("2024-01-01 2024-01-15 2024-02-19 2024-05-27 2024-06-19 2024-07-04 2024-09-02"
                      + " 2024-10-14 2024-11-11 2024-11-28 2024-12-25 2025-01-01 2025-01-20"
                      + " 2025-02-17 2025-05-26 2025-06-19 2025-07-04 2025-09-01 2025-10-13"
                      + " 2025-11-11 2025-11-27 2025-12-25 2026-01-01 2026-01-19 2026-02-16"
                      + " 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12")
                  .split(" "))
          .map(LocalDate::parse)
          .collect(Collectors.toSet());

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final List<Hours> CALENDARS =
      List.of(
          new Hours(
              NEW_YORK,
              t -> workday(t) && (within(t, 8 * 60, 12 * 60) || within(t, 12 * 60 + 30, 17 * 60))),
          new Hours(
              ZoneId.of("America/Chicago"),
              t -> t.getDayOfWeek() != DayOfWeek.SUNDAY && within(t, 7 * 60, 19 * 60)),
          new Hours(
              ZoneId.of("America/Los_Angeles"), t -> workday(t) && within(t, 7 * 60, 16 * 60)));

  private HalfHours() {}

  private record Hours(ZoneId zone, Predicate<ZonedDateTime> open) {}

  /** Creates the table {@code slots} in the database. */
  static void install(Database database) {
    database.execute(
        "CREATE TABLE slots (slot INTEGER, period SMALLINT, desk_at BIGINT, desk_open BIGINT,"
            + " desk_end BIGINT, extended_at BIGINT, extended_open BIGINT, extended_end BIGINT,"
            + " field_at BIGINT, field_open BIGINT, field_end BIGINT, period_end BIGINT)");
    long first = FROM.atStartOfDay(NEW_YORK).toEpochSecond() / SECONDS;
    int count = (int) (UNTIL.atStartOfDay(NEW_YORK).toEpochSecond() / SECONDS - first);
    short[] periods = new short[count];
    for (int i = 0; i < count; i++) {
      LocalDate date = local(first + i, NEW_YORK).toLocalDate();
      periods[i] = (short) ((date.getYear() - 2024) * 12 + date.getMonthValue() - 1);
    }
    long[][] columns = new long[CALENDARS.size() * 3 + 1][];
    for (int i = 0; i < CALENDARS.size(); i++) {
      fill(CALENDARS.get(i), first, periods, columns, 3 * i);
    }
    columns[CALENDARS.size() * 3] = periodEnds(first, periods);
    try (DuckDBAppender rows = database.connection().createAppender("slots")) {
      for (int i = 0; i < count; i++) {
        rows.beginRow().append((int) (first + i)).append(periods[i]);
        for (long[] column : columns) {
          rows.append(column[i]);
        }
        rows.endRow();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("filling the table of half hours", e);
    }
  }

  /** Three columns of a calendar: at, open, and open time at the last microsecond of the month. */
  private static void fill(Hours hours, long first, short[] periods, long[][] columns, int column) {
    int count = periods.length;
    long[] at = new long[count];
    long[] open = new long[count];
    long[] end = new long[count];
    long before = 0;
    for (int i = 0; i < count; i++) {
      open[i] = hours.open.test(local(first + i, hours.zone)) ? 1 : 0;
      at[i] = before - open[i] * (first + i) * MICROS;
      before += open[i] * MICROS;
    }
    for (int i = count - 1; i >= 0; i--) {
      boolean last = i == count - 1 || periods[i] != periods[i + 1];
      end[i] = last ? at[i] + open[i] * ((first + i + 1) * MICROS - 1) : end[i + 1];
    }
    columns[column] = at;
    columns[column + 1] = open;
    columns[column + 2] = end;
  }

  private static long[] periodEnds(long first, short[] periods) {
    long[] end = new long[periods.length];
    for (int i = periods.length - 1; i >= 0; i--) {
      boolean last = i == periods.length - 1 || periods[i] != periods[i + 1];
      end[i] = last ? (first + i + 1) * MICROS - 1 : end[i + 1];
    }
    return end;
  }

  private static ZonedDateTime local(long slot, ZoneId zone) {
    return Instant.ofEpochSecond(slot * SECONDS).atZone(zone);
  }

  private static boolean workday(ZonedDateTime t) {
    return t.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
        && !HOLIDAYS.contains(t.toLocalDate());
  }

  private static boolean within(ZonedDateTime t, int from, int until) {
    int minute = t.getHour() * 60 + t.getMinute();
    return minute >= from && minute < until;
  }
}
