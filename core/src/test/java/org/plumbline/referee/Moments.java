package org.plumbline.referee;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.referee.CasePart.Occurred;

/**
 * Moments of one case (meaning 2).
 *
 * @param occurrences of the recorded moments, in order
 * @param withWithdrawn the same with those that a reopening withdrew
 * @param where whether a condition holds at an occurrence of a recorded moment or of a derived one
 * @param members of a group
 */
record Moments(
    Ground ground,
    RecordSet set,
    Map<String, List<Occurred>> occurrences,
    Map<String, List<Occurred>> withWithdrawn,
    BiFunction<Condition, Occurred, Truth> where,
    Optional<ReportingPeriod> period,
    Optional<Members> members) {

  /** Moments of which none was withdrawn. */
  Moments(
      Ground ground,
      RecordSet set,
      Map<String, List<Occurred>> occurrences,
      BiFunction<Condition, Occurred, Truth> where,
      Optional<ReportingPeriod> period,
      Optional<Members> members) {
    this(ground, set, occurrences, occurrences, where, period, members);
  }

  /** The place in the trail of what is derived. */
  static final long DERIVED = -1;

  /** The one value of a moment, if it is known. */
  Optional<Point> value(MomentTerm term) {
    if (term instanceof MomentTerm.Named named) {
      return named(named.id());
    }
    if (term instanceof MomentTerm.Fixed fixed) {
      return Optional.of(Point.date(fixed.date(), ground.wall));
    }
    if (term instanceof MomentTerm.First first) {
      return taken(first.of(), first.where()).stream().findFirst().map(Occurred::point);
    }
    if (term instanceof MomentTerm.Last last) {
      List<Occurred> taken = taken(last.of(), last.where());
      return taken.isEmpty() ? Optional.empty() : Optional.of(taken.get(taken.size() - 1).point());
    }
    if (term instanceof MomentTerm.Next next) {
      return next(next);
    }
    if (term instanceof MomentTerm.EarlierOf earlier) {
      return known(term, earlier.moments()).stream().min(Point::compare);
    }
    if (term instanceof MomentTerm.LaterOf later) {
      List<Point> known = known(term, later.moments());
      return known.size() < later.moments().size()
          ? Optional.empty()
          : known.stream().max(Point::compare);
    }
    if (term instanceof MomentTerm.Shifted shifted) {
      return value(shifted.at()).map(point -> moved(point, shifted));
    }
    if (term instanceof MomentTerm.DayOfPeriod day) {
      return value(day.at()).map(point -> dayOf(day, point.day()));
    }
    throw new IllegalArgumentException("a recorded moment is used by its name: " + term);
  }

  /** All occurrences of a moment, in order; of a derived one its value. */
  List<Occurred> all(MomentTerm term) {
    if (term instanceof MomentTerm.Named named
        && set.moments().get(named.id()) instanceof MomentTerm.Recorded) {
      return occurrences.getOrDefault(named.id(), List.of());
    }
    return value(term).map(point -> new Occurred(point, DERIVED)).stream().toList();
  }

  /** The precision that a moment has whenever it is known. */
  Precision precision(MomentTerm term) {
    if (term instanceof MomentTerm.Recorded recorded) {
      return recorded.precision();
    }
    if (term instanceof MomentTerm.Named named) {
      MomentTerm meant = set.moments().get(named.id());
      return meant == null ? Precision.DATE : precision(meant);
    }
    if (term instanceof MomentTerm.First first) {
      return precisionWithin(first.of());
    }
    if (term instanceof MomentTerm.Last last) {
      return precisionWithin(last.of());
    }
    if (term instanceof MomentTerm.Next next) {
      return precision(next.of());
    }
    if (term instanceof MomentTerm.Shifted shifted) {
      return precision(shifted.at());
    }
    if (term instanceof MomentTerm.EarlierOf earlier) {
      return coarsest(earlier.moments());
    }
    if (term instanceof MomentTerm.LaterOf later) {
      return coarsest(later.moments());
    }
    return Precision.DATE;
  }

  private Precision precisionWithin(MomentTerm of) {
    return members
        .filter(all -> all.have(of))
        .map(all -> all.precision(of))
        .orElseGet(() -> precision(of));
  }

  private Optional<Point> named(String id) {
    boolean own = set.moments().containsKey(id);
    if (id.equals(MomentTerm.PERIOD_START) && !own) {
      return period.map(p -> Point.date(p.from(), ground.wall));
    }
    if (id.equals(MomentTerm.PERIOD_END) && !own) {
      return period.map(p -> Point.date(p.until(), ground.wall));
    }
    MomentTerm meant = set.moments().get(id);
    if (meant == null) {
      throw new IllegalArgumentException("no moment " + id);
    }
    return meant instanceof MomentTerm.Recorded
        ? occurrences.getOrDefault(id, List.of()).stream().findFirst().map(Occurred::point)
        : value(meant);
  }

  private List<Occurred> taken(MomentTerm of, Optional<Condition> condition) {
    if (members.filter(all -> all.have(of)).isPresent()) {
      return members.get().taken(of, condition);
    }
    List<Occurred> taken = new ArrayList<>();
    for (Occurred occurred : all(of)) {
      if (condition.isEmpty() || where.apply(condition.get(), occurred) == Truth.YES) {
        taken.add(occurred);
      }
    }
    return taken;
  }

  private Optional<Point> next(MomentTerm.Next next) {
    List<Occurred> before =
        new Moments(ground, set, withWithdrawn, where, period, members).all(next.after());
    for (Occurred occurred : all(next.of())) {
      if (before.isEmpty() || occurred.point().compare(before.get(before.size() - 1).point()) > 0) {
        return Optional.of(occurred.point());
      }
    }
    return Optional.empty();
  }

  private List<Point> known(MomentTerm list, List<MomentTerm> moments) {
    return moments.stream()
        .flatMap(moment -> value(moment).stream())
        .map(point -> point.cutTo(precision(list), ground.wall))
        .toList();
  }

  private Precision coarsest(List<MomentTerm> moments) {
    return moments.stream()
        .map(this::precision)
        .max(Comparator.naturalOrder())
        .orElse(Precision.INSTANT);
  }

  private Point moved(Point point, MomentTerm.Shifted shifted) {
    Hours hours = ground.hoursOrAgreements(shifted.calendar());
    Point result = point;
    if (shifted.afterHours()) {
      result =
          point.isDate()
              ? onDay(ground, point, hours.nextOpenDay(point.day()))
              : atMicros(ground, point, hours.nextOpen(point.micros()));
    }
    if (shifted.shift().isPresent()) {
      MomentTerm.Shift shift = shifted.shift().get();
      result = shifted(ground, result, shift.by(), shift.forward() ? 1 : -1, hours);
    }
    return rolled(result, shifted.roll(), hours);
  }

  /** Shifted as {@code at … plus} and {@code minus} do. */
  static Point shifted(Ground ground, Point point, TimeAmount by, int sign, Hours hours) {
    LocalDate day = point.day();
    return switch (by.unit()) {
      case SECONDS, MINUTES, HOURS -> atMicros(ground, point, point.micros() + sign * by.micros());
      case DAYS, WEEKS -> onDay(ground, point, day.plusDays(sign * by.days()));
      case WORKDAYS -> onDay(ground, point, hours.plusWorkdays(day, sign * by.days()));
      case MONTHS, YEARS -> onDay(ground, point, day.plusMonths(sign * by.months()));
    };
  }

  private Point rolled(Point point, Optional<MomentTerm.Roll> roll, Hours hours) {
    if (roll.isEmpty() || hours.isOpen(point.day())) {
      return point;
    }
    return switch (roll.get()) {
      case NEXT_WORKDAY -> onDay(ground, point, hours.nextOpenDay(point.day()));
      case PREVIOUS_WORKDAY -> onDay(ground, point, hours.previousOpenDay(point.day()));
    };
  }

  /** The same local time of day on another day. */
  static Point onDay(Ground ground, Point point, LocalDate day) {
    if (point.isDate()) {
      return Point.date(day, ground.wall);
    }
    if (day.equals(point.day())) {
      return point;
    }
    LocalTime time = ground.wall.show(point.micros()).toLocalTime();
    return atMicros(ground, point, ground.wall.at(day, time));
  }

  private static Point atMicros(Ground ground, Point point, long micros) {
    return Point.instant(micros, ground.wall).cutTo(point.precision(), ground.wall);
  }

  private Point dayOf(MomentTerm.DayOfPeriod term, LocalDate at) {
    Periods.Days days = ground.periods.of(term.period(), at, term.later());
    LocalDate last = days.next().minusDays(1);
    LocalDate day = days.from().plusDays(term.day() - 1L);
    if (term.day() == MomentTerm.DayOfPeriod.LAST || day.isAfter(last)) {
      day = last;
    }
    Hours hours = ground.hoursOrAgreements(term.calendar());
    return rolled(Point.date(day, ground.wall), term.roll(), hours);
  }
}
