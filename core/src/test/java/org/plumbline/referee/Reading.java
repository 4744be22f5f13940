package org.plumbline.referee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.referee.CasePart.Occurred;

/** One part of a case read for one metric: its start and stop, its fields, its time. */
final class Reading implements Asked {

  final Ground ground;
  final RecordSet set;
  final Metric metric;
  final CasePart part;
  final Clock clock;
  final Optional<Point> start;
  final Optional<Point> stop;
  final Optional<Point> closing;
  final Turns turns;
  private final Moments moments;
  private final Fields fields;
  private final Optional<Long> counting;
  private final List<Turns.Cover> excluded;
  private final Optional<Holder> holder;

  private Reading(
      Ground ground,
      RecordSet set,
      boolean eventLog,
      Metric metric,
      CasePart part,
      List<Turns.Cover> excluded,
      Optional<Holder> holder,
      Optional<Long> counting,
      Optional<ReportingPeriod> period) {
    this.ground = ground;
    this.set = set;
    this.metric = metric;
    this.part = part;
    this.excluded = excluded;
    this.holder = holder;
    this.counting = counting;
    clock = metric.clockOrDefault();
    fields = new Fields(ground, eventLog, part);
    moments =
        new Moments(
            ground,
            set,
            part.seen(),
            (condition, at) ->
                new Conditions(ground, set, atOccurrence(at), false).holds(condition),
            period,
            Members.of(ground, set, part.source()));
    Moments standing =
        new Moments(
            ground, set, part.standing(), part.seen(), moments.where(), period, moments.members());
    start =
        clock
            .starts()
            .flatMap(term -> moments.value(term).filter(this::hasHappened).or(part::begins));
    stop =
        (Reopenings.touches(clock, set) ? standing : moments)
            .value(clock.stops())
            .filter(this::hasHappened);
    closing = set.closedBy().flatMap(standing::value).filter(this::hasHappened).or(part::ends);
    turns = turns(excluded);
  }

  /** Turns that only the holder, if there is one, and these stand before. */
  private Turns turns(List<Turns.Cover> first) {
    List<Turns.Cover> covers = new ArrayList<>(first);
    holder.ifPresent(of -> covers.addAll(of.others()));
    return new Turns(ground, set, part, moments, covers);
  }

  /** The turns as if nothing were excluded. */
  Turns turnsWithExcludedTimes() {
    return turns(List.of());
  }

  /** When the case was voided, of all that voids it. */
  List<Point> voidings() {
    return set.voidedBy().stream()
        .flatMap(term -> moments.value(term).stream())
        .filter(this::hasHappened)
        .toList();
  }

  /** A derived moment may be known ahead of time; as what happened it counts from then on. */
  private boolean hasHappened(Point point) {
    return point.isDate()
        ? !point.day().isAfter(ground.asOf.day())
        : point.micros() <= ground.asOf.micros();
  }

