package org.plumbline.referee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Level.Applies;
import org.plumbline.agreement.Level.Line;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/** Lines of a level, which of them take a case, and the limits they set (meaning 8). */
final class Lines {

  private Lines() {}

  /** The lines; a level that promises nothing has one without limit and bounds. */
  static List<Line> of(Level level) {
    if (level instanceof Level.Lines lines) {
      return lines.lines().stream().map(Lines::withoutOpenLimit).toList();
    }
    List<Level.Bound> floor =
        level instanceof Level.Baseline baseline && baseline.floor().isPresent()
            ? List.of(baseline.floor().get())
            : List.of();
    return List.of(new Line(new Applies.Always(), Optional.empty(), floor, Optional.empty()));
  }

  private static Line withoutOpenLimit(Line line) {
    Optional<Level.Limit> limit =
        line.limit()
            .filter(
                one ->
                    !(one instanceof Level.Limit.By by && by.moment() instanceof Varying.Open)
                        && (one instanceof Level.Limit.By
                            || !(amount(one) instanceof Varying.Open)));
    return new Line(
        line.applies(),
        limit,
        line.bounds(),
        limit.isEmpty() ? Optional.empty() : line.rest().map(Lines::withoutOpenLimit));
  }

  /** For each line whether it takes the case. */
  static List<Truth> taken(List<Line> lines, Conditions conditions) {
    List<Truth> taken = new ArrayList<>();
    Truth before = Truth.NO;
    for (Line line : lines) {
      if (line.applies() instanceof Applies.Always) {
        taken.add(Truth.YES);
        continue;
      }
      Truth own =
          line.applies() instanceof Applies.When when
              ? conditions.holds(when.condition())
              : Truth.YES;
      taken.add(own.and(before.not()));
      before = before.or(own);
    }
    return taken;
  }

  /** A limit as it stands for one case: whether its end keeps it, and when it runs out. */
  record CaseLimit(boolean kept, Optional<Long> due) {}

  /** The limit for a case up to its end; empty where it cannot be said. */
  static Optional<CaseLimit> limit(Level.Limit limit, Reading reading) {
    Conditions conditions = reading.conditions();
    if (limit instanceof Level.Limit.By by) {
      Optional<MomentTerm> term = conditions.value(by.moment());
      return term.flatMap(reading::moment)
          .map(
              moment ->
                  new CaseLimit(
                      reading.end().compare(moment) <= 0,
                      Optional.of(
                          moment.isDate()
                              ? reading.ground.wall.endOf(moment.day()) - 1
                              : moment.micros())));
    }
    boolean under = limit instanceof Level.Limit.Under;
    Optional<TimeAmount> amount = conditions.value(amount(limit));
    Optional<Timing> timing = reading.timing();
    if (amount.isEmpty() || timing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CaseLimit(
            timing.get().kept(amount.get(), under), timing.get().due(amount.get(), under)));
  }

  static Varying<TimeAmount> amount(Level.Limit limit) {
    return limit instanceof Level.Limit.Under under
        ? under.amount()
        : ((Level.Limit.Within) limit).amount();
  }

  /** Whether the figure compares cases with limits. */
  static boolean inTime(Quantity figure) {
    return figure instanceof Quantity.ShareInTime;
  }
}
