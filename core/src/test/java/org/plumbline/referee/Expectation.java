package org.plumbline.referee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Origin.Rhythm;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.TimeAmount;

/** What was due, and the records that complete it (meaning 14). */
final class Expectation {

  /** A stretch of time with both ends included. */
  private record Reach(Point from, Point until) {}

  private final WorkedOut sets;
  private final Ground ground;
  private final String id;
  private final Origin.Expected terms;
  private final String fills;
  private final Precision precision;
  private final List<PlainCase> records;

  Expectation(WorkedOut sets, String id, Origin.Expected terms) {
    this.sets = sets;
    this.id = id;
    this.terms = terms;
    ground = sets.ground;
    fills = ((MomentTerm.Named) terms.fills()).id();
    precision =
        ground.set(id).moments().get(fills) instanceof MomentTerm.Recorded recorded
            ? recorded.precision()
            : Precision.DATE;
    records =
        sets.own(id).stream()
            .filter(record -> record.unusable() || hasHappened(record))
            .sorted(Comparator.comparingLong(this::place))
            .toList();
  }

  RefereeRecords records() {
    List<RefereeCase> cases = new ArrayList<>();
    if (terms.of().isEmpty()) {
      complete(Optional.empty(), performance(), cases);
    } else {
      for (PlainCase bearer : sets.cases(terms.of().get())) {
        if (!bearer.unusable()) {
          reach(bearer).ifPresent(reach -> complete(Optional.of(bearer), reach, cases));
        }
      }
    }
    return sets.records(id, cases);
  }

  /** The moments of a record that have happened when it has: all but {@code for}. */
  private List<String> moments(PlainCase record) {
    return record.set.moments().entrySet().stream()
        .filter(moment -> moment.getValue() instanceof MomentTerm.Recorded)
        .map(Map.Entry::getKey)
        .filter(moment -> !moment.equals(fills))
        .toList();
  }

  private boolean hasHappened(PlainCase record) {
    return moments(record).isEmpty() || place(record) < Long.MAX_VALUE;
  }

  /** The earliest moment of a record that is seen, but {@code for}. */
  private long place(PlainCase record) {
    return moments(record).stream()
        .flatMap(moment -> record.named(moment).stream())
        .mapToLong(Point::micros)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private Reach performance() {
    PerformancePeriod period = ground.agreement.performancePeriod();
    return isByHours()
        ? new Reach(
            Point.instant(ground.wall.startOf(period.from()), ground.wall),
            Point.instant(ground.wall.endOf(period.until()) - 1, ground.wall))
        : new Reach(
            Point.date(period.from(), ground.wall), Point.date(period.until(), ground.wall));
  }

  private Optional<Reach> reach(PlainCase bearer) {
    if (terms.whilst().isEmpty()) {
      return Optional.of(performance());
    }
    Optional<Point> from = bearer.moment(terms.whilst().get().from());
    Point until = bearer.moment(terms.whilst().get().until()).orElse(ground.asOf);
    return from.map(
        start ->
            isByHours()
                ? new Reach(
                    Point.instant(start.micros(), ground.wall),
                    Point.instant(until.micros(), ground.wall))
                : new Reach(
                    Point.date(start.day(), ground.wall), Point.date(until.day(), ground.wall)));
  }

  private boolean isByHours() {
    return terms.rhythm() instanceof Rhythm.EveryAmount amount
        && amount.every().kind() == TimeAmount.Kind.ELAPSED;
  }

  private void complete(Optional<PlainCase> bearer, Reach reach, List<RefereeCase> cases) {
    List<PlainCase> own =
        records.stream()
            .filter(record -> bearer.isEmpty() || belongs(record, bearer.get()))
            .toList();
    List<Point> due = due(reach);
    for (int n = 0; n < due.size(); n++) {
      Point at = due.get(n);
      Optional<PlainCase> record =
          terms.inOrder()
              ? n < own.size() ? Optional.of(own.get(n)) : Optional.empty()
              : own.stream().filter(isFor(at)).findFirst();
      String key = bearer.map(one -> one.key() + " / ").orElse("") + PlainCase.text(at);
      cases.add(sets.completed(id, key, bearer, record, Map.of(fills, sets.stored(at, precision))));
    }
  }

  private boolean belongs(PlainCase record, PlainCase bearer) {
    return ground.set(id).caseKey().stream()
        .filter(bearer.set.caseKey()::contains)
        .allMatch(part -> record.keyPart(part).equals(bearer.keyPart(part)));
  }

  private Predicate<PlainCase> isFor(Point due) {
    if (terms.rhythm() instanceof Rhythm.EveryPeriod period) {
      LocalDate next = ground.periods.of(period.period(), due.day(), 1).from();
      return record ->
          record
              .named(fills)
              .filter(at -> !at.day().isBefore(due.day()) && at.day().isBefore(next))
              .isPresent();
    }
    return record -> record.named(fills).filter(at -> at.compare(due) == 0).isPresent();
  }

  /** When something was due, in order. */
  private List<Point> due(Reach reach) {
    List<Point> due = new ArrayList<>();
    if (terms.rhythm() instanceof Rhythm.EveryPeriod every) {
      Periods.Days period = ground.periods.of(every.period(), reach.from().day(), 0);
      while (!period.next().minusDays(1).isAfter(reach.until().day())) {
        due.add(Point.date(period.from(), ground.wall));
        period = ground.periods.of(every.period(), period.next(), 0);
      }
    } else if (terms.rhythm() instanceof Rhythm.Dates dates) {
      dates.dates().stream()
          .sorted()
          .filter(date -> !date.isBefore(reach.from().day()) && !date.isAfter(reach.until().day()))
          .forEach(date -> due.add(Point.date(date, ground.wall)));
    } else {
      TimeAmount every = ((Rhythm.EveryAmount) terms.rhythm()).every();
      for (long k = 1; ; k++) {
        Point at = after(reach.from(), TimeAmount.of(every.amount() * k, every.unit()));
        if (at.compare(reach.until()) > 0) {
          break;
        }
        due.add(at);
      }
    }
    return due.stream()
        .map(at -> at.cutTo(precision, ground.wall))
        .filter(
            at ->
                at.isDate()
                    ? !at.day().isAfter(ground.asOf.day())
                    : at.micros() <= ground.asOf.micros())
        .toList();
  }

  private Point after(Point from, TimeAmount amount) {
    return Moments.shifted(ground, from, amount, 1, ground.hoursOrAgreements(Optional.empty()));
  }
}
