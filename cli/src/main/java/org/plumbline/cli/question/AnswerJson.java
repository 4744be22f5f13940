package org.plumbline.cli.question;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.Segment;

/** One answer as nested maps and lists, ready to be written as JSON. */
public final class AnswerJson {
  private AnswerJson() {}

  /** Of the time between two moments. */
  public static Map<String, Object> of(BetweenAnswer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", "between");
    json.put("from", moment(answer.time(), answer.from()));
    json.put("to", moment(answer.time(), answer.to()));
    answer.workingMicros().ifPresent(micros -> json.put("workingMicroseconds", micros));
    put(json, Cells.BETWEEN, Cells.of(answer));
    return complete(json, answer.time(), Explanation.of(answer), AnswerText.sentence(answer));
  }

  /** Of when something is due. */
  public static Map<String, Object> of(DueAnswer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", answer.backward() ? "due-backward" : "due");
    json.put("from", moment(answer.time(), answer.from()));
    json.put("limit", answer.limit().toString());
    put(json, answer.backward() ? Cells.BACKWARD : Cells.DUE, Cells.of(answer));
    answer.lateFrom().ifPresent(late -> json.put("lateAtThatInstant", late.inclusive()));
    return complete(json, answer.time(), Explanation.of(answer), AnswerText.sentence(answer));
  }

  private static Map<String, Object> complete(
      Map<String, Object> json, OpenTime time, Explanation explanation, String sentence) {
    ZoneId zone = time.calendar().zone();
    json.put("calendar", time.calendar().id());
    List<Map<String, Object>> windows = new ArrayList<>();
    for (Segment window : explanation.windows()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("from", Cells.instant(window.startMicros(), zone));
      entry.put("until", Cells.instant(window.endMicros(), zone));
      entry.put("microseconds", window.micros());
      windows.add(entry);
    }
    json.put("windows", windows);
    json.put("daysCounted", explanation.days().stream().map(LocalDate::toString).toList());
    List<Map<String, Object>> skipped = new ArrayList<>();
    for (SkippedDay day : explanation.skipped()) {
      skipped.add(Map.of("date", day.date().toString(), "reason", day.reason()));
    }
    json.put("skipped", skipped);
    json.put("sentence", sentence);
    return json;
  }

  private static void put(
      Map<String, Object> json, List<Cells.Column> columns, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      Cells.Column column = columns.get(i);
      if (!cells.get(i).isEmpty()) {
        json.put(
            column.key(),
            column.isNumber() ? new java.math.BigDecimal(cells.get(i)) : cells.get(i));
      }
    }
  }

  private static String moment(OpenTime time, Asked asked) {
    return asked instanceof Asked.At at
        ? Cells.instant(at.micros(), time.calendar().zone())
        : asked.date().toString();
  }
}
