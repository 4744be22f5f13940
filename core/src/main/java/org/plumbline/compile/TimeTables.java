package org.plumbline.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;

/**
 * The tables of time that a plan looks up: <em>instants</em> (one wide row for each stretch of a
 * day: the local date, everything that follows from the date, and each calendar's working time),
 * <em>dates</em>, and for each calendar its <em>open days</em> by number and the <em>instants by
 * working time</em>.
 *
 * <p>Long because all look-ups share one wide table and one guard for missing moments.
 */
final class TimeTables {

  private final Calendars calendars;
  private final Horizon horizon;
  private final long width;
  private final long firstSlot;
  private final LookUpTable instants;
  private final LookUpTable dates;
  private final List<long[]> dateStarts = new ArrayList<>();
  private final List<long[]> dateValues = new ArrayList<>();
  private final Map<String, LookUpTable> openDays = new LinkedHashMap<>();
  private final Map<String, InverseTable> inverses = new LinkedHashMap<>();
  private final WorkingTime working;
  private final Map<String, List<Object>> named = new LinkedHashMap<>();
  private final Set<String> few = new TreeSet<>();
  private final List<LookUpTable> others = new ArrayList<>();

  TimeTables(Calendars calendars, Collection<String> clockCalendars) {
    this.calendars = calendars;
    horizon = calendars.horizon();
    width = WorkingTime.width(calendars, clockCalendars);
    firstSlot = horizon.startOfDay(horizon.first() - 1) / width;
    long lastSlot = horizon.startOfDay(horizon.last() + 2) / width;
    instants = new LookUpTable("instants", (int) (lastSlot - firstSlot));
    dates = new LookUpTable("dates", horizon.days());
    working = new WorkingTime(calendars, instants, firstSlot, width);
    layDates();
  }

  Horizon horizon() {
    return horizon;
  }

  Calendars calendars() {
    return calendars;
  }

  /** Cuts the stretches of one date to slots: for each slot where its dates begin. */
  private void layDates() {
    List<Horizon.Piece> pieces = horizon.pieces();
    List<List<Horizon.Piece>> bySlot = new ArrayList<>();
    int next = 0;
    for (int slot = 0; slot < instants.rows(); slot++) {
      long start = (firstSlot + slot) * width;
      while (next < pieces.size() - 1 && pieces.get(next + 1).start() <= start) {
        next++;
      }
      List<Horizon.Piece> here = new ArrayList<>();
      for (int i = next; i < pieces.size() && pieces.get(i).start() < start + width; i++) {
        here.add(pieces.get(i));
      }
      bySlot.add(here);
    }
    int most = bySlot.stream().mapToInt(List::size).max().orElse(1);
    for (int i = 0; i < most; i++) {
      long[] starts = new long[instants.rows()];
      long[] values = new long[instants.rows()];
      for (int slot = 0; slot < instants.rows(); slot++) {
        List<Horizon.Piece> here = bySlot.get(slot);
        Horizon.Piece piece = here.get(Math.min(i, here.size() - 1));
        starts[slot] = i < here.size() ? piece.start() : Long.MAX_VALUE;
        values[slot] = piece.date();
      }
      dateStarts.add(starts);
      dateValues.add(values);
    }
  }

  /** Says that a column of a look-up has few values. */
  Expression few(Expression expression) {
    expression.columns(
        name -> {
          if (name.startsWith("period of")) {
            few.add(name);
          }
        });
    return expression;
  }

  /** The columns of look-ups that have few values. */
  Set<String> few() {
    return few;
  }

  /** A name for one thing only: as it is for the first thing so named, with a number for others. */
  String nameOf(String name, Object thing) {
    List<Object> known = named.computeIfAbsent(name, key -> new ArrayList<>());
    if (!known.contains(thing)) {
      known.add(thing);
    }
    int number = known.indexOf(thing) + 1;
    return number == 1 ? name : name + " no " + number;
  }

  /** A name that no table has. */
  String unique(String hint) {
    String name = hint;
    for (int i = 2; names().contains(name); i++) {
      name = hint + " " + i;
    }
    return name;
  }

  /** Adds a table of another kind. */
  void add(LookUpTable table) {
    others.add(table);
  }

  // ---- instants ----

