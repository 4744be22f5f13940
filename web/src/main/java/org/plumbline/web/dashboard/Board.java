package org.plumbline.web.dashboard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Summary;
import org.plumbline.web.result.StandingResults;
import org.plumbline.web.result.StoredSummary;

/** The dashboard of one agreement as a document: what was kept, laid out. It computes no figure. */
final class Board {

  private static final int PERIODS = 13;
  private static final Set<String> GOOD = Set.of("met");
  private static final Set<String> BAD = Set.of("not-met", "below-expected");

  private final List<StandingResults.Latest> oldestFirst;

  private Board(List<StandingResults.Latest> newestFirst) {
    List<StandingResults.Latest> recent = new ArrayList<>(newestFirst);
    recent.sort(
        java.util.Comparator.comparing(
            (StandingResults.Latest each) ->
                each.summary().lines().stream()
                    .map(Summary.Line::until)
                    .max(java.util.Comparator.naturalOrder())
                    .orElse(java.time.LocalDate.MIN)));
    this.oldestFirst =
        List.copyOf(recent.subList(Math.max(0, recent.size() - PERIODS), recent.size()));
  }

  /** A line that needs a look. */
  record Risk(String metric, String period, String words, List<String> sentences) {}

  /**
   * How many metrics of the last period are met.
   *
   * @param judged met, below expected or not met
   */
  record Score(String period, long met, long judged, long atRisk) {}

  static Board of(List<StandingResults.Latest> latest) {
    return new Board(latest);
  }

  /** The last period of which something is judged, in numbers; empty where nothing was measured. */
  Optional<Score> score() {
    if (oldestFirst.isEmpty()) {
      return Optional.empty();
    }
    StandingResults.Latest last = oldestFirst.get(lastJudged());
    List<Summary.Line> lines = wholeResults(last.summary().lines());
    return Optional.of(
        new Score(
            last.period(),
            lines.stream().filter(line -> GOOD.contains(line.status())).count(),
            lines.stream().filter(Board::isJudged).count(),
            atRisk().size()));
  }

  private static boolean isJudged(Summary.Line line) {
    return GOOD.contains(line.status()) || BAD.contains(line.status());
  }

