package org.plumbline.records.duckdb;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.plumbline.calendar.EpochMicros;

/**
 * Small tables by which local times become instants and back: one row a day from 1970 to 2199 with
 * the offset before and after the change of that day, if there is one. Made from Java's rules of
 * zones; DuckDB's own are never asked.
 */
final class ZoneTables {

  /** The first day after the range of supported instants: 2200-01-01. */
  static final long DAYS = java.time.LocalDate.of(2200, 1, 1).toEpochDay();

  /** Microseconds of a day. */
  static final long DAY = 24 * EpochMicros.HOUR;

  private final Database database;
  private final Set<String> made = new HashSet<>();

  ZoneTables(Database database) {
    this.database = database;
    made.addAll(
        database.query(
            "SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, 'zone.')",
            row -> row.getString(1)));
  }

  /** The offset of a zone that never changes it from 1970 on, in microseconds; else none. */
  static java.util.OptionalLong fixedOffset(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    boolean fixed = rules.isFixedOffset() || rules.nextTransition(Instant.EPOCH) == null;
    return fixed
        ? java.util.OptionalLong.of(micros(rules.getOffset(Instant.EPOCH)))
        : java.util.OptionalLong.empty();
  }

  /**
   * The table by local day: {@code day}, {@code off1}, {@code lo}, {@code hi}, {@code off2}. Local
   * times from {@code lo} (included) to {@code hi} (excluded) occur twice if {@code off1 > off2},
   * else never.
   */
  String byLocalDay(ZoneId zone) {
    String table = "zone.local:" + zone.getId();
    if (made.add(table)) {
      fill(table, zone, true);
    }
    return Sql.name(table);
  }

  /**
   * The table by UTC day: {@code day}, {@code off1}, {@code lo}, {@code hi}, {@code off2}; from the
   * instant {@code lo} on the second offset holds.
   */
  String byUtcDay(ZoneId zone) {
    String table = "zone.utc:" + zone.getId();
    if (made.add(table)) {
      fill(table, zone, false);
    }
    return Sql.name(table);
  }

  private void fill(String table, ZoneId zone, boolean local) {
    ZoneRules rules = zone.getRules();
    Map<Long, ZoneOffsetTransition> changes = new HashMap<>();
    ZoneOffsetTransition change = rules.nextTransition(Instant.EPOCH.minusSeconds(2 * 86_400));
    while (change != null && change.getInstant().getEpochSecond() < (DAYS + 2) * 86_400) {
      for (long day = lo(change, local) / DAY; day * DAY < Math.max(hi(change, local), 1); day++) {
        changes.put(day, change);
      }
      change = rules.nextTransition(change.getInstant());
    }
    database.execute(
        "CREATE TABLE "
            + Sql.name(table)
            + " (day INTEGER, off1 BIGINT, lo BIGINT, hi BIGINT, off2 BIGINT)");
    try (DuckDBAppender rows = database.connection().createAppender("main", table)) {
      for (long day = 0; day < DAYS; day++) {
        ZoneOffsetTransition found = changes.get(day);
        rows.beginRow();
        rows.append((int) day);
        if (found == null) {
          long offset = micros(rules.getOffset(noon(day, zone, local)));
          rows.append(offset);
          rows.append(Long.MAX_VALUE);
          rows.append(Long.MAX_VALUE);
          rows.append(offset);
        } else {
          rows.append(micros(found.getOffsetBefore()));
          rows.append(lo(found, local));
          rows.append(hi(found, local));
          rows.append(micros(found.getOffsetAfter()));
        }
        rows.endRow();
      }
    } catch (SQLException e) {
      throw new DatabaseException("writing the days of " + zone, e);
    }
  }

  private static Instant noon(long day, ZoneId zone, boolean local) {
    return local
        ? java.time.LocalDate.ofEpochDay(day).atTime(12, 0).atZone(zone).toInstant()
        : Instant.ofEpochSecond(day * 86_400 + 43_200);
  }

  private static long lo(ZoneOffsetTransition change, boolean local) {
    long at = change.getInstant().getEpochSecond() * EpochMicros.SECOND;
    return local
        ? at + Math.min(micros(change.getOffsetBefore()), micros(change.getOffsetAfter()))
        : at;
  }

  private static long hi(ZoneOffsetTransition change, boolean local) {
    long at = change.getInstant().getEpochSecond() * EpochMicros.SECOND;
    return local
        ? at + Math.max(micros(change.getOffsetBefore()), micros(change.getOffsetAfter()))
        : at + 1;
  }

  private static long micros(ZoneOffset offset) {
    return offset.getTotalSeconds() * EpochMicros.SECOND;
  }
}