  /** A function of the local date at an instant; of a date, of it. */
  Expression ofDate(Frame frame, MomentValue moment, DateFunction function, String hint) {
    if (moment.isDate()) {
      Column column = dateColumn(function);
      return guarded(
          moment,
          safe ->
              frame.lookUp(hint, dates, dateSlot(safe), List.of(column), column(column), "dates"));
    }
    List<Column> reads = new ArrayList<>();
    List<Column> values = new ArrayList<>();
    for (int i = 0; i < dateStarts.size(); i++) {
      long[] dateOfSlot = dateValues.get(i);
      Column value =
          instants.column(
              "instants: " + function.name() + " " + (i + 1),
              slot -> function.value().applyAsLong(dateOfSlot[slot]));
      values.add(value);
      reads.add(value);
    }
    for (int i = 1; i < dateStarts.size(); i++) {
      long[] starts = dateStarts.get(i);
      reads.add(instants.column("instants: date from " + (i + 1), slot -> starts[slot]));
    }
    return guarded(
        moment,
        safe -> {
          Expression result = column(values.get(0));
          for (int i = 1; i < values.size(); i++) {
            Expression from = Expression.column("instants: date from " + (i + 1));
            result =
                Expression.choose(
                    Expression.atMost(from, safe.value()), column(values.get(i)), result);
          }
          return frame.lookUp(hint, instants, instantSlot(safe), reads, result, "instants");
        });
  }

  /** The local date at the moment, as days since 1970. */
  Expression date(Frame frame, MomentValue moment, String hint) {
    if (moment.isDate()) {
      return moment.value();
    }
    if (moment.value() instanceof Expression.Constant constant) {
      return constant
          .value()
          .map(value -> Expression.number(horizon.dateOf((Long) value)))
          .orElse(moment.value());
    }
    return ofDate(frame, moment, new DateFunction("date", date -> date), hint);
  }

  /** The moment as an instant; a date at the start of its day. */
  Expression instant(Frame frame, MomentValue moment, String hint) {
    if (!moment.isDate()) {
      return moment.value();
    }
    if (moment.value() instanceof Expression.Constant constant) {
      return constant
          .value()
          .map(value -> Expression.number(horizon.startOfDay((Long) value)))
          .orElse(moment.value());
    }
    return ofDate(frame, moment, new DateFunction("start", horizon::startOfDay), hint);
  }

  /** The open time of a calendar up to an instant, in microseconds from some beginning. */
  Expression working(Frame frame, MomentValue instant, String calendar, String hint) {
    if (calendars.isAlways(calendar)) {
      return instant.value();
    }
    WorkingTime.Read read = working.of(calendar, instant.bounded());
    return guarded(
        instant,
        safe ->
            frame.lookUp(
                hint,
                instants,
                instantSlot(safe),
                read.columns(),
                read.upTo().apply(safe.value()),
                "instants"));
  }

  /** The same of an instant that few rows have, to be worked out where it is asked for. */
  Expression workingOfFew(Frame frame, MomentValue instant, String calendar, String hint) {
    if (calendars.isAlways(calendar)) {
      return instant.value();
    }
    WorkingTime.Read read = working.of(calendar, instant.bounded());
    return guarded(
        instant,
        safe -> {
          Map<String, String> names = new LinkedHashMap<>();
          for (Column each : read.columns()) {
            Expression there =
                frame.lookUp(
                    hint, instants, instantSlot(safe), List.of(each), column(each), "instants");
            there.columns(name -> names.put(each.name(), name));
          }
          return read.upTo().apply(safe.value()).rename(name -> names.getOrDefault(name, name));
        });
  }

