package org.plumbline.records.duckdb;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.records.CellReading;
import org.plumbline.records.LocalTimeRule;

/**
 * SQL that turns times as written into instants and dates: with the zone in which they were written
 * and the agreement's, by equality joins on small tables of days, not by the database's own zones.
 */
final class TimeConversion {

  private static final long MINUTE = 60_000_000L;

  private final ZoneTables zones;
  private final ZoneId agreementZone;
  private final CellReading reading;

  TimeConversion(ZoneTables zones, ZoneId agreementZone, CellReading reading) {
    this.zones = zones;
    this.agreementZone = agreementZone;
    this.reading = reading;
  }

  /**
   * A step of a query: the columns it adds and the joins that they need.
   *
   * @param columns {@code expression AS name}
   * @param joins whole {@code LEFT JOIN} clauses
   */
  record Step(List<String> columns, List<String> joins) {}

  /**
   * First step, over columns {@code p} (microseconds as written) and {@code k} (kind): the instant
   * {@code i} and the flag {@code w}: 1 where the local time occurs twice, 2 where it never occurs.
   */
  Step instant(String alias, CellType type) {
    String p = Sql.name("p " + alias);
    String k = Sql.name("k " + alias);
    List<String> columns = new ArrayList<>();
    List<String> joins = new ArrayList<>();
    String local = local(p, joins, "l " + alias, columns, "w " + alias, k);
    String day =
        switch (type) {
          case DATE -> p;
          case EDGE -> startOfDay(p, joins, "a " + alias);
          default -> "NULL";
        };
    String midnight =
        type == CellType.DATE
            ? " WHEN " + k + " = 0 AND " + p + " % " + ZoneTables.DAY + " = 0 THEN NULL"
            : "";
    columns.add(
        0,
        ("CASE WHEN NOT ("
                + p
                + " BETWEEN "
                + -ZoneTables.DAY
                + " AND "
                + (ZoneTables.DAYS + 1) * ZoneTables.DAY
                + ") THEN NULL")
            + (" WHEN "
                + k
                + " = "
                + TimeParsing.DAY
                + " THEN "
                + (type == CellType.DATE ? "NULL" : day))
            + midnight
            + (" WHEN " + k + " = " + TimeParsing.ZONED + " THEN " + p)
            + (" ELSE " + local + " END AS " + Sql.name("i " + alias)));
    return new Step(columns, joins);
  }

  /** Second step: the value {@code v}, in range and at the column's precision. */
  Step value(String alias, CellType type) {
    String i = Sql.name("i " + alias);
    List<String> joins = new ArrayList<>();
    String last = " BETWEEN 0 AND " + (ZoneTables.DAYS * ZoneTables.DAY - 1);
    String sql =
        switch (type) {
          case MINUTE ->
              "CASE WHEN " + i + last + " THEN " + i + " - " + i + " % " + MINUTE + " END";
          case DATE -> date(alias, i, last, joins);
          default -> "CASE WHEN " + i + last + " THEN " + i + " END";
        };
    return new Step(List.of(sql + " AS " + Sql.name(alias)), joins);
  }

  /** Whether a column of this type can meet local times that occur twice or never. */
  boolean mayShift() {
    return reading.zone().filter(zone -> ZoneTables.fixedOffset(zone).isEmpty()).isPresent();
  }

  private String date(String alias, String i, String last, List<String> joins) {
    String p = Sql.name("p " + alias);
    String k = Sql.name("k " + alias);
    String asWritten =
        k
            + " = "
            + TimeParsing.DAY
            + " OR ("
            + k
            + " = 0 AND "
            + p
            + " % "
            + ZoneTables.DAY
            + " = 0)";
    String written =
        "CASE WHEN " + p + last + " THEN (" + p + " // " + ZoneTables.DAY + ")::INTEGER END";
    String day = localDay(i, joins, "d " + alias);
    return "CASE WHEN "
        + asWritten
        + " THEN "
        + written
        + " WHEN "
        + i
        + last
        + " THEN "
        + day
        + " END";
  }

  /** The agreement's local day of an instant. */
  String localDay(String instant, List<String> joins, String alias) {
    OptionalLong fixed = ZoneTables.fixedOffset(agreementZone);
    String shifted;
    if (fixed.isPresent()) {
      shifted = instant + " + " + fixed.getAsLong();
    } else {
      String d = Sql.name(alias);
      joins.add(join(zones.byUtcDay(agreementZone), d, instant));
      shifted =
          "%1$s + CASE WHEN %1$s < %2$s.lo THEN %2$s.off1 ELSE %2$s.off2 END".formatted(instant, d);
    }
    return "greatest((" + shifted + ") // " + ZoneTables.DAY + ", 0)::INTEGER";
  }

  private String startOfDay(String p, List<String> joins, String alias) {
    OptionalLong fixed = ZoneTables.fixedOffset(agreementZone);
    if (fixed.isPresent()) {
      return "(" + p + " - " + fixed.getAsLong() + ")";
    }
    String d = Sql.name(alias);
    joins.add(join(zones.byLocalDay(agreementZone), d, p));
    return ("CASE WHEN %1$s < %2$s.lo THEN %1$s - %2$s.off1 WHEN %1$s >= %2$s.hi THEN %1$s - %2$s.off2"
            + " WHEN %2$s.off1 > %2$s.off2 THEN %1$s - %2$s.off1 ELSE %2$s.lo - %2$s.off1 END")
        .formatted(p, d);
  }

  private String local(
      String p, List<String> joins, String alias, List<String> columns, String flag, String k) {
    Optional<ZoneId> zone = reading.zone();
    if (zone.isEmpty()) {
      return "NULL";
    }
    OptionalLong fixed = ZoneTables.fixedOffset(zone.get());
    if (fixed.isPresent()) {
      return "(" + p + " - " + fixed.getAsLong() + ")";
    }
    String d = Sql.name(alias);
    joins.add(join(zones.byLocalDay(zone.get()), d, p));
    columns.add(
        "CASE WHEN %2$s = 0 AND %1$s >= %3$s.lo AND %1$s < %3$s.hi THEN CASE WHEN %3$s.off1 > %3$s.off2 THEN 1 ELSE 2 END ELSE 0 END::UTINYINT AS %4$s"
            .formatted(p, k, d, Sql.name(flag)));
    return ("CASE WHEN %1$s < %2$s.lo THEN %1$s - %2$s.off1 WHEN %1$s >= %2$s.hi THEN %1$s - %2$s.off2"
            + " WHEN %2$s.off1 > %2$s.off2 THEN %3$s ELSE %4$s END")
        .formatted(p, d, chosen(p, d, reading.twice()), chosen(p, d, reading.never()));
  }

  private static String chosen(String p, String d, LocalTimeRule rule) {
    return switch (rule) {
      case EARLIER -> "%1$s - greatest(%2$s.off1, %2$s.off2)".formatted(p, d);
      case LATER -> "%1$s - least(%2$s.off1, %2$s.off2)".formatted(p, d);
      case REFUSE -> "NULL";
    };
  }

  private static String join(String table, String alias, String micros) {
    return "LEFT JOIN %s AS %s ON %s.day = CASE WHEN %s BETWEEN 0 AND %s THEN (%s // %s)::INTEGER END"
        .formatted(
            table,
            alias,
            alias,
            micros,
            ZoneTables.DAYS * ZoneTables.DAY - 1,
            micros,
            ZoneTables.DAY);
  }
}
