package org.plumbline.desk;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.LineId.LevelKind;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.judge.Judge;
import org.plumbline.records.BadRow;
import org.plumbline.records.LoadReport;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Evaluation;

/** Three months of the service desk, made by hand. */
public final class DeskEvaluation {

  private static final Instant AS_OF = Instant.parse("2016-06-10T00:00:00Z");
  private static final Instant KNOWN_AT = Instant.parse("2016-06-12T08:30:00Z");
  private static final List<ReportingPeriod> PERIODS = List.of(Desk.MARCH, Desk.APRIL, Desk.MAY);

  private DeskEvaluation() {}

  /** The evaluation, nothing asked for by name. */
  public static Evaluation evaluation() {
    return evaluation(Desk.agreement(), Set.of(), "INC0000047");
  }

  /** The evaluation of an agreement with the desk's metrics; a case with this key. */
  public static Evaluation evaluation(Agreement agreement, Set<String> shown, String key) {
    return new Evaluation(
        agreement,
        "plumbline1:sha-256:4bf0f5f0e6d2a0d7a3c1f7b9e8d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4",
        "Plumbline 0.1.0, DuckDB 2.0.0",
        KNOWN_AT,
        Judge.judge(agreement, measurements(), AS_OF),
        List.of(
            new CaseTotals("incidents-closed", 24_918, 23_105, 213, 1_412, 0, 0, 188),
            new CaseTotals("incidents-resolved", 24_918, 21_940, 1_556, 190, 0, 1_044, 188)),
        partyTimes(),
        stories(key),
        Optional.of(load()),
        List.of(
            Finding.of(
                FindingCode.values()[1],
                new Place("agreement.yaml", 41, 7, "metrics/incidents-closed"),
                "the field priority changes in 1,011 cases and is read at-stop by default",
                "say read: at-stop, or another reading"),
            Finding.of(FindingCode.values()[0], Place.of("records.yaml"), "another thing", "")),
        shown);
  }

  private static List<Measurement> measurements() {
    List<Measurement> list = new ArrayList<>();
    long[][] closed = {{36, 40, 0}, {160, 171, 3}, {5_210, 6_300, 20}, {280, 300, 0}};
    for (int p = 0; p < PERIODS.size(); p++) {
      ReportingPeriod period = PERIODS.get(p);
      for (int line = 0; line < closed.length; line++) {
        for (LevelKind level : LevelKind.values()) {
          list.add(
              Measured.share(
                  "incidents-closed",
                  period,
                  new LineId(level, line, 0),
                  closed[line][0] - p * closed[line][1] / 40,
                  closed[line][1],
                  closed[line][2]));
        }
      }
      list.add(
          Measured.share(
              "incidents-resolved",
              period,
              LineId.target(),
              2009 + p * 140,
              2821 - p * 30,
              p == 2 ? 31 : 0));
      list.add(
          Measured.figure(
              "typical-resolution",
              period,
              7_120 - p * 200,
              FigureUnit.MICROSECONDS,
              Exact.of(51L * EpochMicros.HOUR - p * 7L * EpochMicros.HOUR + 1_234_567)));
      list.add(
          Measured.figure(
              "customer-answers",
              period,
              7_120 - p * 200,
              FigureUnit.MICROSECONDS,
              Exact.ratio(12L * EpochMicros.HOUR * 7 - p * EpochMicros.HOUR, 7)));
      list.add(
          Measured.share(
              "incidents-reopened", period, LineId.target(), 90 + p * 2, 6_900 - p * 100));
      list.add(Measured.figure("backlog", period, 1_200, FigureUnit.CASES, Exact.of(380 + p * 20)));
      list.add(
          Measured.figure(
              "incident-volume", period, 7_500, FigureUnit.CASES, Exact.of(7_500 - p * 312)));
    }
    return list;
  }

  private static List<PartyTime> partyTimes() {
    List<PartyTime> times = new ArrayList<>();
    for (String metric : List.of("incidents-resolved", "customer-answers", "typical-resolution")) {
      for (int p = 0; p < PERIODS.size(); p++) {
        long more = metric.equals("incidents-resolved") ? 1 : 2;
        times.add(time(metric, p, "provider", 61_000 * more - p * 3_000, 210_000));
        times.add(time(metric, p, "customer", 24_000 * more + p * 1_200, 90_000));
        times.add(time(metric, p, "vendors", 9_100, 30_400));
        times.add(time(metric, p, "nobody", 2_000, 7_000));
        times.add(time(metric, p, PartyTime.UNASSIGNED, 310, 800));
      }
    }
    return times;
  }

