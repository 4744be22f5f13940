package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.number;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.compile.plan.Expression;

/** In which reporting period of a metric a date counts. */
final class Periods {

  /** The number of no period: outside the performance period. */
  static final long OUTSIDE = -1;

  /** Where a date stands that is after the performance period. */
  private static final long AFTER = -2;

  private final Context context;
  private final List<ReportingPeriod> periods;
  private final PerformancePeriod performance;

  Periods(Context context, List<ReportingPeriod> periods) {
    this.context = context;
    this.periods = periods;
    performance = context.agreement().performancePeriod();
  }

  /** Which period holds a date; {@link #OUTSIDE} if none. */
  private DateFunction numbering(boolean clamped) {
    long first = performance.from().toEpochDay();
    long last = performance.until().toEpochDay();
    long[] ends = periods.stream().mapToLong(each -> each.until().toEpochDay()).toArray();
    return new DateFunction(
        name(clamped ? "nearest period" : "period"),
        date -> {
          if (!clamped && date < first) {
            return OUTSIDE;
          }
          if (!clamped && date > last) {
            return AFTER;
          }
          int found = java.util.Arrays.binarySearch(ends, date);
          return Math.min(found >= 0 ? found : -found - 1, ends.length - 1);
        });
  }

  /**
   * The number of the period of a moment.
   *
   * @param start where the case's clock started, for what is decided after the last day
   */
  Expression of(Frame frame, MomentValue moment, Optional<MomentValue> start) {
    Expression found = standing(frame, moment);
    boolean judged =
        performance.runOut().orElse(PerformancePeriod.RunOut.JUDGED)
            == PerformancePeriod.RunOut.JUDGED;
    Expression late =
        judged && start.isPresent()
            ? choose(
                less(number(AFTER), standing(frame, start.get())),
                number(periods.size() - 1L),
                number(OUTSIDE))
            : number(OUTSIDE);
    return choose(equal(found, number(AFTER)), late, found);
  }

  /** The number of a period, {@link #OUTSIDE} before or {@link #AFTER} the performance period. */
  private Expression standing(Frame frame, MomentValue moment) {
    return context
        .tables()
        .few(context.tables().ofDate(frame, moment, numbering(false), "period of day"));
  }

  /** The number of the last period that begins on or before a date; -1 if there is none. */
  Expression begun(Frame frame, Expression date) {
    long[] begins = periods.stream().mapToLong(each -> each.from().toEpochDay()).toArray();
    DateFunction latest =
        new DateFunction(
            name("begun"),
            day -> {
              int found = java.util.Arrays.binarySearch(begins, day + 1);
              return (found >= 0 ? found : -found - 1) - 1L;
            });
    return context
        .tables()
        .ofDate(frame, new MomentValue(date, Precision.DATE, false, false), latest, "period begun");
  }

  private String name(String kind) {
    return kind
        + " "
        + periods.get(0).from()
        + " "
        + periods.get(0).until()
        + " "
        + periods.get(periods.size() - 1).from()
        + " "
        + periods.size();
  }

  /** The number of the first period that ends on or after a date, else of the last. */
  Expression nearest(Frame frame, Expression date) {
    return context
        .tables()
        .ofDate(
            frame,
            new MomentValue(date, Precision.DATE, false, false),
            numbering(true),
            "nearest period");
  }
}
