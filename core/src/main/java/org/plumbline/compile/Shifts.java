package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.number;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;

/**
 * Moments that are other moments moved: {@code at … plus}, {@code day … of} (docs/meaning.md 2).
 */
final class Shifts {

  private final Context context;
  private final TimeTables tables;
  private final Frame frame;

  Shifts(Context context, Frame frame) {
    this.context = context;
    this.frame = frame;
    tables = context.tables();
  }

  MomentValue shifted(MomentTerm.Shifted term, MomentValue at) {
    String calendar = term.calendar().orElseGet(tables.calendars()::ofAgreement);
    MomentValue moment = at;
    if (term.afterHours() && (at.isDate() || !tables.calendars().isAlways(calendar))) {
      Expression moved =
          at.isDate()
              ? tables.ofDate(frame, at, tables.calendars().nextOpenDay(calendar), "next open day")
              : tables.nextOpen(frame, at, calendar, "opening");
      moment = new MomentValue(moved, at.precision(), at.always(), false);
    }
    if (term.shift().isPresent() && term.shift().get().by().kind() == TimeAmount.Kind.ELAPSED) {
      MomentTerm.Shift shift = term.shift().get();
      long micros = shift.forward() ? shift.by().micros() : -shift.by().micros();
      Expression instant = tables.instant(frame, moment, "instant");
      MomentValue shifted =
          new MomentValue(
              frame.add("shifted", Expression.plus(instant, number(micros)), "shifted"),
              Precision.INSTANT,
              moment.always(),
              false);
      moment =
          new MomentValue(
              switch (moment.precision()) {
                case INSTANT -> shifted.value();
                case MINUTE ->
                    frame.add(
                        "minute",
                        Expression.call(Operation.CUT_TO_MINUTE, shifted.value()),
                        "to the minute");
                case DATE -> tables.date(frame, shifted, "date");
              },
              moment.precision(),
              moment.always(),
              false);
      return byDate(moment, rolled(term.roll(), calendar, days -> days, "roll"));
    }
    LongUnaryOperator shift = days -> days;
    String name = "";
    if (term.shift().isPresent()) {
      MomentTerm.Shift by = term.shift().get();
      shift = shift(by.by(), by.forward(), calendar);
      name = (by.forward() ? "plus " : "minus ") + by.by() + " " + calendar;
    }
    return byDate(moment, rolled(term.roll(), calendar, shift, name));
  }

  MomentValue dayOfPeriod(MomentTerm.DayOfPeriod term, MomentValue at) {
    Optional<PeriodRule> rule = PeriodRules.find(context.agreement(), term.period());
    String calendar = term.calendar().orElseGet(tables.calendars()::ofAgreement);
    LongUnaryOperator day =
        date -> rule.map(each -> nthDay(each, term, date)).orElse(DataTable.NOTHING);
    String name = "day " + term.day() + " of " + term.period() + " later " + term.later();
    DateFunction function = rolled(term.roll(), calendar, day, name);
    return new MomentValue(
        tables.ofDate(frame, at, function, "day of period"), Precision.DATE, false, false);
  }

  private static long nthDay(PeriodRule rule, MomentTerm.DayOfPeriod term, long date) {
    ReportingPeriod period = ReportingPeriods.periodOf(rule, LocalDate.ofEpochDay(date));
    for (int i = 0; i < term.later(); i++) {
      period = ReportingPeriods.periodOf(rule, period.until().plusDays(1));
    }
    long last = period.until().toEpochDay();
    return term.day() == MomentTerm.DayOfPeriod.LAST
        ? last
        : Math.min(last, period.from().toEpochDay() + term.day() - 1L);
  }

  /** The date so much later, as a function of dates. */
  private LongUnaryOperator shift(TimeAmount by, boolean forward, String calendar) {
    long sign = forward ? 1 : -1;
    return switch (by.kind()) {
      case BY_DATE_DAYS -> date -> date + sign * by.days();
      case BY_DATE_MONTHS ->
          date -> LocalDate.ofEpochDay(date).plusMonths(sign * by.months()).toEpochDay();
      case BY_DATE_WORKDAYS -> tables.calendars().plusWorkdays(calendar, sign * by.days()).value();
      case ELAPSED -> throw new IllegalArgumentException(by + " is elapsed time");
    };
  }

  private DateFunction rolled(
      Optional<MomentTerm.Roll> roll, String calendar, LongUnaryOperator shift, String name) {
    if (roll.isEmpty()) {
      return new DateFunction(name, shift);
    }
    DateFunction to =
        roll.get() == MomentTerm.Roll.NEXT_WORKDAY
            ? tables.calendars().nextOpenDay(calendar)
            : tables.calendars().lastOpenDay(calendar);
    return new DateFunction(
        name + " then " + to.name(),
        date -> {
          long shifted = shift.applyAsLong(date);
          return shifted == DataTable.NOTHING ? shifted : to.value().applyAsLong(shifted);
        });
  }

  /** The moment with its date moved, its time of day kept. */
  private MomentValue byDate(MomentValue moment, DateFunction function) {
    if (function.name().isEmpty() || function.name().equals("roll")) {
      return moment;
    }
    if (moment.isDate()) {
      return new MomentValue(
          tables.ofDate(frame, moment, function, "shifted date"), Precision.DATE, false, false);
    }
    Expression date = tables.date(frame, moment, "date");
    Expression moved =
        frame.add("moved date", tables.ofDate(frame, moment, function, "shifted date"), "shifted");
    Expression timeOfDay =
        frame.add("time of day", tables.timeOfDay(frame, moment, "time of day"), "time of day");
    Expression there =
        tables.instantOf(
            frame,
            new MomentValue(moved, Precision.DATE, false, false),
            timeOfDay,
            true,
            "instant");
    return new MomentValue(
        frame.add(
            "moved", choose(equal(date, moved), moment.value(), there), "at the same time of day"),
        moment.precision(),
        false,
        false);
  }
}