  private static PartyTime time(String metric, int period, String party, long open, long closed) {
    BigInteger hour = BigInteger.valueOf(EpochMicros.HOUR);
    return new PartyTime(
        metric,
        PERIODS.get(period),
        party,
        1_000,
        BigInteger.valueOf(open).multiply(hour),
        BigInteger.valueOf(closed).multiply(hour));
  }

  private static List<CaseStory> stories(String key) {
    List<CaseStory> stories = new ArrayList<>();
    List<CaseInterval> life =
        List.of(
            interval(
                "2016-03-01T14:10:00Z", "2016-03-02T16:00:00Z", "provider", "handling", 10, true),
            interval(
                "2016-03-02T16:00:00Z",
                "2016-03-07T20:00:00Z",
                "customer",
                "awaiting-user",
                31,
                false),
            interval(
                "2016-03-07T20:00:00Z", "2016-03-09T15:00:00Z", "provider", "handling", 13, true),
            interval(
                "2016-03-09T15:00:00Z",
                "2016-03-10T15:00:00Z",
                "vendors",
                "awaiting-vendor",
                9,
                false),
            interval(
                "2016-03-10T15:00:00Z", "2016-03-11T21:30:00Z", "provider", "handling", 14, true));
    stories.add(
        new CaseStory(
            outcome(key, CaseOutcome.State.NOT_MET, 37 * EpochMicros.HOUR, "2016-03-09T15:00:00Z"),
            life));
    for (int i = 0; i < 6; i++) {
      stories.add(
          new CaseStory(
              outcome(
                  "INC000010" + i,
                  CaseOutcome.State.NOT_MET,
                  (19 + i * i) * EpochMicros.HOUR + i * 7 * EpochMicros.MINUTE,
                  "2016-03-05T15:00:00Z"),
              List.of()));
    }
    for (int i = 0; i < 4; i++) {
      stories.add(
          new CaseStory(
              outcome(
                  "INC000020" + i,
                  CaseOutcome.State.OPEN,
                  (3 + i) * EpochMicros.HOUR,
                  "2016-06-05T15:00:00Z"),
              List.of(
                  interval(
                      "2016-05-2" + i + "T14:10:00Z",
                      "2016-05-26T16:00:00Z",
                      "provider",
                      "handling",
                      10,
                      true),
                  interval(
                      "2016-05-26T16:00:00Z",
                      "2016-06-02T00:00:00Z",
                      "customer",
                      "awaiting-user",
                      40 + i,
                      false))));
    }
    return stories;
  }

  private static CaseInterval interval(
      String from, String until, String party, String turn, long openHours, boolean counted) {
    return new CaseInterval(
        Instant.parse(from),
        Instant.parse(until),
        party,
        turn,
        openHours * EpochMicros.HOUR,
        counted);
  }

  private static CaseOutcome outcome(
      String key, CaseOutcome.State state, long elapsed, String due) {
    boolean open = state == CaseOutcome.State.OPEN;
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("priority", "3");
    fields.put("caller", "Caller 2403");
    return new CaseOutcome(
        "incidents-resolved",
        key,
        0,
        Optional.empty(),
        state,
        "",
        Optional.empty(),
        Optional.of(LineId.target()),
        Optional.of(Instant.parse("2016-03-01T14:10:00Z")),
        open ? Optional.empty() : Optional.of(Instant.parse("2016-03-11T21:30:00Z")),
        OptionalLong.of(elapsed),
        OptionalLong.of(18 * EpochMicros.HOUR),
        FigureUnit.MICROSECONDS,
        Optional.of(Instant.parse(due)),
        open ? Optional.empty() : Optional.of(java.time.LocalDate.of(2016, 3, 9)),
        open ? Optional.empty() : Optional.of(Desk.MARCH),
        fields,
        new CaseOutcome.SourceRow("incident_event_log.csv.gz", 1_234));
  }

  private static LoadReport load() {
    return new LoadReport(
        List.of(
            new LoadReport.FileReport(
                "incidents",
                0,
                "incident_event_log.csv.gz",
                3_711_004,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                141_712)),
        Map.of(
            "incidents",
            new LoadReport.SetReport(
                24_918,
                141_712,
                31_245,
                10,
                0,
                0,
                Map.of("caller", 29L),
                300_000_000L,
                Map.of("priority", 1_011L),
                Map.of("resolution", 1_203L),
                Map.of(),
                List.of("1,556 cases have no resolution."))),
        List.of(
            new BadRow(
                "incidents",
                "incident_event_log.csv.gz",
                77,
                "opened_at",
                "31/2/2016 10:00",
                "there is no such date",
                "write a date that exists",
                "INC0000099")),
        1,
        0);
  }
}
