package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.number;

import java.time.LocalDate;
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

  private static final long FOREVER = Long.MAX_VALUE / 4;

  private final Context context;
  private final List<ReportingPeriod> periods;
  private final PerformancePeriod performance;

  Periods(Context context, List<ReportingPeriod> periods) {
    this.context = context;
    this.periods = periods;
    performance = context.agreement().performancePeriod();
  }

  /**
   * Where a date stands: the number of its period, {@link #OUTSIDE} before the performance period,
   * the number of periods after it.
   */
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
            return ends.length;
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
    return placed(standing(frame, moment), start.map(each -> standing(frame, each)));
  }

  /**
   * The number of the period in which what stands somewhere counts.
   *
   * @param start where the start of the case's clock stands
   */
  Expression placed(Expression standing, Optional<Expression> start) {
    boolean judged =
        performance.runOut().orElse(PerformancePeriod.RunOut.JUDGED)
            == PerformancePeriod.RunOut.JUDGED;
    Expression late =
        judged && start.isPresent()
            ? choose(
                less(start.get(), number(periods.size())),
                number(periods.size() - 1L),
                number(OUTSIDE))
            : number(OUTSIDE);
    return choose(equal(standing, number(periods.size())), late, standing);
  }

  /** Where the date of a moment stands: before, in, or after the performance period. */
  Expression standing(Frame frame, MomentValue moment) {
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
    String name =
        periods.get(0).from()
            + " "
            + periods.get(0).until()
            + " "
            + periods.get(periods.size() - 1).from()
            + " "
            + periods.size();
    List<List<LocalDate>> dates =
        periods.stream().map(each -> List.of(each.from(), each.until())).toList();
    return kind + " " + context.tables().nameOf(name, dates);
  }

  /**
   * The open time of a calendar up to the end of a date's period, or of a later one.
   *
   * @param later 0: the date's own period, 1: the next
   */
  DateFunction workedUntilEnd(String calendar, int later) {
    DateFunction standing = numbering(false);
    long[] worked = workedAtEnds(calendar);
    return new DateFunction(
        "worked " + calendar + " until " + standing.name() + " later " + later,
        date -> {
          long end = standing.value().applyAsLong(date) + 1 + later;
          return end < worked.length ? worked[(int) end] : FOREVER;
        });
  }

  /**
   * How many periods after that of its start a limit runs out at most, wherever the start lies.
   *
   * @param micros open time within the limit
   */
  int periodsAfter(String calendar, long micros) {
    long[] worked = workedAtEnds(calendar);
    int most = 0;
    for (int i = 0; i < worked.length; i++) {
      int later = 0;
      while (i + later < worked.length && worked[i + later] - worked[i] < micros) {
        later++;
      }
      most = Math.max(most, later);
    }
    return most;
  }

  // Up to the last microsecond before the performance period, and of each period.
  private long[] workedAtEnds(String calendar) {
    Calendars calendars = context.tables().calendars();
    Horizon horizon = context.tables().horizon();
    long[] worked = new long[periods.size() + 1];
    worked[0] = calendars.worked(calendar, horizon.startOfDay(performance.from().toEpochDay()) - 1);
    for (int i = 0; i < periods.size(); i++) {
      long next =
          Math.min(periods.get(i).until().toEpochDay(), performance.until().toEpochDay()) + 1;
      worked[i + 1] = calendars.worked(calendar, horizon.startOfDay(next) - 1);
    }
    return worked;
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
