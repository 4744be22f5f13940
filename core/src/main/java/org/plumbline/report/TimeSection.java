package org.plumbline.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Turn;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** Who consumed the time: shares of open time by party, with closed time beside (design 4.2). */
final class TimeSection {

  /** The most charts; the other metrics stand in a table. */
  private static final int MOST_CHARTS = 12;

  private final Evaluation evaluation;
  private final Wording wording;

  TimeSection(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
  }

  List<Document.Section> sections() {
    Map<String, Map<ReportingPeriod, Map<String, PartyTime>>> times = times();
    Map<List<List<Object>>, String> named = new LinkedHashMap<>();
    Map<String, String> same = new LinkedHashMap<>();
    List<String> apart = new ArrayList<>();
    evaluation
        .agreement()
        .metrics()
        .forEach(
            (id, metric) -> {
              var own = times.get(id);
              if (own != null) {
                String name = named.putIfAbsent(values(own), metric.name());
                if (name == null) {
                  apart.add(id);
                } else {
                  same.put(id, name);
                }
              }
            });
    List<String> drawn = drawn(apart);
    List<Block> blocks = new ArrayList<>();
    evaluation
        .agreement()
        .metrics()
        .forEach(
            (id, metric) -> {
              var own = times.get(id);
              if (own != null && drawn.contains(id)) {
                blocks.add(bars("time-" + (blocks.size() + 1), metric, own));
                closed(metric, own).ifPresent(blocks::add);
              } else if (same.containsKey(id)) {
                blocks.add(
                    new Block.Paragraph(
                        metric.name() + ": the same as for “" + same.get(id) + "”."));
              }
            });
    apart.removeAll(drawn);
    if (!apart.isEmpty()) {
      blocks.add(others(apart, times));
    }
    return blocks.isEmpty()
        ? List.of()
        : List.of(
            new Document.Section(
                "time",
                "Who consumed the time",
                "Of the open time of the cases counted, the share that each party held them."
                    + " Closed time is nobody’s and stands apart, by whose turn it was.",
                blocks));
  }

  /** Those that are drawn, where there are many: metrics that were not kept before others. */
  private List<String> drawn(List<String> metrics) {
    Set<String> missed = new HashSet<>();
    for (List<Result> series : evaluation.results().series()) {
      Status latest = series.get(series.size() - 1).status();
      if (latest == Status.NOT_MET || latest == Status.BELOW_EXPECTED) {
        missed.add(series.get(0).metric());
      }
    }
    List<String> ordered = new ArrayList<>(metrics);
    ordered.sort(Comparator.comparing((String id) -> !missed.contains(id)));
    return ordered.subList(0, Math.min(MOST_CHARTS, ordered.size()));
  }

  /** The metrics that are not drawn, a row each over all periods. */
  private Block others(
      List<String> metrics, Map<String, Map<ReportingPeriod, Map<String, PartyTime>>> times) {
    List<String> parties = parties(evaluation);
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Metric", false, 0));
    parties.forEach(party -> columns.add(new Block.Column(wording.party(party), true, 0)));
    columns.add(new Block.Column("Open time", true, 1));
    List<Block.Row> rows = new ArrayList<>();
    for (String id : metrics) {
      Map<String, BigInteger> open = new HashMap<>();
      for (Map<String, PartyTime> period : Objects.requireNonNull(times.get(id)).values()) {
        period.forEach((party, time) -> open.merge(party, time.openMicros(), BigInteger::add));
      }
      BigInteger all = open.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
      List<Block.Cell> cells = new ArrayList<>();
      cells.add(Block.Cell.of(wording.metricName(id)));
      for (String party : parties) {
        BigInteger own = open.getOrDefault(party, BigInteger.ZERO);
        cells.add(Block.Cell.of(all.signum() == 0 ? "0.0%" : Numbers.percent(new Exact(own, all))));
      }
      cells.add(Block.Cell.of(Numbers.hours(all)));
      rows.add(new Block.Row(cells, false));
    }
    return new Block.Table(
        "The other metrics, over all periods; by period they stand in the results workbook and in"
            + " JSON",
        columns,
        rows);
  }

  /** The parties in the agreement's order, then nobody, then unassigned; those that had time. */
  static List<String> parties(Evaluation evaluation) {
    TreeSet<String> seen = new TreeSet<>();
    evaluation.partyTimes().forEach(time -> seen.add(time.party()));
    evaluation
        .stories()
        .forEach(story -> story.intervals().forEach(interval -> seen.add(interval.party())));
    List<String> ordered = order(evaluation);
    ordered.removeIf(party -> !seen.contains(party) && !isOneOfTheTwo(party));
    seen.removeAll(ordered);
    ordered.addAll(seen);
    return ordered;
  }

  private static List<String> order(Evaluation evaluation) {
    List<String> ordered = new ArrayList<>(List.of(Party.CUSTOMER, Party.PROVIDER));
    for (String party : evaluation.agreement().parties().keySet()) {
      if (!isOneOfTheTwo(party)) {
        ordered.add(party);
      }
    }
    ordered.add(Turn.NOBODY);
    ordered.add(PartyTime.UNASSIGNED);
    return ordered;
  }

