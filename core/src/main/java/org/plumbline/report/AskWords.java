package org.plumbline.report;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.plumbline.agreement.Turn;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.records.CaseKey;
import org.plumbline.register.Ask;
import org.plumbline.wording.Wording;

/** What a reconsideration request asks for, as a clause after “that”. */
final class AskWords {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Wording wording;
  private final ZoneId zone;

  AskWords(Wording wording, ZoneId zone) {
    this.wording = wording;
    this.zone = zone;
  }

  String clause(Ask ask) {
    if (ask instanceof Ask.LeaveOut out) {
      return String.join(", ", out.cases().stream().map(AskWords::key).toList())
          + (out.cases().size() == 1 ? " does not count" : " do not count");
    }
    if (ask instanceof Ask.Assign assign) {
      return key(assign.of())
          + " was "
          + assign
              .turn()
              .map(turn -> "in “" + Wording.turn(turn) + "”")
              .orElseGet(() -> "with " + party(assign.party().orElse(Turn.NOBODY)))
          + span(assign.from(), assign.until());
    }
    if (ask instanceof Ask.Correct correct) {
      return "“"
          + Wording.turn(correct.name())
          + "” of "
          + key(correct.of())
          + correct.was().map(was -> ", recorded as " + was + ",").orElse("")
          + " is "
          + correct.to();
    }
    Ask.TakeOut time = (Ask.TakeOut) ask;
    return "the time" + span(time.from(), time.until()) + " does not count";
  }

  private String party(String id) {
    return id.equals(Turn.NOBODY) ? "nobody" : wording.party(id);
  }

  static String key(Ask.CaseName name) {
    return CaseKey.of(name.parts());
  }

  /** Whole days by their dates, both included; else by the minute. */
  private String span(long from, long until) {
    ZonedDateTime first = at(from);
    ZonedDateTime after = at(until);
    boolean days =
        first.toLocalTime().equals(LocalTime.MIDNIGHT)
            && after.toLocalTime().equals(LocalTime.MIDNIGHT);
    if (!days) {
      return " from " + MINUTE.format(first) + " to " + MINUTE.format(after) + " " + zone;
    }
    String last = after.toLocalDate().minusDays(1).toString();
    return first.toLocalDate().toString().equals(last)
        ? " on " + last
        : " from " + first.toLocalDate() + " to " + last;
  }

  private ZonedDateTime at(long micros) {
    Instant instant = EpochMicros.toInstant(micros);
    return instant.atZone(zone);
  }
}
