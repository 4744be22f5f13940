package org.plumbline.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Varying;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.compile.States;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.Measurement;
import org.plumbline.records.StoredSet;

/**
 * Keeps the clocks of a metric's cases. The engine tells of each case how long its clock ran, as if
 * there were no limit; the calendar says how much of that had elapsed at the end of each period in
 * between.
 */
final class ClockKeeper {

  private static final List<String> COLUMNS =
      List.of("state", "line", "start", "stop", "elapsed", "period", "voided", "asked", "out");

  /** So many times that do not count are held in memory. */
  private static final long MOST_UNCOUNTED = 2_000_000;

  private static final long[] ALL_COUNTS = {};

  private static final long NOTHING = Long.MIN_VALUE;
  private static final long UNKNOWN = 0;
  private static final long UNUSABLE = 2;

  private final Agreement agreement;
  private final String id;
  private final Metric metric;
  private final StoredSet stored;
  private final Instant asOf;
  private final List<Kind> kinds;
  private final List<List<KeptCases>> cases = new ArrayList<>();
  private final List<Running> running = new ArrayList<>();
  private final Slots slots;
  private boolean refused;

  private ClockKeeper(
      Agreement agreement, String id, Metric metric, StoredSet stored, Instant asOf) {
    this.agreement = agreement;
    this.id = id;
    this.metric = metric;
    this.stored = stored;
    this.asOf = asOf;
    Windows windows = Windows.of(agreement, metric);
    slots = new Slots(windows.periods(), agreement.performancePeriod(), agreement.zone());
    kinds = Kind.of(metric);
    for (int kind = 0; kind < kinds.size(); kind++) {
      List<KeptCases> periods = new ArrayList<>();
      windows.periods().forEach(period -> periods.add(new KeptCases()));
      cases.add(periods);
    }
  }

  /**
   * The clocks of a metric; empty if they are not of the kind that is kept.
   *
   * @param counted what was counted of it
   */
  static Optional<KeptClock> keep(
      Engine engine,
      Agreement agreement,
      String id,
      StoredSet stored,
      Instant asOf,
      List<Measurement> counted) {
    Metric metric = agreement.metrics().get(id);
    return metric == null || WhichClocks.unit(agreement, metric).isEmpty()
        ? Optional.empty()
        : new ClockKeeper(agreement, id, metric, stored, asOf).kept(engine, counted);
  }

  private Optional<KeptClock> kept(Engine engine, List<Measurement> counted) {
    TimeAmount.Kind unit = WhichClocks.unit(agreement, metric).orElseThrow();
    Map<String, Metric> metrics = new LinkedHashMap<>(agreement.metrics());
    metrics.put(id, unlimited(unit));
    CompiledSet compiled =
        Compiler.compile(agreement.withMetrics(metrics), stored, List.of(id), asOf);
    try {
      Map<Optional<String>, Running> byCalendar = new HashMap<>();
      for (Kind kind : kinds) {
        running.add(
            byCalendar.computeIfAbsent(
                kind.calendar(),
                named ->
                    new Running(
                        unit,
                        open(WhichClocks.calendar(agreement, named, unit)),
                        agreement.zone(),
                        slots)));
      }
      if (WhichClocks.isAllTime(metric)) {
        engine.tell(compiled, id, COLUMNS, row -> add(row, ALL_COUNTS));
      } else if (!engine.tell(compiled, id, COLUMNS, MOST_UNCOUNTED, this::add)) {
        return Optional.empty();
      }
    } catch (OutsideCalendarException e) {
      return Optional.empty();
    }
    return refused
        ? Optional.empty()
        : KeptClock.of(id, metric, Windows.of(agreement, metric).periods(), kinds, cases, counted);
  }

  // ---- one case ----

  private void add(long[] row, long[] uncounted) {
    long state = state(row);
    boolean isMoved =
        row[7] != UNUSABLE && row[8] == NOTHING && state != States.NOT_QUALIFIED && row[1] >= 0;
    if (!isMoved || row[2] == NOTHING) {
      return;
    }
    if (row[7] == UNKNOWN || row[4] == NOTHING) {
      refused = true;
      return;
    }
    boolean noLimitMoves =
        state == States.INDETERMINATE && row[3] != NOTHING
            || state == States.VOIDED && row[6] == NOTHING;
    if (!noLimitMoves) {
      int kind = (int) row[1];
      refused |= uncounted.length > 0 && !running.get(kind).says(row[2], row[3], row[4], uncounted);
      switch (metric.countedWhenOrDefault()) {
        case STOPPED -> atStop(cases.get(kind), running.get(kind), row, uncounted, state);
        case STARTED -> atStart(cases.get(kind), running.get(kind), row, uncounted, state);
        default -> spread(cases.get(kind), running.get(kind), row, uncounted, state);
      }
    }
  }

