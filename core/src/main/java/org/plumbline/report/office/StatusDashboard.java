package org.plumbline.report.office;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PerformanceReport;
import org.plumbline.report.RequestSections;
import org.plumbline.report.Tone;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/**
 * The status of an agreement on slides, in the colors of M3's status report, each with its word:
 * how it stands, every metric, the course of those that were not kept, what waits and on whom.
 */
public final class StatusDashboard {

  private static final int ROWS = 9;
  private static final int MOST_CHARTS = 6;

  private final Evaluation evaluation;
  private final Wording wording;
  private final Document report;
  private final SlideDeck deck;
  private final List<Result> latest;

  private StatusDashboard(Evaluation evaluation, Instant made) {
    this.evaluation = evaluation;
    wording = Wording.of(evaluation.agreement());
    report = PerformanceReport.of(evaluation, made);
    deck = new SlideDeck(report.title(), made, report.marking(), Stamp.of(report));
    latest =
        evaluation.results().series().stream()
            .map(series -> series.get(series.size() - 1))
            .filter(result -> evaluation.agreement().metrics().containsKey(result.metric()))
            .toList();
  }

  /**
   * The file, sensitive values masked.
   *
   * @param made when it was made; the file says so
   */
  public static byte[] write(Evaluation evaluation, Instant made) {
    StatusDashboard dashboard = new StatusDashboard(Masking.apply(evaluation), made);
    dashboard.slides();
    return dashboard.deck.bytes();
  }

  private void slides() {
    overall();
    metrics();
    trends();
    table("waiting-on-you", "What waits, and on whom", new int[] {220, 480, 180});
    about();
  }

  private void overall() {
    XSLFSlide slide = deck.slide(evaluation.agreement().title());
    long missed = count(Status.NOT_MET);
    long below = count(Status.BELOW_EXPECTED);
    String word =
        missed > 0 ? "Red: not met" : below > 0 ? "Yellow: below expected" : "Green: on track";
    Tone tone = missed > 0 ? Tone.BAD : below > 0 ? Tone.FAIR : Tone.GOOD;
    List<SlideDeck.Line> lines = new ArrayList<>();
    lines.add(new SlideDeck.Line("", Tone.PLAIN, report.subtitle()));
    lines.add(
        new SlideDeck.Line(
            word,
            tone,
            Numbers.count(count(Status.MET))
                + " of "
                + Numbers.counted(latest.size(), "result", "results")
                + " met, "
                + Numbers.count(below)
                + " below expected, "
                + Numbers.count(missed)
                + " not met, the rest not settled or not judged"));
    deck.words(slide, lines, 0, 16);
    deck.chart(slide, course(), 76);
  }

  private long count(Status status) {
    return latest.stream().filter(result -> result.status() == status).count();
  }

