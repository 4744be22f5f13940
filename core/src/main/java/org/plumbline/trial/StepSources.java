package org.plumbline.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Share;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.Varying;
import org.plumbline.chain.Chain;
import org.plumbline.chain.Link;

/**
 * By what records tell when a step begins and ends (meaning 28): a promise that is the step itself;
 * a metric over the same records that names this step alone, or the stage that ends with it; a
 * stage with the step's id.
 */
final class StepSources {

  private StepSources() {}

  static List<TriedStep.Source> of(Agreement agreement, Chain chain) {
    Metric whole = agreement.metrics().get(chain.metric());
    List<TriedStep.Source> sources = new ArrayList<>();
    if (whole == null) {
      return sources;
    }
    for (Link link : chain.links()) {
      String id = chain.metric() + " step " + sources.size();
      Optional<Seen> seen =
          ofPromise(agreement, link)
              .or(() -> ofMetric(agreement, whole, link))
              .or(() -> ofStage(agreement, whole, link));
      sources.add(
          new TriedStep.Source(
              link, id, seen.map(Seen::by), seen.map(found -> metric(whole, link, found))));
    }
    return sources;
  }

  /** What tells a step, and its clock. */
  private record Seen(String by, Clock clock) {}

  private static Optional<Seen> ofPromise(Agreement agreement, Link link) {
    return Optional.ofNullable(agreement.metrics().get(link.reference()))
        .flatMap(Metric::clock)
        .map(clock -> new Seen("metric " + link.reference(), clock));
  }

  /** The stage that ends where such a metric stops is the step; else all that the metric times. */
  private static Optional<Seen> ofMetric(Agreement agreement, Metric whole, Link link) {
    for (Map.Entry<String, Metric> entry : agreement.metrics().entrySet()) {
      Metric metric = entry.getValue();
      Optional<Clock> clock = metric.clock().filter(timed -> timed.starts().isPresent());
      if (clock.isPresent()
          && metric.steps().equals(List.of(link.reference()))
          && metric.records().equals(whole.records())) {
        return stages(agreement, whole)
            .filter(stage -> stage.until().equals(clock.get().stops()))
            .findFirst()
            .map(StepSources::seen)
            .or(() -> Optional.of(new Seen("metric " + entry.getKey(), clock.get())));
      }
    }
    return Optional.empty();
  }

  private static Optional<Seen> ofStage(Agreement agreement, Metric whole, Link link) {
    String step = link.reference().substring(link.reference().indexOf('/') + 1);
    return stages(agreement, whole)
        .filter(stage -> stage.id().equals(step))
        .findFirst()
        .map(StepSources::seen);
  }

  private static Stream<Turn.Stage> stages(Agreement agreement, Metric whole) {
    return Optional.ofNullable(agreement.records().get(whole.records())).stream()
        .flatMap(set -> set.turns().stream())
        .filter(Turn.Stage.class::isInstance)
        .map(Turn.Stage.class::cast);
  }

  private static Seen seen(Turn.Stage stage) {
    return new Seen(
        "stage " + stage.id(),
        new Clock(
            Optional.of(stage.from()),
            stage.until(),
            Optional.empty(),
            new Clock.Counting.AllTime()));
  }

  /** The step as a promise of its own: the cases of the whole, in time if it took no longer. */
  private static Metric metric(Metric whole, Link link, Seen seen) {
    Clock clock =
        new Clock(
            seen.clock().starts(),
            seen.clock().stops(),
            link.calendar().map(Varying::of),
            seen.clock().counting());
    Level.Line line =
        new Level.Line(
            new Level.Applies.Always(),
            Optional.of(new Level.Limit.Within(Varying.of(link.allotted()))),
            List.of(
                new Level.Bound(
                    Comparison.AT_LEAST,
                    Varying.of(new Literal.Percent(Share.ofPercent(BigDecimal.ZERO))))),
            Optional.empty());
    return whole
        .withClock(clock)
        .withFigure(new Quantity.ShareInTime(Optional.empty()))
        .withLevels(new Level.Lines(List.of(line)), Optional.empty());
  }
}