  /** Where the last period stands of which something is judged; else the last of all. */
  private int lastJudged() {
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      if (oldestFirst.get(i).summary().lines().stream().anyMatch(Board::isJudged)) {
        return i;
      }
    }
    return oldestFirst.size() - 1;
  }

  private static List<Summary.Line> wholeResults(List<Summary.Line> lines) {
    Map<String, Summary.Line> first = new LinkedHashMap<>();
    lines.forEach(
        line -> first.putIfAbsent(line.metric() + "\n" + line.each() + "\n" + line.period(), line));
    return List.copyOf(first.values());
  }

  /** What misses in the last judged period, or is on its way to in a later one that is open. */
  List<Risk> atRisk() {
    List<Risk> risks = new ArrayList<>();
    int from = oldestFirst.isEmpty() ? 0 : lastJudged();
    for (StandingResults.Latest each : oldestFirst.subList(from, oldestFirst.size())) {
      wholeResults(each.summary().lines()).stream()
          .filter(Board::needsALook)
          .forEach(line -> risks.add(risk(each.summary(), line)));
    }
    return risks;
  }

  private static boolean needsALook(Summary.Line line) {
    return BAD.contains(line.status())
        || line.words().contains("so far not met")
        || line.words().contains("so far below expected")
        || line.status().equals("contested");
  }

  private static Risk risk(StoredSummary summary, Summary.Line line) {
    return new Risk(
        line.name() + (line.each().isEmpty() ? "" : ": " + line.each()),
        line.period(),
        line.point().shown() + ", " + line.words(),
        summary.outlooks().stream()
            .filter(
                each -> each.metric().equals(line.metric()) && each.period().equals(line.period()))
            .flatMap(each -> each.sentences().stream())
            .toList());
  }

  /** Trends and whose the time was. */
  Document document(String title) {
    List<Document.Section> sections = new ArrayList<>();
    List<Block> charts = charts();
    if (!charts.isEmpty()) {
      sections.add(
          new Document.Section(
              "trend",
              "Results over the periods",
              "Each figure beside its target; the table below each chart has the same numbers.",
              charts));
    }
    bars()
        .ifPresent(
            block ->
                sections.add(
                    new Document.Section(
                        "time",
                        "Who consumed the time",
                        "Of the open time of the cases counted in the last period, the share that"
                            + " each party held them.",
                        List.of(block))));
    Optional<String> period = score().map(Score::period);
    return new Document(
        title,
        "",
        Optional.empty(),
        List.of(new Document.Fact("Last period judged", period.orElse("none"))),
        sections);
  }

  private List<Block> charts() {
    Map<List<String>, List<Summary.Line>> series = new LinkedHashMap<>();
    oldestFirst.stream()
        .flatMap(each -> each.summary().lines().stream())
        .forEach(
            line ->
                series
                    .computeIfAbsent(
                        List.of(line.metric(), line.each(), line.line()), key -> new ArrayList<>())
                    .add(line));
    List<Block> charts = new ArrayList<>();
    series.forEach(
        (key, lines) -> {
          Summary.Line last = lines.get(lines.size() - 1);
          charts.add(
              new Block.TrendChart(
                  "trend-" + (charts.size() + 1),
                  last.name()
                      + (last.each().isEmpty() ? "" : ", " + last.each())
                      + (last.line().isEmpty() ? "" : ": " + last.line()),
                  last.unit(),
                  onePerPeriod(lines)));
        });
    return charts;
  }

  private static List<Block.TrendPoint> onePerPeriod(List<Summary.Line> lines) {
    Map<String, Block.TrendPoint> points = new LinkedHashMap<>();
    lines.forEach(line -> points.put(line.period(), line.point()));
    return List.copyOf(points.values());
  }

  private Optional<Block> bars() {
    if (oldestFirst.isEmpty()) {
      return Optional.empty();
    }
    List<StoredSummary.TimeOf> times = oldestFirst.get(oldestFirst.size() - 1).summary().times();
    Map<String, String> parties = new LinkedHashMap<>();
    List.of("customer", "provider")
        .forEach(
            id ->
                times.stream()
                    .filter(time -> time.party().equals(id))
                    .findFirst()
                    .ifPresent(time -> parties.put(id, time.partyName())));
    times.forEach(time -> parties.putIfAbsent(time.party(), time.partyName()));
    List<Block.PartyName> names = new ArrayList<>();
    parties.forEach((id, name) -> names.add(new Block.PartyName(name, color(id, names.size()))));
    List<Block.BarRow> rows = new ArrayList<>();
    Set<String> metrics = new LinkedHashSet<>();
    times.forEach(time -> metrics.add(time.metric()));
    for (String metric : metrics) {
      List<StoredSummary.TimeOf> own =
          times.stream().filter(time -> time.metric().equals(metric)).toList();
      BigInteger all =
          own.stream().map(StoredSummary.TimeOf::micros).reduce(BigInteger.ZERO, BigInteger::add);
      if (all.signum() > 0) {
        rows.add(
            new Block.BarRow(
                own.get(0).name(),
                parties.keySet().stream().map(party -> part(own, party, all)).toList(),
                List.of()));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.ShareBars("time-bars", "Open time by party", names, rows));
  }

  private static int color(String party, int position) {
    return switch (party) {
      case "customer" -> 0;
      case "provider" -> 1;
      case "nobody" -> Block.PartyName.NOBODY;
      case "unassigned" -> Block.PartyName.UNASSIGNED;
      default -> Math.min(Math.max(2, position), Block.PartyName.NOBODY - 1);
    };
  }

  private static Block.BarPart part(
      List<StoredSummary.TimeOf> times, String party, BigInteger all) {
    BigInteger own =
        times.stream()
            .filter(time -> time.party().equals(party))
            .map(StoredSummary.TimeOf::micros)
            .reduce(BigInteger.ZERO, BigInteger::add);
    BigDecimal share = new BigDecimal(own).divide(new BigDecimal(all), 6, RoundingMode.HALF_UP);
    return new Block.BarPart(
        share, share.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%");
  }
}