  /** How many results of each period are met, below expected, not met, or open. */
  private ChartXml course() {
    Map<ReportingPeriod, int[]> counts = new LinkedHashMap<>();
    evaluation.results().periods().forEach(period -> counts.put(period, new int[4]));
    for (Result result : evaluation.results().results()) {
      int[] of = counts.computeIfAbsent(result.period(), period -> new int[4]);
      switch (result.status()) {
        case MET -> of[0]++;
        case BELOW_EXPECTED -> of[1]++;
        case NOT_MET -> of[2]++;
        case NOT_DUE, PROVISIONAL, CONTESTED, INDETERMINATE -> of[3]++;
        case NO_DATA, NOT_JUDGED -> {}
      }
    }
    List<String> names =
        List.of("Green: met", "Yellow: below expected", "Red: not met", "Purple: not settled yet");
    List<String> colors = List.of("2E8540", "E5A000", "C3362B", "7A4CA0");
    List<ChartWorkbook.Series> series = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int kind = i;
      series.add(
          new ChartWorkbook.Series(
              names.get(i),
              counts.values().stream()
                  .map(of -> Optional.of(BigDecimal.valueOf(of[kind])))
                  .toList(),
              colors.get(i),
              false));
    }
    return ChartXml.stacked(
        "Results by period",
        new ChartWorkbook(counts.keySet().stream().map(PeriodWords::shortName).toList(), series));
  }

  private void metrics() {
    List<Block.Row> rows = new ArrayList<>();
    for (Result result : latest) {
      var metric = evaluation.agreement().metrics().get(result.metric());
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(
                      wording.metricName(result.metric())
                          + result.each().map(value -> ": " + value).orElse("")),
                  Block.Cell.of(metric == null ? "" : wording.party(metric.performing())),
                  Block.Cell.of(RequestSections.brief(result).replaceFirst(", [^,]*$", "")),
                  Block.Cell.of(result.status().words(), Tone.of(result.status()))),
              false));
    }
    List<Block.Column> columns =
        List.of(
            new Block.Column("Metric", false, 0),
            new Block.Column("Owed by", false, 0),
            new Block.Column("Figure", true, 0),
            new Block.Column("Result", false, 0));
    pages(
        "Each metric",
        "Each metric with its latest result",
        columns,
        rows,
        new int[] {390, 180, 150, 160});
  }

  private void pages(
      String title,
      String caption,
      List<Block.Column> columns,
      List<Block.Row> rows,
      int[] widths) {
    for (int from = 0; from < rows.size(); from += ROWS) {
      List<Block.Row> part = rows.subList(from, Math.min(rows.size(), from + ROWS));
      String page = rows.size() > ROWS ? " (" + (from / ROWS + 1) + ")" : "";
      deck.table(deck.slide(title + page), new Block.Table(caption, columns, part), widths);
    }
  }

  /** The course of what was not kept first, then of the others. */
  private void trends() {
    List<Block.TrendChart> charts = new ArrayList<>();
    for (Document.Section section : report.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.TrendChart chart) {
          charts.add(chart);
        }
      }
    }
    List<Block.TrendChart> ordered =
        new ArrayList<>(charts.stream().filter(StatusDashboard::isMissed).toList());
    charts.stream().filter(chart -> !isMissed(chart)).forEach(ordered::add);
    for (Block.TrendChart chart : ordered.subList(0, Math.min(MOST_CHARTS, ordered.size()))) {
      XSLFSlide slide = deck.slide(chart.title());
      Block.TrendPoint last = chart.points().get(chart.points().size() - 1);
      deck.words(
          slide,
          List.of(
              new SlideDeck.Line(
                  Ink.of(last.tone()).word(),
                  last.tone(),
                  last.period()
                      + ": "
                      + last.shown()
                      + (last.boundShown().isEmpty() ? "" : "; target " + last.boundShown()))),
          0,
          16);
      deck.chart(slide, ChartXml.of(chart), 40);
    }
  }

  private static boolean isMissed(Block.TrendChart chart) {
    Tone tone = chart.points().get(chart.points().size() - 1).tone();
    return tone == Tone.BAD || tone == Tone.FAIR;
  }

  private void table(String id, String title, int[] widths) {
    for (Document.Section section : report.sections()) {
      for (Block block : section.blocks()) {
        if (section.id().equals(id) && block instanceof Block.Table table) {
          pages(title, table.caption(), table.columns(), table.rows(), widths);
        }
      }
    }
  }

  private void about() {
    List<SlideDeck.Line> lines = new ArrayList<>();
    for (Document.Fact fact : report.facts()) {
      lines.add(new SlideDeck.Line("", Tone.PLAIN, fact.name() + ": " + fact.value()));
    }
    lines.add(
        new SlideDeck.Line(
            "",
            Tone.PLAIN,
            "Colors as in M3’s status report: green on track, yellow late, red late where it"
                + " counts, purple to come. "
                + Ink.legend()));
    deck.words(deck.slide("About this document"), lines, 0, 12);
  }
}
