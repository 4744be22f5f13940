package org.plumbline.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the cells of one column say about how its times are written, before day and month are told
 * apart.
 *
 * @param column its position
 * @param times by position of the row
 * @param serials likewise, of numbers that count days as Excel does
 * @param nothing how many cells hold nothing
 * @param unread positions of rows with something else
 */
record TimeEvidence(
    int column,
    Map<Integer, WrittenTime> times,
    Map<Integer, LocalDateTime> serials,
    long nothing,
    List<Integer> unread) {

  private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}(\\.\\d{1,17})?");
  private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);

  /** Looks at a column; nothing if most of what it holds is no time. */
  static Optional<TimeEvidence> of(Table table, int column) {
    TimeEvidence found =
        new TimeEvidence(
            column, new LinkedHashMap<>(), new LinkedHashMap<>(), 0, new ArrayList<>());
    List<String> cells = table.cells(column);
    long nothing = 0;
    for (int row = 0; row < cells.size(); row++) {
      String cell = cells.get(row);
      if (Cells.isNothing(cell)) {
        nothing++;
        continue;
      }
      Optional<WrittenTime> time = WrittenTime.of(cell);
      if (time.isPresent()) {
        found.times.put(row, time.get());
      } else if (SERIAL.matcher(cell).matches()) {
        found.serials.put(row, serial(cell));
      } else {
        found.unread.add(row);
      }
    }
    TimeEvidence whole =
        new TimeEvidence(column, found.times, found.serials, nothing, found.unread);
    return whole.isMostlyTimes(Words.says(table.names().get(column), timeWords()))
        ? Optional.of(whole)
        : Optional.empty();
  }

  private boolean isMostlyTimes(boolean named) {
    int filled = times.size() + serials.size() + unread.size();
    int read = times.size() + (named || !times.isEmpty() ? serials.size() : 0);
    return read > 0 && read * 10 >= filled * 7;
  }

  private static List<String> timeWords() {
    List<String> words = new ArrayList<>(Words.TIMES);
    words.addAll(Words.STARTS);
    words.addAll(Words.STOPS);
    words.addAll(Words.DUE);
    words.addAll(Words.CUSTOMERS);
    return words;
  }

  private static LocalDateTime serial(String cell) {
    BigDecimal days = new BigDecimal(cell);
    long millis =
        days.subtract(new BigDecimal(days.longValue()))
            .multiply(BigDecimal.valueOf(86_400_000))
            .setScale(0, java.math.RoundingMode.HALF_UP)
            .longValue();
    return FIRST.plusDays(days.longValue()).atStartOfDay().plus(millis, ChronoUnit.MILLIS);
  }

  /** Positions of rows that only a pattern with the month first reads. */
  List<Integer> onlyMonthFirst() {
    return rows(time -> time.fitsMonthFirst() && !time.fitsDayFirst());
  }

  /** Positions of rows that only a pattern with the day first reads. */
  List<Integer> onlyDayFirst() {
    return rows(time -> time.fitsDayFirst() && !time.fitsMonthFirst());
  }

  /** Whether any cell leaves it open which is the month. */
  boolean isDoubtful() {
    return times.values().stream().anyMatch(WrittenTime::isDoubtful);
  }

  private List<Integer> rows(java.util.function.Predicate<WrittenTime> test) {
    return times.entrySet().stream()
        .filter(entry -> entry.getValue().isDoubtful() && test.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
