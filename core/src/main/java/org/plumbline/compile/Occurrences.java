package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.greatest;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.least;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.plus;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/**
 * What was due: a row for each occurrence that T has reached, with the moment that the agreement
 * fills in as {@link #FOR} (docs/meaning.md 14).
 */
final class Occurrences {

  /** The column with the moment that is filled in, as it comes from the rhythm. */
  static final String FOR = "due for";

  private static final String BEGINS = "stretch begins";
  private static final String ENDS = "stretch ends";
  private static final String NUMBER = "occurrence";

  private final Derivation derivation;
  private final Origin.Expected expected;
  private final TimeTables tables;
  private final Horizon horizon;
  private final long now;

  Occurrences(Derivation derivation, Origin.Expected expected) {
    this.derivation = derivation;
    this.expected = expected;
    tables = derivation.tables();
    horizon = tables.horizon();
    now = derivation.empty().asOfMicros();
  }

  /** The period of an occurrence, where it is due once in each period. */
  Optional<PeriodRule> rule() {
    return expected.rhythm() instanceof Origin.Rhythm.EveryPeriod every
        ? PeriodRules.find(derivation.agreement(), every.period())
        : Optional.empty();
  }

  /** How finely the moment is known that comes from the rhythm. */
  Precision precision() {
    return amount().filter(each -> each.kind() == TimeAmount.Kind.ELAPSED).isPresent()
        ? Precision.INSTANT
        : Precision.DATE;
  }

  private Optional<TimeAmount> amount() {
    return expected.rhythm() instanceof Origin.Rhythm.EveryAmount every
        ? Optional.of(every.every())
        : Optional.empty();
  }

  private long first() {
    return derivation.agreement().performancePeriod().from().toEpochDay();
  }

  private long last() {
    return derivation.agreement().performancePeriod().until().toEpochDay();
  }

  private long today() {
    return horizon.dateOf(now);
  }

  // ---- without another set ----

  /** The occurrences of the performance period. */
  Plan ofThePeriod() {
    boolean instants = precision() == Precision.INSTANT;
    long reached = instants ? now : today();
    long[] due = due().filter(at -> at <= reached).distinct().toArray();
    LookUpTable table = new LookUpTable("due", due.length);
    Column column = table.column("due: for", slot -> due[slot]);
    tables.add(table);
    Plan scan = new Plan.Scan(table.name(), List.of(column), "what was due");
    return new Plan.Extend(
        scan,
        List.of(),
        List.of(new org.plumbline.compile.plan.Named(FOR, column(column.name()))),
        "what was due");
  }

  private LongStream due() {
    if (expected.rhythm() instanceof Origin.Rhythm.EveryAmount every) {
      TimeAmount amount = every.every();
      if (amount.kind() == TimeAmount.Kind.ELAPSED) {
        long begin = horizon.startOfDay(first());
        long end = Math.min(now, horizon.startOfDay(last() + 1) - 1);
        return LongStream.iterate(
            begin + amount.micros(), at -> at <= end, at -> at + amount.micros());
      }
      long begin = first();
      return LongStream.iterate(1, k -> shifted(begin, amount, k) <= last(), k -> k + 1)
          .map(k -> shifted(begin, amount, k));
    }
    return listed().stream()
        .filter(each -> each.last() >= first() && each.last() <= last())
        .mapToLong(Listed::first);
  }

  private long shifted(long begin, TimeAmount amount, long times) {
    return switch (amount.kind()) {
      case BY_DATE_DAYS -> begin + times * amount.days();
      case BY_DATE_MONTHS ->
          LocalDate.ofEpochDay(begin).plusMonths(times * amount.months()).toEpochDay();
      case BY_DATE_WORKDAYS ->
          derivation
              .agreement()
              .calendar()
              .map(
                  id -> {
                    long day =
                        tables
                            .calendars()
                            .plusWorkdays(id, times * amount.days())
                            .value()
                            .applyAsLong(begin);
                    return day == DataTable.NOTHING ? Long.MAX_VALUE : day;
                  })
              .orElse(begin + times * amount.days());
      case ELAPSED -> throw new IllegalArgumentException(amount + " is elapsed time");
    };
  }