  /** The instant itself if it is open, else the next opening. */
  Expression nextOpen(Frame frame, MomentValue instant, String calendar, String hint) {
    SlotSegments slots = working.slots(calendar);
    int last = slots.most();
    List<Column> reads = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      int number = i;
      String name = "instants: " + calendar + " segment " + (i + 1);
      reads.add(instants.column(name + " opens", slot -> slots.opens(slot, number)));
      reads.add(instants.column(name + " closes", slot -> slots.closes(slot, number)));
    }
    return guarded(
        instant,
        safe -> {
          Expression result = Expression.greatest(safe.value(), column(reads.get(2 * last)));
          for (int i = last - 1; i >= 0; i--) {
            result =
                Expression.choose(
                    Expression.less(safe.value(), column(reads.get(2 * i + 1))),
                    Expression.greatest(safe.value(), column(reads.get(2 * i))),
                    result);
          }
          return frame.lookUp(hint, instants, instantSlot(safe), reads, result, "instants");
        });
  }

  private Expression instantSlot(MomentValue moment) {
    Expression slot =
        Expression.minus(
            Expression.call(Operation.DIVIDED_DOWN, moment.value(), Expression.number(width)),
            Expression.number(firstSlot));
    return moment.bounded() ? slot : clamped(slot, instants.rows());
  }

  // ---- dates ----

  private Column dateColumn(DateFunction function) {
    return dates.column(
        "dates: " + function.name(), slot -> function.value().applyAsLong(horizon.first() + slot));
  }

  private Expression dateSlot(MomentValue date) {
    Expression slot = Expression.minus(date.value(), Expression.number(horizon.first()));
    return date.bounded() ? slot : clamped(slot, dates.rows());
  }

  private static Expression clamped(Expression slot, int rows) {
    return Expression.least(
        Expression.greatest(slot, Expression.number(0)), Expression.number(rows - 1L));
  }

  /**
   * The instant at which the clock of the agreement's zone shows a time of day on a date.
   *
   * @param timeOfDay microseconds that the clock shows
   * @param gapForward whether a time that does not exist moves forward by the gap; if not, it is
   *     the change of the clocks
   */
  Expression instantOf(
      Frame frame, MomentValue date, Expression timeOfDay, boolean gapForward, String hint) {
    return guarded(
        date,
        safe -> {
          ZoneDays days = new ZoneDays(horizon);
          Column first = dateColumn(days.firstBase());
          Column change = dateColumn(days.changesAt());
          Column second = dateColumn(days.secondBase());
          Column earliest = dateColumn(days.earliestAfter());
          Expression before = Expression.plus(column(first), timeOfDay);
          Expression after = Expression.plus(column(second), timeOfDay);
          Expression late =
              gapForward
                  ? Expression.choose(Expression.less(after, column(earliest)), before, after)
                  : Expression.greatest(after, column(earliest));
          return frame.lookUp(
              hint,
              dates,
              dateSlot(safe),
              List.of(first, change, second, earliest),
              Expression.choose(Expression.less(timeOfDay, column(change)), before, late),
              "dates");
        });
  }

  /** What the clock of the agreement's zone shows at an instant, in microseconds since midnight. */
  Expression timeOfDay(Frame frame, MomentValue instant, String hint) {
    // Offsets change at transitions, not at midnights: they have their own pieces.
    return new OffsetPieces(this, instants, firstSlot, width).timeOfDay(frame, instant, hint);
  }

  // ---- inverse ----

  /** The date of the open day with this number; null beyond the horizon. */
  Expression openDay(Frame frame, Expression ordinal, String calendar, String hint) {
    long[] days = calendars.openDays(calendar);
    LookUpTable table =
        openDays.computeIfAbsent(
            calendar, id -> new LookUpTable("open days " + id, days.length + 1));
    Column date =
        table.column(
            table.name() + ": date", slot -> slot < days.length ? days[slot] : DataTable.NOTHING);
    MomentValue number =
        new MomentValue(ordinal, org.plumbline.agreement.Precision.DATE, false, false);
    return guarded(
        number,
        safe ->
            frame.lookUp(
                hint,
                table,
                clamped(safe.value(), table.rows()),
                List.of(date),
                column(date),
                "open days"));
  }

  /** The earliest instant with this much open time before it; null beyond the horizon. */
  Expression earliest(Frame frame, Expression target, String calendar, String hint) {
    if (calendars.isAlways(calendar)) {
      return target;
    }
    InverseTable inverse =
        inverses.computeIfAbsent(calendar, id -> new InverseTable(id, calendars.segments(id)));
    MomentValue wanted =
        new MomentValue(target, org.plumbline.agreement.Precision.INSTANT, false, false);
    return guarded(wanted, safe -> inverse.earliest(frame, safe.value(), hint));
  }

  // ---- shared ----

  /** A look-up of a moment that may be missing: any row stands for it, and the answer is null. */
  Expression guarded(
      MomentValue moment, java.util.function.Function<MomentValue, Expression> lookUp) {
    if (moment.always()) {
      return lookUp.apply(moment);
    }
    long anything = moment.isDate() ? horizon.first() + 1 : horizon.startOfDay(horizon.first() + 1);
    Expression safe = Expression.firstKnown(moment.value(), Expression.number(anything));
    return Expression.choose(
        Expression.missing(moment.value()),
        Expression.none(org.plumbline.compile.plan.Type.LONG),
        lookUp.apply(new MomentValue(safe, moment.precision(), true, moment.bounded())));
  }

  static Expression column(Column column) {
    return Expression.column(column.name());
  }

  /** All tables, with the columns that the plan reads. */
  List<DataTable> tables(Set<String> usedTables, Set<String> usedColumns) {
    List<LookUpTable> all = new ArrayList<>();
    all.add(instants);
    all.add(dates);
    all.addAll(openDays.values());
    inverses.values().forEach(inverse -> all.add(inverse.table()));
    all.addAll(others);
    Set<String> names = new TreeSet<>(usedTables);
    return all.stream()
        .filter(table -> names.contains(table.name()))
        .map(table -> table.table(usedColumns))
        .toList();
  }

  /** The names of all tables. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of(instants.name(), dates.name()));
    openDays.values().forEach(table -> names.add(table.name()));
    inverses.values().forEach(inverse -> names.add(inverse.table().name()));
    others.forEach(table -> names.add(table.name()));
    return names;
  }
}