  static Reading of(Ground ground, RecordSet set, boolean eventLog, String id, CasePart part) {
    Metric metric = Objects.requireNonNull(ground.agreement.metrics().get(id));
    return new Reading(
        ground,
        set,
        eventLog,
        metric,
        part,
        ground.exclusions().times(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a period at hand. */
  Reading in(ReportingPeriod period) {
    return with(holder, counting, Optional.of(period));
  }

  /** The same as part of a stock counted just before an instant. */
  Reading countedAt(long instant, ReportingPeriod period) {
    return with(holder, Optional.of(instant), Optional.of(period));
  }

  /** The same on the time of one holder. */
  Reading heldBy(Holder one) {
    return with(Optional.of(one), counting, Optional.empty());
  }

  private Reading with(Optional<Holder> held, Optional<Long> at, Optional<ReportingPeriod> period) {
    return new Reading(ground, set, fields.eventLog(), metric, part, excluded, held, at, period);
  }

  /** Whose time it is about, if only their time counts. */
  Optional<String> heldBy() {
    return holder.map(Holder::value);
  }

  /** The value of {@code each}: of a field read at each moment the holder's. */
  String each() {
    return holder
        .map(Holder::value)
        .or(() -> metric.each().flatMap(this::field).map(Interpreter::text))
        .orElse("");
  }

  Fields fields() {
    return fields;
  }

  Conditions conditions() {
    return new Conditions(ground, set, this, false);
  }

  Conditions qualifying() {
    return new Conditions(ground, set, this, true);
  }

  /** Up to where elapsed runs: the stop, else the closing, else the as-of instant. */
  Point end() {
    return stop.or(() -> closing).orElse(ground.asOf);
  }

  /** The time under the clock; empty without a start, or where the calendar cannot be said. */
  Optional<Timing> timing() {
    return timing(end(), end().day());
  }

  private Optional<Timing> timing(Point end, LocalDate endDay) {
    Optional<Hours> clockHours = clockHours();
    if (start.isEmpty() || clockHours.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Timing(
            ground,
            clockHours.get(),
            clock.calendar().isPresent()
                ? clockHours.get()
                : ground.hoursOrAgreements(Optional.empty()),
            turns,
            clock.counting(),
            metric.performing(),
            Span.of(start.get(), end, endDay, ground.wall)));
  }

  Optional<Hours> clockHours() {
    return clock.calendar().isEmpty()
        ? Optional.of(ground.hours(Agreement.ALWAYS))
        : conditions().value(clock.calendar().get()).map(ground::hours);
  }

  @Override
  public Optional<Point> moment(MomentTerm term) {
    return moments.value(term);
  }

  Moments moments() {
    return moments;
  }

  @Override
  public Optional<Object> field(String id) {
    if (!set.fields().containsKey(id)) {
      return fields.last(id);
    }
    return switch (Fields.read(Objects.requireNonNull(set.fields().get(id)))) {
      case FIRST -> fields.first(id);
      case HIGHEST -> fields.highest(id);
      case AT_START -> start.isPresent() ? fields.at(id, start.get()) : atStop(id);
      case AT_STOP, AT_EACH_MOMENT -> atStop(id);
    };
  }

  private Optional<Object> atStop(String id) {
    if (counting.isPresent()) {
      return fields.before(id, counting.get());
    }
    return stop.isPresent() ? fields.at(id, stop.get()) : fields.last(id);
  }

  @Override
  public Optional<Long> elapsed(boolean age, TimeAmount unit) {
    return (age ? ageTiming() : timing()).map(timing -> timing.elapsed(unit.kind()));
  }

  /**
   * The time up to the moment of counting: of a stock the instant, or the stop or closing before
   * it; else the stop, else T.
   */
  Optional<Timing> ageTiming() {
    if (counting.isPresent()) {
      Optional<Point> ended =
          stop.filter(point -> point.micros() < counting.get())
              .or(() -> closing.filter(point -> point.micros() < counting.get()));
      if (ended.isPresent()) {
        return timing(ended.get(), ended.get().day());
      }
      return timing(
          Point.instant(counting.get(), ground.wall), ground.wall.date(counting.get() - 1));
    }
    Point end = stop.orElse(ground.asOf);
    return timing(end, end.day());
  }

  @Override
  public Optional<Long> allowed(TimeAmount amount) {
    return timing().map(timing -> timing.allowed(amount));
  }

  @Override
  public Optional<String> turn(boolean hold) {
    Point moment = stop.orElse(ground.asOf);
    return turns.inForce(hold, counting.orElse(moment.micros()));
  }

  @Override
  public LocalDate day() {
    return start.or(() -> stop).orElse(ground.asOf).day();
  }

  Optional<Field> fieldTerms(String id) {
    return Optional.ofNullable(set.fields().get(id));
  }

  /** The case as conditions of {@code first} and {@code last} see it at an occurrence. */
  private Asked atOccurrence(Occurred occurred) {
    return new AtOccurrence(moments, fields, occurred);
  }
}
