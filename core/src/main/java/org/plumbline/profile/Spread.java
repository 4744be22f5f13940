package org.plumbline.profile;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long cases took from one moment to another.
 *
 * @param unit {@code days} by date, or {@code hours}
 * @param lengths of cases with both moments, in order
 * @param open positions of rows with a start and no stop
 * @param backwards positions of rows that stop before they start
 */
record Spread(String unit, List<Long> lengths, List<Integer> open, List<Integer> backwards) {

  private static final List<Integer> DAYS =
      List.of(1, 2, 3, 5, 7, 10, 14, 15, 20, 25, 30, 45, 60, 90, 120, 180, 270, 365);
  private static final List<Integer> HOURS = List.of(1, 2, 4, 8, 12, 24, 36, 48, 72, 96);

  /** Of starts and stops by position of the row. */
  static Spread of(
      Map<Integer, LocalDateTime> starts, Map<Integer, LocalDateTime> stops, boolean dates) {
    List<Long> minutes = new ArrayList<>();
    List<Long> days = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    List<Integer> backwards = new ArrayList<>();
    starts.forEach(
        (row, start) -> {
          LocalDateTime stop = stops.get(row);
          if (stop == null) {
            open.add(row);
          } else if (stop.isBefore(start)) {
            backwards.add(row);
          } else {
            minutes.add(start.until(stop, ChronoUnit.MINUTES));
            days.add(start.toLocalDate().until(stop.toLocalDate(), ChronoUnit.DAYS));
          }
        });
    minutes.sort(null);
    days.sort(null);
    boolean hours = !dates && !minutes.isEmpty() && at(minutes, 90) < 96 * 60;
    // Begun hours: what takes 61 minutes is not within one hour.
    List<Long> lengths = hours ? minutes.stream().map(each -> (each + 59) / 60).toList() : days;
    return new Spread(hours ? "hours" : "days", lengths, open, backwards);
  }

  /** A usual limit that nine of ten kept. */
  String usualLimit() {
    long wanted = lengths.isEmpty() ? 30 : at(lengths, 90);
    for (int step : unit.equals("hours") ? HOURS : DAYS) {
      if (step >= wanted) {
        return amount(step);
      }
    }
    return amount(Math.min(wanted, 999_999));
  }

  /** What the lengths say, as one sentence. */
  String sentence() {
    return lengths.isEmpty()
        ? "No case of the file has both moments."
        : "Of "
            + Words.counted(lengths.size(), "finished case")
            + ", half took at most "
            + amount(at(lengths, 50))
            + " and nine of ten at most "
            + amount(at(lengths, 90))
            + ".";
  }

  /** How many of a hundred finished cases took at most this long, of a limit in the same unit. */
  String kept(String limit) {
    if (lengths.isEmpty()
        || !limit.replaceAll("\\d+ ", "").startsWith(unit.substring(0, unit.length() - 1))) {
      return "It is the usual share.";
    }
    long most = Long.parseLong(limit.replaceAll("\\D", ""));
    long within = lengths.stream().filter(length -> length <= most).count();
    long tenths = within * 1000 / lengths.size();
    return "Of the finished cases in the file, "
        + tenths / 10
        + "."
        + tenths % 10
        + " of 100 took at most "
        + limit
        + ".";
  }

  private String amount(long number) {
    return number + " " + (number == 1 ? unit.substring(0, unit.length() - 1) : unit);
  }

  /** The least value with at least so many of a hundred at or below it. */
  private static long at(List<Long> sorted, int percent) {
    int index = (sorted.size() * percent + 99) / 100 - 1;
    return sorted.get(Math.max(0, index));
  }
}