  /** A case that counts where it stopped, whenever it was decided. */
  private void atStop(
      List<KeptCases> periods, Running clock, long[] row, long[] uncounted, long state) {
    int place = place(row);
    if (place >= 0 && state == States.DECIDED) {
      periods.get(place).here(row[4]);
    } else if (place >= 0 && state == States.INDETERMINATE) {
      periods.get(place).closed(row[4]);
    } else if (state == States.VOIDED && row[3] != NOTHING) {
      int stopped = slots.place(slots.of(row[3]), slots.of(row[2]));
      if (stopped >= 0) {
        long before = clock.before(row[2], row[6], uncounted);
        periods.get(stopped).misses(-1, before, row[4]);
      }
    }
  }

  /** A case that counts where it started, once it is decided. */
  private void atStart(
      List<KeptCases> periods, Running clock, long[] row, long[] uncounted, long state) {
    int slot = slots.of(row[2]);
    int started = slots.place(slot, slot);
    if (state == States.INDETERMINATE && place(row) >= 0) {
      periods.get(place(row)).closed(row[4]);
    }
    if (started < 0) {
      return;
    }
    KeptCases own = periods.get(started);
    if (state == States.DECIDED) {
      own.here(row[4]);
    } else if (state == States.OPEN) {
      own.open(row[4]);
    } else if (state == States.VOIDED) {
      own.misses(-1, clock.before(row[2], row[6], uncounted), row[4]);
    } else {
      own.misses(-1, Long.MAX_VALUE, row[4]);
    }
  }

  private static int place(long[] row) {
    return row[5] == NOTHING ? Slots.OUTSIDE : (int) row[5];
  }

  /** Spreads a case over the periods through which its clock ran. */
  private void spread(
      List<KeptCases> periods, Running clock, long[] row, long[] uncounted, long state) {
    long start = row[2];
    long elapsed = row[4];
    int place = place(row);
    long before = state == States.VOIDED ? clock.before(start, row[6], uncounted) : Long.MAX_VALUE;
    int started = slots.of(start);
    long above = -1;
    long until = above;
    for (int slot = started; until < elapsed && until < before; slot++) {
      above = until;
      until = clock.until(start, slot, uncounted);
      int counts = slots.place(slot, started);
      boolean whole = slot == started && until >= elapsed && counts == place;
      if (whole && state == States.DECIDED) {
        if (place >= 0) {
          periods.get(place).here(elapsed);
        }
        return;
      }
      if (counts >= 0) {
        periods.get(counts).misses(above, Math.min(until, before), elapsed);
      }
    }
    if (place >= 0 && state == States.DECIDED) {
      periods.get(place).stopped(elapsed);
    } else if (place >= 0 && state == States.INDETERMINATE) {
      periods.get(place).closed(elapsed);
    }
  }

  /** With a limit a case is voided at its stop, too; without one only before. */
  private static long state(long[] row) {
    boolean voidedAtStop = row[0] == States.DECIDED && row[6] != NOTHING && row[6] <= row[3];
    return voidedAtStop ? States.VOIDED : row[0];
  }

  private OpenTime open(WorkCalendar calendar) {
    long from = agreement.performancePeriod().from().toEpochDay();
    long until = agreement.performancePeriod().until().toEpochDay();
    return OpenTime.of(
        calendar,
        LocalDate.ofEpochDay(Math.min(stored.range().first(), from) - 3),
        LocalDate.ofEpochDay(Math.max(stored.range().last(), until) + 3));
  }

  /**
   * The metric as if nothing were promised of single cases: how long did each take? A condition on
   * the cases that are counted qualifies them: one of which that is not known is refused.
   */
  private Metric unlimited(TimeAmount.Kind unit) {
    TimeAmount one =
        switch (unit) {
          case ELAPSED -> TimeAmount.of(1, TimeAmount.Unit.HOURS);
          case BY_DATE_WORKDAYS -> TimeAmount.of(1, TimeAmount.Unit.WORKDAYS);
          case BY_DATE_DAYS, BY_DATE_MONTHS -> TimeAmount.of(1, TimeAmount.Unit.DAYS);
        };
    Level.Bound bound =
        new Level.Bound(Comparison.AT_MOST, new Varying.Fixed<>(new Literal.Time(one)));
    List<Level.Line> plain = new ArrayList<>();
    for (Kind kind : kinds) {
      plain.add(new Level.Line(kind.applies(), Optional.empty(), List.of(bound), Optional.empty()));
    }
    List<Condition> who = new ArrayList<>(metric.qualifies().stream().toList());
    ((Quantity.ShareInTime) metric.figureOrDefault()).where().ifPresent(who::add);
    return metric
        .withQualifies(who.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(who)))
        .withLevels(new Level.Lines(plain), Optional.empty())
        .withFigure(
            new Quantity.Statistic(
                Quantity.Kind.MAX,
                new Quantity.Measurand.Elapsed(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }
}
