package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.finding.Place;
import org.plumbline.reconcile.ReportedFigure;

/** Figures of the periods before an agreement was kept here. */
class HistorySectionTest {

  private static final Instant MADE = Instant.parse("2026-11-22T13:00:00Z");

  private static ReportedFigure figure(int month, String text, Optional<Long> held) {
    YearMonth of = YearMonth.of(2015, month);
    return new ReportedFigure(
        "Resolved",
        "incidents-resolved",
        Optional.empty(),
        Optional.empty(),
        ReportingPeriod.of(of.atDay(1), of.atEndOfMonth()),
        text,
        Optional.empty(),
        held,
        held.map(count -> 200L),
        Optional.empty(),
        Place.of("history.csv"));
  }

  private static Document report(ReportedFigure... figures) {
    return PerformanceReport.of(DeskEvaluation.evaluation().after(List.of(figures)), MADE);
  }

  private static List<Block.TrendChart> charts(Document document) {
    return document.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Block.TrendChart.class::isInstance)
        .map(Block.TrendChart.class::cast)
        .filter(chart -> chart.points().get(0).status().equals("reported earlier"))
        .toList();
  }

  @Test
  void itStandsInATableInOrderOfTime() {
    Document document =
        report(figure(12, "96.5%", Optional.empty()), figure(11, "", Optional.of(190L)));
    Document.Section section =
        document.sections().stream()
            .filter(each -> each.id().equals("history"))
            .findFirst()
            .orElseThrow();
    Block.Table table = (Block.Table) section.blocks().get(0);
    assertThat(table.rows())
        .extracting(row -> row.cells().get(1).text())
        .containsExactly("Nov 2015", "Dec 2015");
    assertThat(table.rows().get(0).cells().get(3).text()).isEqualTo("190 of 200");
  }

  @Test
  void itStandsBeforeOursInATrendAndIsNotJudged() {
    Document document =
        report(figure(12, "96.5%", Optional.empty()), figure(11, "", Optional.of(190L)));
    Block.TrendChart chart = charts(document).get(0);
    assertThat(chart.points()).extracting(Block.TrendPoint::shown).startsWith("95.0%", "96.5%");
    assertThat(chart.points().get(0).bound()).isEmpty();
    assertThat(chart.points().get(2).status()).isNotEqualTo("reported earlier");
  }

  @Test
  void withoutAHistoryNothingIsSaidOfOne() {
    assertThat(PerformanceReport.of(DeskEvaluation.evaluation(), MADE).sections())
        .noneMatch(section -> section.id().equals("history"));
  }

  @Test
  void aBareShareAboveOneIsAPercentage() {
    assertThat(figure(12, "96.5", Optional.empty()).value(FigureUnit.SHARE, List.of()))
        .contains(Exact.ratio(965, 1000));
    assertThat(figure(12, "0.965", Optional.empty()).value(FigureUnit.SHARE, List.of()))
        .contains(Exact.ratio(965, 1000));
    assertThat(figure(12, "n/a", Optional.empty()).value(FigureUnit.SHARE, List.of())).isEmpty();
  }
}
