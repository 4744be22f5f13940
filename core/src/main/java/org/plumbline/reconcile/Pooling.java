package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/** Lines with a figure each, written as one line whose limit varies by case. */
final class Pooling {

  private Pooling() {}

  /** One line; empty where the lines have limits of several kinds, or one without a limit. */
  static Optional<Metric> of(Metric metric) {
    if (!(metric.target() instanceof Level.Lines lines)) {
      return Optional.empty();
    }
    List<Varying.Choice<TimeAmount>> choices = new ArrayList<>();
    boolean strict = false;
    for (Level.Line line : lines.lines()) {
      Optional<Varying<TimeAmount>> amount = amount(line);
      Optional<Optional<Condition>> when = when(line);
      if (amount.isEmpty() || when.isEmpty()) {
        return Optional.empty();
      }
      strict |= line.limit().filter(Level.Limit.Under.class::isInstance).isPresent();
      choices.add(new Varying.Choice<>(when.get(), amount.get()));
    }
    Varying<TimeAmount> amounts = new Varying.ByCondition<>(choices);
    Level.Limit limit = strict ? new Level.Limit.Under(amounts) : new Level.Limit.Within(amounts);
    Level.Line line =
        new Level.Line(
            new Level.Applies.Always(),
            Optional.of(limit),
            lines.lines().get(0).bounds(),
            Optional.empty());
    return Optional.of(Terms.target(metric, new Level.Lines(List.of(line))));
  }

  private static Optional<Varying<TimeAmount>> amount(Level.Line line) {
    if (line.limit().isPresent() && line.limit().get() instanceof Level.Limit.Within within) {
      return Optional.of(within.amount());
    }
    return line.limit().isPresent() && line.limit().get() instanceof Level.Limit.Under under
        ? Optional.of(under.amount())
        : Optional.empty();
  }

  /** Inside: empty for otherwise. */
  private static Optional<Optional<Condition>> when(Level.Line line) {
    if (line.applies() instanceof Level.Applies.When when) {
      return Optional.of(Optional.of(when.condition()));
    }
    return line.applies() instanceof Level.Applies.Otherwise
        ? Optional.of(Optional.empty())
        : Optional.empty();
  }
}