  /** A date on which something is due; of a period its first day, and its last. */
  private record Listed(long first, long last) {}

  private List<Listed> listed() {
    List<Listed> listed = new ArrayList<>();
    if (expected.rhythm() instanceof Origin.Rhythm.Dates dates) {
      dates.dates().stream()
          .distinct()
          .sorted()
          .forEach(date -> listed.add(new Listed(date.toEpochDay(), date.toEpochDay())));
    }
    rule()
        .ifPresent(
            rule -> {
              LocalDate end = LocalDate.ofEpochDay(horizon.last());
              for (LocalDate date = LocalDate.ofEpochDay(horizon.first()); !date.isAfter(end); ) {
                ReportingPeriod period = ReportingPeriods.periodOf(rule, date);
                listed.add(new Listed(period.from().toEpochDay(), period.until().toEpochDay()));
                date = period.until().plusDays(1);
              }
            });
    return listed;
  }

  // ---- of the cases of another set ----

  /** The occurrences of each case of the set, with the columns of its frame. */
  Plan ofCases(SourceRows source) {
    Frame frame = source.frame();
    frame.filter(Expression.missing(column("unusable")), "cases that can be used");
    boolean instants = precision() == Precision.INSTANT;
    stretch(source, instants ? Precision.INSTANT : Precision.DATE);
    Expression some = atMost(column(BEGINS), column(ENDS));
    Expression count;
    Expression before = number(0);
    if (amount().isPresent()) {
      count = count(frame, amount().get());
    } else {
      long[] lasts = listed().stream().mapToLong(Listed::last).toArray();
      before = upTo(frame, BEGINS, lasts, false);
      count = minus(upTo(frame, ENDS, lasts, true), before);
    }
    frame.put("before the stretch", before, "occurrences before it");
    frame.put("in the stretch", choose(some, count, number(0)), "how often it is due");
    Plan cases = frame.plan();
    Plan repeated =
        new Plan.Repeat(
            cases,
            number(1),
            column("in the stretch"),
            NUMBER,
            new Schemas().names(cases),
            "each occurrence");
    Frame each = new Frame(repeated);
    each.put(FOR, due(each), "when it is due");
    each.filter(
        Expression.and(
            atMost(column(FOR), number(instants ? now : today())),
            amount().isPresent() ? atMost(column(FOR), column(ENDS)) : Expression.YES),
        "what T has reached");
    return each.plan();
  }

  private void stretch(SourceRows source, Precision precision) {
    Frame frame = source.frame();
    boolean instants = precision == Precision.INSTANT;
    Expression begins = number(instants ? horizon.startOfDay(first()) : first());
    Expression ends = number(instants ? horizon.startOfDay(last() + 1) - 1 : last());
    if (expected.whilst().isPresent()) {
      Origin.While whilst = expected.whilst().get();
      begins = source.rows().in(source.moment(whilst.from()), precision);
      ends =
          firstKnown(
              source.rows().in(source.moment(whilst.until()), precision),
              number(instants ? now : today()));
    }
    frame.put(BEGINS, begins, "where the stretch begins");
    frame.put(ENDS, ends, "where the stretch ends");
    frame.filter(known(column(BEGINS)), "cases with a beginning");
  }

  private MomentValue date(String column) {
    return new MomentValue(column(column), Precision.DATE, false, false);
  }

  /** How many listed dates end on or before (or only before) a date. */
  private Expression upTo(Frame frame, String column, long[] lasts, boolean included) {
    String name = "occurrences " + (included ? "until" : "before");
    return tables.ofDate(
        frame,
        date(column),
        new DateFunction(
            name,
            day -> Arrays.stream(lasts).filter(at -> included ? at <= day : at < day).count()),
        name);
  }

