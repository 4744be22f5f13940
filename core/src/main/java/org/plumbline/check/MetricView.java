package org.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.TimeAmount;

/** A metric with its record set and its lines at hand. */
final class MetricView {

  private final String id;
  private final Metric metric;
  private final Optional<SetView> set;
  private final boolean figureIsRead;
  private final List<LineView> target;
  private final List<LineView> minimum;

  MetricView(String id, Metric metric, Draft draft) {
    this.id = id;
    this.metric = metric;
    set = draft.set(metric.records());
    figureIsRead = metric.figure().isPresent() || !draft.stands(path() + "/figure");
    target = linesOf(metric.target(), path() + "/target");
    minimum = metric.minimum().map(level -> linesOf(level, path() + "/minimum")).orElse(List.of());
  }

  /**
   * A line of target or minimum.
   *
   * @param path where it stands
   * @param rest whether it is the promise for the cases that missed a limit
   */
  record LineView(String path, Level.Line line, boolean rest) {

    /** The condition of the line, if it has one. */
    Optional<Condition> when() {
      return line.applies() instanceof Level.Applies.When when
          ? Optional.of(when.condition())
          : Optional.empty();
    }
  }

  String id() {
    return id;
  }

  Metric metric() {
    return metric;
  }

  String path() {
    return "metrics/" + id;
  }

  /** The record set, if it is defined. */
  Optional<SetView> set() {
    return set;
  }

  Quantity figure() {
    return metric.figureOrDefault();
  }

  boolean isInTime() {
    return figureIsRead && figure() instanceof Quantity.ShareInTime;
  }

  /**
   * Whether the figure is the one that stands in the file; what could not be read is not judged.
   */
  boolean figureIsRead() {
    return figureIsRead;
  }

  boolean isStock() {
    CountedWhen when = metric.countedWhenOrDefault();
    return when.isStock();
  }

  Optional<MomentTerm> starts() {
    return metric.clock().flatMap(Clock::starts);
  }

  Optional<MomentTerm> stops() {
    return metric.clock().map(Clock::stops);
  }

  /** The lines of the target without what is for the rest. */
  List<LineView> target() {
    return target;
  }

  /** The lines of the minimum, if one is given, without what is for the rest. */
  List<LineView> minimum() {
    return minimum;
  }

  /** All lines of target and minimum, with those for the rest. */
  List<LineView> lines() {
    List<LineView> lines = new ArrayList<>();
    target.forEach(line -> addWithRest(line, lines));
    minimum.forEach(line -> addWithRest(line, lines));
    return lines;
  }

  private static void addWithRest(LineView line, List<LineView> lines) {
    lines.add(line);
    line.line()
        .rest()
        .ifPresent(rest -> addWithRest(new LineView(line.path() + "/rest", rest, true), lines));
  }

  private static List<LineView> linesOf(Level level, String path) {
    if (!(level instanceof Level.Lines lines)) {
      return List.of();
    }
    List<LineView> views = new ArrayList<>();
    for (int i = 0; i < lines.lines().size(); i++) {
      views.add(new LineView(path + "/" + i, lines.lines().get(i), false));
    }
    return views;
  }

  /** Whether the clock leaves the time of some out. */
  boolean leavesTimeOut() {
    return metric.clock().map(c -> !(c.counting() instanceof Clock.Counting.AllTime)).orElse(false);
  }

  /** Whether a moment between which the clock runs is known to the day only. */
  boolean isDateOnly() {
    return set.isPresent()
        && starts().isPresent()
        && (isDate(starts().get()) || stops().map(this::isDate).orElse(false));
  }

  private boolean isDate(MomentTerm term) {
    return set.flatMap(s -> s.precision(term)).filter(p -> p == Precision.DATE).isPresent();
  }

  /** The amounts of time that limit a case on a line, with their paths. */
  static List<Amount> limits(LineView line) {
    List<Amount> amounts = new ArrayList<>();
    line.line()
        .limit()
        .ifPresent(
            limit -> {
              if (limit instanceof Level.Limit.Within within) {
                Terms.values(
                    within.amount(),
                    line.path() + "/within",
                    (path, amount) -> amounts.add(new Amount(path, amount)));
              } else if (limit instanceof Level.Limit.Under under) {
                Terms.values(
                    under.amount(),
                    line.path() + "/under",
                    (path, amount) -> amounts.add(new Amount(path, amount)));
              }
            });
    return amounts;
  }

  /** An amount of time and where it stands. */
  record Amount(String path, TimeAmount amount) {}
}
