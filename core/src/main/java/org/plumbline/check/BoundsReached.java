package org.plumbline.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Quantity;
import org.plumbline.finding.FindingCode;

/** A bound can be kept, and can be missed: figures have ends that they cannot pass. */
final class BoundsReached implements Rule {

  @Override
  public void check(Draft draft) {
    for (MetricView metric : draft.metrics()) {
      Optional<Region.Range> possible = possible(metric);
      for (MetricView.LineView line : metric.lines()) {
        possible.ifPresent(range -> eachBound(line, range, draft));
        together(line, draft);
      }
    }
  }

  /** From where to where the figure of a metric can go; empty if it has no ends. */
  private static Optional<Region.Range> possible(MetricView metric) {
    if (!metric.figureIsRead()) {
      return Optional.empty();
    }
    Quantity figure = metric.figure();
    boolean share =
        figure instanceof Quantity.ShareInTime
            || figure instanceof Quantity.ShareOfCases
            || figure instanceof Quantity.ShareOfAvailableTime;
    boolean count =
        figure instanceof Quantity.CountOfCases
            || figure instanceof Quantity.Absolute
            || (Quantities.readsTime(figure) && !share);
    return share || count
        ? Optional.of(
            new Region.Range(
                Optional.of(BigDecimal.ZERO),
                true,
                share ? Optional.of(BigDecimal.ONE) : Optional.empty(),
                share))
        : Optional.empty();
  }

  private static void eachBound(MetricView.LineView line, Region.Range possible, Draft draft) {
    boolean asksNothing =
        line.line().bounds().stream().allMatch(bound -> isKeptByAll(bound, possible));
    for (Level.Bound bound : line.line().bounds()) {
      Terms.values(
          bound.value(),
          draft.pathOf(line.path(), bound),
          (path, literal) ->
              bound(bound.comparison(), literal, possible, asksNothing, path, draft));
    }
  }

  private static boolean isKeptByAll(Level.Bound bound, Region.Range possible) {
    return Terms.valuesOf(bound.value()).stream()
        .map(literal -> kept(bound.comparison(), literal, possible))
        .flatMap(Optional::stream)
        .anyMatch(range -> range.contains(possible));
  }

  /** Where a figure keeps the bound; empty if the bound is in another unit. */
  private static Optional<Region.Range> kept(
      Comparison comparison, Literal literal, Region.Range possible) {
    boolean share = possible.high().isPresent();
    return share == literal instanceof Literal.Percent
        ? Cells.number(literal).map(value -> Region.Range.of(comparison, value))
        : Optional.empty();
  }

  private static void bound(
      Comparison comparison,
      Literal literal,
      Region.Range possible,
      boolean asksNothing,
      String path,
      Draft draft) {
    Optional<Region.Range> kept = kept(comparison, literal, possible);
    String bound = comparison.key().replace('-', ' ') + " " + literal;
    if (kept.isPresent() && asksNothing && kept.get().contains(possible)) {
      draft.tell(
          FindingCode.ALWAYS_MET,
          path,
          "every figure is " + bound + ", so that this promises nothing",
          "write a bound that can be missed, or target: none");
    } else if (kept.isPresent() && kept.get().and(possible).isEmpty()) {
      draft.tell(
          FindingCode.NEVER_MET,
          path,
          "no figure can be " + bound,
          "write a bound that can be kept");
    }
  }

  private static void together(MetricView.LineView line, Draft draft) {
    List<Level.Bound> bounds = line.line().bounds();
    Region.Range kept = Region.Range.ALL;
    for (Level.Bound bound : bounds) {
      Optional<BigDecimal> value = bound.value().fixed().flatMap(Cells::number);
      if (value.isEmpty()) {
        return;
      }
      kept = kept.and(Region.Range.of(bound.comparison(), value.get()));
    }
    long kinds =
        bounds.stream().map(b -> Cells.kind(b.value().fixed().orElseThrow())).distinct().count();
    if (bounds.size() > 1 && kinds == 1 && kept.isEmpty()) {
      draft.tell(
          FindingCode.NEVER_MET,
          draft.pathOf(line.path(), bounds.get(bounds.size() - 1)),
          "no figure can keep all bounds of this line",
          "write the lower end as at-least and the upper end as at-most");
    }
  }
}