  /** How often an amount fits in between the beginning and the end, or T; at least so often. */
  private Expression count(Frame frame, TimeAmount amount) {
    boolean instants = amount.kind() == TimeAmount.Kind.ELAPSED;
    Expression end = least(column(ENDS), number(instants ? now : today()));
    Expression length = minus(end, column(BEGINS));
    if (amount.kind() == TimeAmount.Kind.BY_DATE_WORKDAYS) {
      String calendar = tables.calendars().ofAgreement();
      frame.put("stretch ends or now", end, "the end, or T");
      length =
          minus(ordinal(frame, "stretch ends or now", calendar), ordinal(frame, BEGINS, calendar));
    }
    long one =
        switch (amount.kind()) {
          case ELAPSED -> amount.micros();
          case BY_DATE_DAYS, BY_DATE_WORKDAYS -> amount.days();
          case BY_DATE_MONTHS -> 28L * amount.months();
        };
    return Expression.call(
        Operation.DIVIDED_DOWN, greatest(length, number(0)), number(Math.max(1, one)));
  }

  private Expression ordinal(Frame frame, String column, String calendar) {
    return tables.ofDate(
        frame, date(column), tables.calendars().ordinal(calendar), "open days until");
  }

  private Expression due(Frame frame) {
    if (amount().isEmpty()) {
      List<Listed> listed = listed();
      LookUpTable table = new LookUpTable("due", Math.max(1, listed.size()));
      Column day =
          table.column(
              "due: for",
              slot -> slot < listed.size() ? listed.get(slot).first() : DataTable.NOTHING);
      tables.add(table);
      Expression slot = minus(plus(column("before the stretch"), column(NUMBER)), number(1));
      return frame.lookUp(
          "due",
          table,
          least(greatest(slot, number(0)), number(table.rows() - 1L)),
          List.of(day),
          column(day.name()),
          "due");
    }
    TimeAmount amount = amount().get();
    String calendar = tables.calendars().ofAgreement();
    return switch (amount.kind()) {
      case ELAPSED -> plus(column(BEGINS), times(amount.micros()));
      case BY_DATE_DAYS -> plus(column(BEGINS), times(amount.days()));
      case BY_DATE_WORKDAYS ->
          tables.openDay(
              frame,
              frame.add(
                  "open day",
                  plus(ordinal(frame, BEGINS, calendar), times(amount.days())),
                  "the number of the open day"),
              calendar,
              "due");
      case BY_DATE_MONTHS -> months(frame, amount.months());
    };
  }

  private Expression times(long one) {
    return Expression.call(Operation.TIMES, column(NUMBER), number(one));
  }

  /** The same day so many months later, or the last of that month. */
  private Expression months(Frame frame, long each) {
    YearMonth first = YearMonth.from(LocalDate.ofEpochDay(horizon.first()));
    long all =
        first.until(
            YearMonth.from(LocalDate.ofEpochDay(horizon.last())).plusMonths(1),
            java.time.temporal.ChronoUnit.MONTHS);
    LookUpTable table = new LookUpTable("months", (int) all);
    Column begins =
        table.column("months: first day", slot -> first.plusMonths(slot).atDay(1).toEpochDay());
    Column days = table.column("months: days", slot -> first.plusMonths(slot).lengthOfMonth());
    tables.add(table);
    Expression month =
        tables.ofDate(
            frame,
            date(BEGINS),
            new DateFunction(
                "month",
                day ->
                    first.until(
                        YearMonth.from(LocalDate.ofEpochDay(day)),
                        java.time.temporal.ChronoUnit.MONTHS)),
            "month");
    Expression dayOfMonth =
        tables.ofDate(
            frame,
            date(BEGINS),
            new DateFunction("day of month", day -> LocalDate.ofEpochDay(day).getDayOfMonth()),
            "day of month");
    Expression there = frame.add("month due", plus(month, times(each)), "the month");
    Expression due =
        frame.lookUp(
            "day due",
            table,
            least(greatest(there, number(0)), number(all - 1)),
            List.of(begins, days),
            minus(plus(column(begins.name()), least(dayOfMonth, column(days.name()))), number(1)),
            "months");
    return choose(less(there, number(all)), due, none(Type.LONG));
  }
}
