package org.plumbline.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.judge.Trend;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** A chart for each figure with more than one period. */
final class Trends {

  private static final int DRAWN_DECIMALS = 4;

  /** The most charts on a page; every figure is in the tables and in JSON. */
  private static final int MOST_CHARTS = 24;

  private final Evaluation evaluation;

  Trends(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** A trend that can be drawn. */
  private record Drawn(Metric metric, List<Result> series, Trend trend) {
    boolean isMissed() {
      Status status = series.get(series.size() - 1).status();
      return status == Status.NOT_MET || status == Status.BELOW_EXPECTED;
    }
  }

  List<Block> charts() {
    List<Drawn> all = new ArrayList<>();
    for (List<Result> series : evaluation.results().series()) {
      Metric metric = evaluation.agreement().metrics().get(series.get(0).metric());
      for (Trend trend : Trend.of(series)) {
        long known =
            trend.points().stream().filter(point -> point.figure().isPresent()).count()
                + new HistorySection(evaluation).points(trend).size();
        if (metric != null && known > 1) {
          all.add(new Drawn(metric, series, trend));
        }
      }
    }
    List<Block> charts = new ArrayList<>();
    for (Drawn drawn : most(all)) {
      charts.add(
          chart("trend-" + (charts.size() + 1), drawn.metric(), drawn.series(), drawn.trend()));
    }
    if (charts.size() < all.size()) {
      charts.add(
          new Block.Paragraph(
              "Drawn are "
                  + Numbers.count(MOST_CHARTS)
                  + " of "
                  + Numbers.count(all.size())
                  + " figures, those not kept first; the numbers of all stand under Status by"
                  + " metric."));
    }
    return charts;
  }

  /** As many as are drawn, those not kept before the others, in the order of the agreement. */
  private static List<Drawn> most(List<Drawn> all) {
    Set<Drawn> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    all.stream()
        .sorted(Comparator.comparing(drawn -> drawn.isMissed() ? 0 : 1))
        .limit(MOST_CHARTS)
        .forEach(chosen::add);
    return all.stream().filter(chosen::contains).toList();
  }

  private Block chart(String id, Metric metric, List<Result> series, Trend trend) {
    Result latest = series.get(series.size() - 1);
    List<LineResult> lines = latest.targetLines();
    String line =
        lines.size() < 2
            ? ""
            : lines.stream()
                .filter(each -> each.line().equals(trend.line()))
                .findFirst()
                .map(each -> ": " + Wording.of(evaluation.text(latest)).line(trend.metric(), each))
                .orElse("");
    String each = trend.each().map(value -> ", " + value).orElse("");
    List<Block.TrendPoint> points = new ArrayList<>(new HistorySection(evaluation).points(trend));
    trend.points().forEach(point -> points.add(point(trend, point, lines.size() == 1)));
    String name = metric.name() + each + line + broken(trend.metric());
    return new Block.TrendChart(id, name, unit(trend.unit()), points);
  }

  /** Where what is measured changed. */
  private String broken(String metric) {
    List<LocalDate> days =
        evaluation
            .versions()
            .map(under -> under.breaks().getOrDefault(metric, List.of()))
            .orElse(List.of());
    return days.isEmpty()
        ? ""
        : " (not comparable before " + days.get(days.size() - 1) + ": other terms)";
  }

  static Block.TrendPoint point(Trend trend, Trend.Point point, boolean only) {
    return new Block.TrendPoint(
        PeriodWords.shortName(point.period()),
        point.figure().map(figure -> drawn(figure, trend.unit())),
        point
            .figure()
            .map(figure -> Numbers.figure(figure, trend.unit(), point.bounds()))
            .orElse("no data"),
        bound(point.bounds(), trend.unit()),
        point.bounds().isEmpty() ? "none" : Wording.bounds(point.bounds(), trend.unit()),
        only ? Tone.of(point.status()) : Tone.of(point.holds()),
        point.status().words());
  }

  private static Optional<BigDecimal> bound(List<BoundValue> bounds, FigureUnit unit) {
    return bounds.isEmpty()
        ? Optional.empty()
        : bounds
            .get(0)
            .worked()
            .or(() -> bounds.get(0).value().flatMap(Trends::number))
            .map(value -> drawn(value, unit));
  }

  private static Optional<Exact> number(Literal literal) {
    if (literal instanceof Literal.Percent percent) {
      return Optional.of(Exact.of(percent.share().ratio()));
    }
    if (literal instanceof Literal.Numeral numeral) {
      return Optional.of(Exact.of(numeral.value()));
    }
    if (literal instanceof Literal.Amount amount) {
      return Optional.of(Exact.of(amount.money().amount()));
    }
    if (literal instanceof Literal.Time time) {
      return switch (time.amount().kind()) {
        case ELAPSED -> Optional.of(Exact.of(time.amount().micros()));
        case BY_DATE_DAYS, BY_DATE_WORKDAYS -> Optional.of(Exact.of(time.amount().days()));
        case BY_DATE_MONTHS -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** A figure as charts draw it. */
  static BigDecimal drawn(Exact value, FigureUnit unit) {
    return switch (unit) {
      case SHARE -> value.times(Exact.of(100)).rounded(DRAWN_DECIMALS);
      case MICROSECONDS -> value.dividedBy(Exact.of(EpochMicros.HOUR)).rounded(DRAWN_DECIMALS);
      case CASES, DAYS, WORKDAYS, MONEY, NUMBER -> value.rounded(DRAWN_DECIMALS);
    };
  }

  static String unit(FigureUnit unit) {
    return switch (unit) {
      case SHARE -> "%";
      case MICROSECONDS -> TimeAmount.Unit.HOURS.plural();
      case DAYS -> TimeAmount.Unit.DAYS.plural();
      case WORKDAYS -> TimeAmount.Unit.WORKDAYS.plural();
      case CASES -> "cases";
      case MONEY, NUMBER -> "";
    };
  }
}
