package org.plumbline.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open windows of an ordinary week; a day without windows is closed (language section 3.6,
 * {@code hours}).
 *
 * @param windows for each open weekday its windows, in order of their start and without overlap
 *     within the day
 */
public record WeeklyHours(Map<DayOfWeek, List<Window>> windows) {

  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  /**
   * Sorts the windows of each day and leaves out days without any.
   *
   * @throws RefusedInputException if two windows of one day overlap
   */
  public WeeklyHours {
    Map<DayOfWeek, List<Window>> sorted = new EnumMap<>(DayOfWeek.class);
    windows.forEach(
        (day, list) -> {
          if (!list.isEmpty()) {
            sorted.put(day, sorted(list));
          }
        });
    windows = Collections.unmodifiableMap(sorted);
  }

  /** Every hour of every day. */
  public static WeeklyHours always() {
    return everyDay(Window.WHOLE_DAY);
  }

  /** The same windows on each day of the week. */
  public static WeeklyHours everyDay(Window... windows) {
    return on(Set.of(DayOfWeek.values()), windows);
  }

  /** The same windows Monday to Friday. */
  public static WeeklyHours mondayToFriday(Window... windows) {
    return on(daysOf("mon-fri"), windows);
  }

  /** The same windows on each of the days. */
  public static WeeklyHours on(Set<DayOfWeek> days, Window... windows) {
    Map<DayOfWeek, List<Window>> map = new EnumMap<>(DayOfWeek.class);
    days.forEach(day -> map.put(day, Arrays.asList(windows)));
    return new WeeklyHours(map);
  }

  /**
   * Reads a day or a range of days: {@code mon}, {@code mon-fri}, {@code fri-mon}, both ends
   * included.
   *
   * @return the days in the order written
   * @throws RefusedInputException if the text is neither
   */
  public static Set<DayOfWeek> daysOf(String text) {
    String[] ends = text.strip().split("-", -1);
    int first = NAMES.indexOf(ends[0].strip());
    int last = NAMES.indexOf(ends[ends.length - 1].strip());
    if (ends.length > 2 || first < 0 || last < 0) {
      throw new RefusedInputException(
          RefusedInputException.quoted(text) + " is not a day of the week",
          "write one of mon tue wed thu fri sat sun, or a range such as mon-fri");
    }
    Set<DayOfWeek> days = new LinkedHashSet<>();
    for (int i = first; ; i = (i + 1) % NAMES.size()) {
      days.add(DayOfWeek.of(i + 1));
      if (i == last) {
        return Collections.unmodifiableSet(days);
      }
    }
  }

  /** The windows that start on this weekday, in order; none if it is closed. */
  public List<Window> on(DayOfWeek day) {
    return windows.getOrDefault(day, List.of());
  }

  /** The windows in order of their start; refuses those that overlap. */
  static List<Window> sorted(List<Window> windows) {
    List<Window> sorted = windows.stream().sorted(Comparator.comparing(Window::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      Window before = sorted.get(i - 1);
      if (before.endsOnNextDate() || before.until().isAfter(sorted.get(i).from())) {
        throw overlap(before, sorted.get(i));
      }
    }
    return sorted;
  }

  private static RefusedInputException overlap(Window one, Window other) {
    return new RefusedInputException(
        "hours " + one + " and " + other + " of one day overlap",
        "join them into one window, or let one end where the other starts");
  }
}
