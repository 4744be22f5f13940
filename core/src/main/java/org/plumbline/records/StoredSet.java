package org.plumbline.records;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.EpochMicros;

/**
 * The records of one set as a load leaves them: tables of which no agreement's terms are part, only
 * its names. Turns, limits and calendars are applied to them later, at evaluation.
 *
 * <p>All instants are microseconds since 1970-01-01T00:00Z as BIGINT, in 1970..2199; dates are days
 * since 1970-01-01 as INTEGER, in the agreement's zone. Cases are numbered densely from 0. The
 * tables, each sorted by {@code case_no}:
 *
 * <ul>
 *   <li>{@link Table#CASES}: {@code case_no} BIGINT; {@code case_key} VARCHAR, the key as {@link
 *       CaseKey} writes it; one column {@code m:ID} for each recorded moment, its <em>first</em>
 *       occurrence; one column {@code f:ID} for each field, its <em>last</em> value; {@code
 *       unusable} VARCHAR, null or why the row cannot be trusted; {@code file_no} INTEGER and
 *       {@code row_no} BIGINT (from 1), where its first row stands.
 *   <li>{@link Table#OCCURRENCES}, of event logs only: {@code case_no}, {@code moment_no} SMALLINT
 *       (position in {@link #moments}), {@code at} BIGINT (a date moment: its epoch day), {@code
 *       seq} BIGINT (position of the event in the case's trail), {@code file_no}, {@code row_no}:
 *       every occurrence of every recorded moment, in order of {@code seq}. Equal values that
 *       repeat on each row of a column are one occurrence.
 *   <li>{@link Table#CHANGES}, of event logs only: {@code case_no}, {@code at} BIGINT, {@code seq}
 *       BIGINT, one column {@code f:ID} for each field, {@code file_no}, {@code row_no}: one row an
 *       event, the values as they stood from then on.
 *   <li>{@link Table#HOLDS}: {@code case_no}, {@code hold_no} SMALLINT (position in {@link
 *       #holds}), {@code f} BIGINT (included), {@code u} BIGINT (excluded; null: still held),
 *       {@code file_no}, {@code row_no}.
 *   <li>{@link Table#ATOMS}: {@code case_no}, {@code f}, {@code u} (as in holds), {@code mask}
 *       BIGINT: disjoint pieces of the time under holds, with bit {@code hold_no} set for each hold
 *       in force. At most 62 holds.
 * </ul>
 *
 * <p>Cases are numbered in order of the first instant known of each, then of their key. Events of a
 * case are in order of their instant, then of the order column, then of file and row; {@code seq}
 * begins at 1. A field at an event is what the event says: a cell without a value is no value, not
 * the one before. A state is left as it was by an event that says none. {@code row_no} is the line
 * of a text file (the header stands on line 1), the row of a sheet, or the record of a Parquet
 * file. A hold that begins and ends at one instant is a row of {@code HOLDS} and no atom. A key
 * field that is not declared among the fields has no column of its own.
 *
 * <p>In a set that is no event log each moment occurs at most once, so {@code CASES} alone says it.
 *
 * @param set id of the record set
 * @param eventLog whether it came from an event log
 * @param moments recorded moments by id, in the order of their numbers, with their precision
 * @param fields fields by id with the SQL type of their columns: {@code VARCHAR}, {@code BIGINT},
 *     {@code DECIMAL(w,s)}, {@code BOOLEAN}; durations are BIGINT microseconds, shares are decimals
 *     as ratios
 * @param holds ids of holds in the order of their numbers
 * @param files names of the files in the order of their numbers
 * @param cases how many cases
 * @param skewMicros how long a stop may stand before its start and still be zero (binding, {@code
 *     skew})
 * @param range the least and the greatest instant or date in any table, as days since 1970-01-01
 *     UTC; first after last when nothing happened
 * @param tables what the names of its tables begin with: the set's id; of a set that is worked out
 *     {@code worked out} and its id, since tables with its id hold its own files
 * @param always moments that every case has, as far as that is known
 */
public record StoredSet(
    String set,
    boolean eventLog,
    Map<String, Precision> moments,
    Map<String, String> fields,
    List<String> holds,
    List<String> files,
    long cases,
    long skewMicros,
    DayRange range,
    String tables,
    Set<String> always) {

  /** The records of a set as its files leave them. */
  public StoredSet(
      String set,
      boolean eventLog,
      Map<String, Precision> moments,
      Map<String, String> fields,
      List<String> holds,
      List<String> files,
      long cases,
      long skewMicros,
      DayRange range,
      Set<String> always) {
    this(set, eventLog, moments, fields, holds, files, cases, skewMicros, range, set, always);
  }

  /** Copies lists and maps, keeping their order. */
  public StoredSet {
    moments = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(moments));
    fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
    holds = List.copyOf(holds);
    files = List.copyOf(files);
    always = Set.copyOf(always);
  }

  /** A set in other tables, of which it is not known whether any moment is always there. */
  public StoredSet(
      String set,
      boolean eventLog,
      Map<String, Precision> moments,
      Map<String, String> fields,
      List<String> holds,
      List<String> files,
      long cases,
      long skewMicros,
      DayRange range,
      String tables) {
    this(set, eventLog, moments, fields, holds, files, cases, skewMicros, range, tables, Set.of());
  }

  /** The records of a set as its files leave them; it is not known what is always there. */
  public StoredSet(
      String set,
      boolean eventLog,
      Map<String, Precision> moments,
      Map<String, String> fields,
      List<String> holds,
      List<String> files,
      long cases,
      long skewMicros,
      DayRange range) {
    this(set, eventLog, moments, fields, holds, files, cases, skewMicros, range, set, Set.of());
  }

  /** The name under which a table of this set is found, not quoted: {@code incidents.cases}. */
  public String table(Table table) {
    return tables + "." + table.suffix;
  }

  /**
   * The table of the time that no reading fills, of a set of readings that is worked out: {@code
   * case_no} (from 0), {@code case_key}, {@code f} (included) and {@code u} (excluded) as instants,
   * and {@code f:ID} for each field that names the meter.
   */
  public String gaps() {
    return tables + ".gaps";
  }

  /** The column of a recorded moment, not quoted. */
  public static String momentColumn(String moment) {
    return "m:" + moment;
  }

  /** The column of a field, not quoted. */
  public static String fieldColumn(String field) {
    return "f:" + field;
  }

  /** The tables of a set. */
  public enum Table {
    /** One row a case. */
    CASES("cases"),
    /** One row an occurrence of a moment. */
    OCCURRENCES("occurrences"),
    /** One row an event. */
    CHANGES("changes"),
    /** One row a hold. */
    HOLDS("holds"),
    /** One row a disjoint piece of held time. */
    ATOMS("atoms");

    private final String suffix;

    Table(String suffix) {
      this.suffix = suffix;
    }
  }

  /**
   * Days since 1970-01-01 UTC.
   *
   * @param first the first day on which anything happened
   * @param last the last, included
   * @param latest an instant after which nothing happened; of a date the last of its day
   */
  public record DayRange(long first, long last, long latest) {

    /** A range of which no more is known than its days. */
    public DayRange(long first, long last) {
      this(first, last, (last + 1) * 24 * EpochMicros.HOUR - 1);
    }
  }
}
