package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.List;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.compile.plan.Expression;

/** In which reporting period of a metric a date counts. */
final class Periods {

  /** The number of no period: outside the performance period. */
  static final long OUTSIDE = -1;

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
    String name =
        (clamped ? "nearest period " : "period ")
            + periods.get(0).from()
            + " "
            + periods.get(0).until()
            + " "
            + periods.size();
    return new DateFunction(
        name,
        date -> {
          if (!clamped && (date < first || date > last)) {
            return OUTSIDE;
          }
          int found = java.util.Arrays.binarySearch(ends, date);
          return Math.min(found >= 0 ? found : -found - 1, ends.length - 1);
        });
  }

  /**
   * The number of the period of a moment.
   *
   * @param start the local date of the case's start, for what is decided after the last day
   */
  Expression of(Frame frame, MomentValue moment, Expression date, Expression start) {
    Expression found = context.tables().ofDate(frame, moment, numbering(false), "period of day");
    if (performance.runOut().orElse(PerformancePeriod.RunOut.JUDGED)
        != PerformancePeriod.RunOut.JUDGED) {
      return found;
    }
    long last = performance.until().toEpochDay();
    Expression ranOut = and(less(number(last), date), atMost(start, number(last)));
    return choose(surely(ranOut), number(periods.size() - 1L), found);
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
