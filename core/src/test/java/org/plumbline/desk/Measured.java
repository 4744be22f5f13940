package org.plumbline.desk;

import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;

/** Makes measurements with few words. */
public final class Measured {

  private Measured() {}

  /** So many of so many cases hold. */
  public static Measurement share(
      String metric, ReportingPeriod period, LineId line, long holding, long cases) {
    return share(metric, period, line, holding, cases, 0);
  }

  /** So many of so many cases hold; of others it cannot be said. */
  public static Measurement share(
      String metric,
      ReportingPeriod period,
      LineId line,
      long holding,
      long cases,
      long indeterminate) {
    long all = cases + indeterminate;
    return new Measurement(
        metric,
        period,
        line,
        Optional.empty(),
        cases,
        holding,
        indeterminate,
        0,
        FigureUnit.SHARE,
        cases == 0 ? Optional.empty() : Optional.of(Exact.ratio(holding, cases)),
        all == 0 ? Optional.empty() : Optional.of(Exact.ratio(holding, all)),
        all == 0 ? Optional.empty() : Optional.of(Exact.ratio(holding + indeterminate, all)));
  }

  /** A figure in some unit. */
  public static Measurement figure(
      String metric, ReportingPeriod period, long cases, FigureUnit unit, Exact figure) {
    return new Measurement(
        metric,
        period,
        LineId.target(),
        Optional.empty(),
        cases,
        cases,
        0,
        0,
        unit,
        Optional.of(figure),
        Optional.of(figure),
        Optional.of(figure));
  }
}