  private static boolean isOneOfTheTwo(String party) {
    return party.equals(Party.CUSTOMER) || party.equals(Party.PROVIDER);
  }

  /** A party with its color, the same in every chart of the report. */
  static Block.PartyName name(Evaluation evaluation, Wording wording, String party) {
    int color =
        switch (party) {
          case Turn.NOBODY -> Block.PartyName.NOBODY;
          case PartyTime.UNASSIGNED -> Block.PartyName.UNASSIGNED;
          default ->
              Math.min(Math.max(0, order(evaluation).indexOf(party)), Block.PartyName.NOBODY - 1);
        };
    return new Block.PartyName(wording.party(party), color);
  }

  /** By metric, period and party; periods in order. */
  private Map<String, Map<ReportingPeriod, Map<String, PartyTime>>> times() {
    Map<String, Map<ReportingPeriod, Map<String, PartyTime>>> found = new HashMap<>();
    for (PartyTime time : evaluation.partyTimes()) {
      found
          .computeIfAbsent(time.metric(), id -> new HashMap<>())
          .computeIfAbsent(time.period(), period -> new LinkedHashMap<>())
          .put(time.party(), time);
    }
    Map<String, Map<ReportingPeriod, Map<String, PartyTime>>> times = new HashMap<>();
    for (ReportingPeriod period : evaluation.results().periods()) {
      found.forEach(
          (metric, periods) -> {
            Map<String, PartyTime> own = periods.get(period);
            if (own != null) {
              times.computeIfAbsent(metric, id -> new LinkedHashMap<>()).put(period, own);
            }
          });
    }
    return times;
  }

  /** What two metrics must share to be shown once. */
  private static List<List<Object>> values(Map<ReportingPeriod, Map<String, PartyTime>> times) {
    List<List<Object>> values = new ArrayList<>();
    times.forEach(
        (period, byParty) ->
            byParty.forEach(
                (party, time) ->
                    values.add(List.of(period, party, time.openMicros(), time.closedMicros()))));
    return values;
  }

  private Block bars(String id, Metric metric, Map<ReportingPeriod, Map<String, PartyTime>> times) {
    List<String> parties = parties(evaluation);
    List<Block.BarRow> rows = new ArrayList<>();
    times.forEach(
        (period, byParty) -> {
          BigInteger open = BigInteger.ZERO;
          BigInteger closed = BigInteger.ZERO;
          for (PartyTime time : byParty.values()) {
            open = open.add(time.openMicros());
            closed = closed.add(time.closedMicros());
          }
          List<Block.BarPart> parts = new ArrayList<>();
          for (String party : parties) {
            parts.add(part(byParty, party, open));
          }
          rows.add(
              new Block.BarRow(
                  PeriodWords.shortName(period),
                  parts,
                  List.of(
                      new Document.Fact("Open time", Numbers.hours(open)),
                      new Document.Fact("Closed time", Numbers.hours(closed)))));
        });
    return new Block.ShareBars(
        id,
        metric.name(),
        parties.stream().map(party -> name(evaluation, wording, party)).toList(),
        rows);
  }

  private static Block.BarPart part(Map<String, PartyTime> byParty, String party, BigInteger open) {
    PartyTime time = byParty.get(party);
    if (time == null || open.signum() == 0) {
      return new Block.BarPart(BigDecimal.ZERO, "0.0%");
    }
    Exact share = new Exact(time.openMicros(), open);
    return new Block.BarPart(
        share.rounded(6), Numbers.percent(share) + " (" + Numbers.hours(time.openMicros()) + ")");
  }

  /** Closed time by whose turn it was; empty where nothing was closed. */
  private Optional<Block> closed(
      Metric metric, Map<ReportingPeriod, Map<String, PartyTime>> times) {
    if (times.values().stream()
        .flatMap(byParty -> byParty.values().stream())
        .allMatch(time -> time.closedMicros().signum() == 0)) {
      return Optional.empty();
    }
    List<String> parties = parties(evaluation);
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Period", false, 0));
    parties.forEach(party -> columns.add(new Block.Column(wording.party(party), true, 0)));
    List<Block.Row> rows = new ArrayList<>();
    times.forEach(
        (period, byParty) -> {
          List<Block.Cell> cells = new ArrayList<>();
          cells.add(Block.Cell.of(PeriodWords.shortName(period)));
          for (String party : parties) {
            PartyTime time = byParty.get(party);
            cells.add(
                Block.Cell.of(Numbers.hours(time == null ? BigInteger.ZERO : time.closedMicros())));
          }
          rows.add(new Block.Row(cells, false));
        });
    Block table =
        new Block.Table(metric.name() + ": closed time, by whose turn it was", columns, rows);
    return Optional.of(new Block.Folded("Closed time, by whose turn it was", List.of(table)));
  }
}
