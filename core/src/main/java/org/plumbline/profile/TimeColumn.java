package org.plumbline.profile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plumbline.agreement.Precision;
import org.plumbline.records.TimePattern;

/**
 * A column of times, day and month told apart.
 *
 * @param values what each row says, by its position
 * @param dates patterns of dates in it, most frequent first; none where all are ISO 8601 or typed
 * @param times patterns of times, likewise
 * @param allIso whether every text is ISO 8601, so that a binding needs no pattern for it
 * @param precision how precisely it says when
 * @param local whether some times say no offset from UTC
 * @param months whether it names months, without a day
 * @param bad positions of rows that cannot be read
 * @param reason why it is read so
 * @param notes what is wrong with it, and where
 */
public record TimeColumn(
    Map<Integer, LocalDateTime> values,
    List<String> dates,
    List<String> times,
    boolean allIso,
    Precision precision,
    boolean local,
    boolean months,
    List<Integer> bad,
    String reason,
    List<String> notes) {

  /** Copies the lists and the map. */
  public TimeColumn {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    dates = List.copyOf(dates);
    times = List.copyOf(times);
    bad = List.copyOf(bad);
    notes = List.copyOf(notes);
  }

  /**
   * Settles a column.
   *
   * @param order which of day and month stands first
   */
  static TimeColumn of(Table table, TimeEvidence evidence, DayOrder order) {
    Map<Integer, LocalDateTime> values = new TreeMap<>(evidence.serials());
    Map<String, Integer> forms = new LinkedHashMap<>();
    List<Integer> bad = new ArrayList<>(evidence.unread());
    boolean clocks = false;
    boolean bare = false;
    boolean seconds = false;
    boolean local = false;
    boolean iso = evidence.serials().isEmpty();
    for (Map.Entry<Integer, WrittenTime> entry : evidence.times().entrySet()) {
      WrittenTime time = entry.getValue();
      boolean dayFirst = order.dayFirst();
      time.value(dayFirst)
          .ifPresentOrElse(
              value -> values.put(entry.getKey(), value), () -> bad.add(entry.getKey()));
      clocks |= time.hasClock();
      bare |= !time.hasClock();
      seconds |= time.clock().getSecond() != 0;
      local |= time.hasClock() && !time.zoned();
      iso &= time.isTyped() || time.isIso();
      if (!time.isTyped()) {
        forms.merge(time.pattern(dayFirst), 1, Integer::sum);
      }
    }
    for (LocalDateTime serial : evidence.serials().values()) {
      boolean date = serial.toLocalTime().equals(java.time.LocalTime.MIDNIGHT);
      clocks |= !date;
      bare |= date;
      local |= !date;
    }
    // A time of exactly midnight is written as a whole number by Excel.
    boolean serialTimes = clocks && evidence.times().isEmpty();
    boolean instants = clocks && (!bare || serialTimes);
    if (!evidence.serials().isEmpty()) {
      forms.put(TimePattern.EXCEL_DAYS.text(), evidence.serials().size());
    }
    Precision precision =
        !instants ? Precision.DATE : seconds ? Precision.INSTANT : Precision.MINUTE;
    boolean months =
        !evidence.times().isEmpty()
            && evidence.times().values().stream().allMatch(WrittenTime::isMonth);
    List<String> patterns = byFrequency(forms);
    List<String> notes = new ArrayList<>(order.notes(table, evidence));
    if (clocks && bare && !serialTimes) {
      notes.add("Some of its cells say a time of day and some do not: it is read as dates.");
    }
    notes.addAll(texts(table, evidence, patterns));
    notes.addAll(shapes(patterns, forms));
    return new TimeColumn(
        values,
        patterns.stream().filter(text -> !isTime(text, instants)).toList(),
        patterns.stream().filter(text -> isTime(text, instants)).toList(),
        iso,
        precision,
        local && instants,
        months,
        bad.stream().sorted().toList(),
        order.reason(evidence, patterns),
        notes);
  }

  /** Texts among the dates of a workbook. */
  private static List<String> texts(Table table, TimeEvidence evidence, List<String> patterns) {
    List<Long> rows = new ArrayList<>();
    boolean typed = false;
    for (Map.Entry<Integer, WrittenTime> entry : evidence.times().entrySet()) {
      typed |= entry.getValue().isTyped();
      if (!entry.getValue().isTyped()) {
        rows.add(table.rows().get(entry.getKey()).number());
      }
    }
    return !typed || rows.isEmpty()
        ? List.of()
        : List.of(
            "Text stands there instead of a date in "
                + Words.rows(rows)
                + "; it is read as "
                + String.join(" or ", patterns)
                + ".");
  }

  private static boolean isTime(String pattern, boolean instants) {
    return pattern.contains(":") || (instants && pattern.equals(TimePattern.EXCEL_DAYS.text()));
  }

  private static List<String> shapes(List<String> patterns, Map<String, Integer> forms) {
    Set<String> said = new LinkedHashSet<>(patterns);
    if (said.size() < 2) {
      return List.of();
    }
    return List.of(
        "It is written in "
            + said.size()
            + " ways: "
            + said.stream()
                .map(each -> each + " (" + Words.counted(forms.getOrDefault(each, 0), "cell") + ")")
                .collect(Collectors.joining(", "))
            + ". All are read.");
  }

  private static List<String> byFrequency(Map<String, Integer> forms) {
    return forms.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }
}
