package org.plumbline.check;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Quantity;

/** Notes what metrics use. */
final class WalkMetrics {

  private final Draft draft;
  private final Uses uses;
  private final WalkValues values;

  WalkMetrics(Draft draft, Uses uses, WalkValues values) {
    this.draft = draft;
    this.uses = uses;
    this.values = values;
  }

  /** One metric; of a metric without a record set only what needs none. */
  void metric(MetricView view) {
    view.set()
        .ifPresent(
            set -> {
              String path = view.path();
              view.metric()
                  .qualifies()
                  .ifPresent(
                      c ->
                          values.ofCase(
                              path + "/qualifies",
                              c,
                              set,
                              Optional.of(view),
                              Uses.Purpose.QUALIFIES));
              clock(view, set);
              figure(path + "/figure", view.figure(), view, set);
            });
    view.lines().forEach(line -> line(view, line));
    if (view.metric().target() instanceof Level.Baseline baseline) {
      baseline.floor().ifPresent(b -> bound(view, view.path() + "/target/baseline/floor", b));
    }
  }

  private void clock(MetricView view, SetView set) {
    String path = view.path() + "/clock";
    Optional<MetricView> metric = Optional.of(view);
    view.starts().ifPresent(start -> values.moment(path + "/starts", start, set, metric));
    view.stops().ifPresent(stop -> values.moment(path + "/stops", stop, set, metric));
    view.metric()
        .clock()
        .flatMap(clock -> clock.calendar())
        .ifPresent(calendar -> values.ofCases(path + "/calendar", calendar, set, view));
  }

  private void line(MetricView view, MetricView.LineView line) {
    view.set()
        .ifPresent(
            set -> {
              line.when()
                  .ifPresent(
                      c ->
                          values.ofCase(
                              line.path() + "/when", c, set, Optional.of(view), Uses.Purpose.LINE));
              line.line().limit().ifPresent(limit -> limit(view, line.path(), limit, set));
            });
    line.line().bounds().forEach(b -> bound(view, draft.pathOf(line.path(), b), b));
  }

  private void limit(MetricView view, String path, Level.Limit limit, SetView set) {
    if (limit instanceof Level.Limit.By by) {
      values.ofCases(path + "/by", by.moment(), set, view);
      Terms.values(
          by.moment(),
          path + "/by",
          (at, moment) -> values.moment(at, moment, set, Optional.of(view)));
      return;
    }
    boolean within = limit instanceof Level.Limit.Within;
    String at = path + (within ? "/within" : "/under");
    if (limit instanceof Level.Limit.Within given) {
      values.ofCases(at, given.amount(), set, view);
    } else if (limit instanceof Level.Limit.Under given) {
      values.ofCases(at, given.amount(), set, view);
    }
    if (view.metric().clock().flatMap(clock -> clock.calendar()).isEmpty()) {
      MetricView.limits(new MetricView.LineView(path, lineOf(limit), false))
          .forEach(amount -> uses.amount(amount.path(), amount.amount()));
    }
  }

  private static Level.Line lineOf(Level.Limit limit) {
    return new Level.Line(
        new Level.Applies.Always(), Optional.of(limit), List.of(), Optional.empty());
  }

  private void bound(MetricView view, String path, Level.Bound bound) {
    values.ofResults(path, bound.value(), Optional.of(view));
    if (view.metric().clock().flatMap(clock -> clock.calendar()).isEmpty()) {
      Terms.values(bound.value(), path, (at, literal) -> uses.amount(at, Terms.time(literal)));
    }
  }

  private void figure(String path, Quantity figure, MetricView view, SetView set) {
    Quantities.visit(
        figure,
        path,
        (at, quantity) -> {
          where(at, Quantities.where(quantity), view, set);
          if (quantity instanceof Quantity.ShareOfCases share) {
            values.ofCase(at + "/share", share.of(), set, Optional.of(view), Uses.Purpose.FIGURE);
          } else if (quantity instanceof Quantity.ShareOfAvailableTime available) {
            available
                .down()
                .ifPresent(
                    down ->
                        values.ofCase(
                            at + "/down", down, set, Optional.of(view), Uses.Purpose.FIGURE));
          }
          Quantities.weight(quantity)
              .filter(Quantity.Weight.Number.class::isInstance)
              .map(Quantity.Weight.Number.class::cast)
              .ifPresent(number -> values.ofCases(at + "/weight", number.value(), set, view));
        });
  }

  private void where(String path, Optional<Condition> where, MetricView view, SetView set) {
    where.ifPresent(
        c -> values.ofCase(path + "/where", c, set, Optional.of(view), Uses.Purpose.FIGURE));
  }
}
