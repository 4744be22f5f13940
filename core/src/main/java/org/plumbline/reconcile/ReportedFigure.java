package org.plumbline.reconcile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.finding.Place;
import org.plumbline.judge.BoundValue;
import org.plumbline.profile.Cells;
import org.plumbline.profile.Numeral;

/**
 * One figure of the provider's report, its texts as they stand there.
 *
 * @param name what the report calls the metric
 * @param metric the metric that it is taken for
 * @param line the line of the target that it is of, from 1; empty: of the metric as a whole
 * @param each the value of the metric's {@code each} field
 * @param period the days that it is of
 * @param text the figure; empty if the report gives counts alone
 * @param unit what the heading or the mapping says of its unit: {@code percent}, {@code hours} …
 * @param held of how many cases the report says that they kept the promise
 * @param cases how many cases the report counts
 * @param met what the report says of the result, if it does
 * @param place where it stands: row, and number of the cell
 */
public record ReportedFigure(
    String name,
    String metric,
    Optional<Integer> line,
    Optional<String> each,
    ReportingPeriod period,
    String text,
    Optional<String> unit,
    Optional<Long> held,
    Optional<Long> cases,
    Optional<Boolean> met,
    Place place) {

  /** Whatever may be reported of a metric as a whole for a period. */
  static ReportedFigure any(String metric, ReportingPeriod period) {
    return new ReportedFigure(
        metric,
        metric,
        Optional.empty(),
        Optional.empty(),
        period,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Place.of(""));
  }

  /** The same for another value of the {@code each} field. */
  public ReportedFigure of(Optional<String> other) {
    return new ReportedFigure(
        name, metric, line, other, period, text, unit, held, cases, met, place);
  }

  /**
   * The figure as far as it is written; where there are counts alone, their share. A share above
   * one without its mark is a percentage.
   *
   * @param in in what the metric's figures are expressed
   * @param bounds those of the line, whose unit a bare time has
   */
  public Optional<Exact> value(FigureUnit in, List<BoundValue> bounds) {
    Optional<Exact> counted =
        in == FigureUnit.SHARE && held.isPresent() && cases.filter(all -> all > 0).isPresent()
            ? Optional.of(Exact.ratio(held.get(), cases.get()))
            : Optional.empty();
    if (Cells.isNothing(text)) {
      return counted;
    }
    boolean inPercent =
        Numeral.of(text).filter(it -> it.value().compareTo(BigDecimal.ONE) > 0).isPresent();
    return ReportedValue.read(text, unit, inPercent, in, bounds)
        .map(ReportedValue::exact)
        .or(() -> counted);
  }
}
