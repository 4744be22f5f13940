package org.plumbline.records;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How cells become values (language.md 4.3). Cells are trimmed of white space first; an empty cell
 * is no value in any case.
 *
 * @param times the patterns of times, the first whose shape a text has decides; empty: ISO 8601
 * @param dates the patterns of dates, likewise; empty: ISO 8601
 * @param zone where local times were written down; needed only where a time says no offset itself
 * @param twice what a local time means that occurs twice
 * @param never what a local time means that never occurs
 * @param skewMicros how long a stop may stand before its start and still be zero, in microseconds
 * @param unknown texts that mean no value
 * @param decimal the decimal mark; where it is written, groups of three digits may be set apart by
 *     the other mark, since only then is {@code 1,234} unambiguous; empty: a point, and no groups
 */
public record CellReading(
    List<TimePattern> times,
    List<TimePattern> dates,
    Optional<ZoneId> zone,
    LocalTimeRule twice,
    LocalTimeRule never,
    long skewMicros,
    List<String> unknown,
    Optional<Character> decimal) {

  /** What holds when a binding says nothing. */
  public static final CellReading DEFAULT =
      new CellReading(
          List.of(),
          List.of(),
          Optional.empty(),
          LocalTimeRule.EARLIER,
          LocalTimeRule.REFUSE,
          0,
          List.of(""),
          Optional.empty());

  /** Copies the lists. */
  public CellReading {
    times = List.copyOf(times);
    dates = List.copyOf(dates);
    unknown = List.copyOf(unknown);
  }
}
