package org.plumbline.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Share;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/**
 * Two metrics over the same cases can both be met, and neither is met whenever the other is. The
 * one figure is never above the other where its limit is not longer, or its condition not wider.
 */
final class MetricsTogether implements Rule {

  /** Each metric is set against so many before it that are timed and counted alike. */
  private static final int MOST = 40;

  /** What two metrics have in common. */
  private record Alike(
      String performing,
      String records,
      Optional<Clock> clock,
      Optional<String> each,
      CountedWhen counted,
      Optional<PeriodTerms> period,
      Optional<Condition> where,
      Optional<String> service,
      Optional<Share> roundedTo,
      Metric.NoData noData,
      Object kind) {}

  /** A promise of one line: its figure, its limit, and where the figure shall lie. */
  private record Promise(MetricView metric, MetricView.LineView line, Region.Range range) {

    Quantity figure() {
      return metric.figure();
    }

    Optional<TimeAmount> limit() {
      return line.line().limit().flatMap(MetricsTogether::amount);
    }

    /** In what the figure is counted. */
    Object kind() {
      return line.line().bounds().stream()
          .map(bound -> bound.value().fixed().map(Cells::kind).orElse(""))
          .findFirst()
          .orElse("");
    }

    boolean isStrict() {
      return line.line().limit().filter(l -> l instanceof Level.Limit.Under).isPresent();
    }

    boolean isAll() {
      return range.low().filter(low -> low.compareTo(BigDecimal.ONE) >= 0).isPresent()
          && (metric.isInTime() || figure() instanceof Quantity.ShareOfCases);
    }
  }

  @Override
  public void check(Draft draft) {
    Map<Alike, List<Promise>> alike = new LinkedHashMap<>();
    for (MetricView metric : draft.metrics()) {
      Optional<Promise> promise = promise(metric);
      if (promise.isPresent()) {
        Alike key =
            new Alike(
                metric.metric().performing(),
                metric.metric().records(),
                metric.metric().clock(),
                metric.metric().each(),
                metric.metric().countedWhenOrDefault(),
                metric.metric().period(),
                Quantities.where(metric.figure()),
                metric.metric().service(),
                metric.metric().roundedTo(),
                metric.metric().noDataOrDefault(),
                promise.get().kind());
        List<Promise> before = alike.computeIfAbsent(key, any -> new ArrayList<>());
        against(
            promise.get(), before.subList(Math.max(0, before.size() - MOST), before.size()), draft);
        before.add(promise.get());
      }
    }
  }

  private static Optional<Promise> promise(MetricView metric) {
    boolean plain =
        metric.figureIsRead()
            && metric.set().isPresent()
            && metric.target().size() == 1
            && metric.target().get(0).when().isEmpty()
            && metric.target().get(0).line().rest().isEmpty();
    if (!plain) {
      return Optional.empty();
    }
    MetricView.LineView line = metric.target().get(0);
    boolean timed = metric.isInTime() || line.line().limit().isPresent();
    if (timed && line.line().limit().flatMap(MetricsTogether::amount).isEmpty()) {
      return Optional.empty();
    }
    Region.Range range = Region.Range.ALL;
    for (Level.Bound bound : line.line().bounds()) {
      Optional<Literal> value = bound.value().fixed();
      if (value.flatMap(Cells::number).isEmpty()) {
        return Optional.empty();
      }
      range = range.and(Region.Range.of(bound.comparison(), Cells.number(value.get()).get()));
    }
    return range.isEmpty() || range.has(BigDecimal.ZERO) && range.high().isEmpty()
        ? Optional.empty()
        : Optional.of(new Promise(metric, line, range));
  }

  private static Optional<TimeAmount> amount(Level.Limit limit) {
    if (limit instanceof Level.Limit.Within within) {
      return within.amount().fixed();
    }
    return limit instanceof Level.Limit.Under under ? under.amount().fixed() : Optional.empty();
  }

  private static void against(Promise later, List<Promise> before, Draft draft) {
    for (Promise earlier : before) {
      boolean same =
          earlier.metric().metric().qualifies().equals(later.metric().metric().qualifies());
      if (same && contradict(earlier, later)) {
        tell(
            FindingCode.METRICS_CONTRADICT,
            later,
            "this cannot be met together with \"" + earlier.metric().id() + "\"",
            "let the two bounds leave room for each other",
            draft);
        return;
      }
      if (implies(earlier, later, same)) {
        tellImplied(earlier, later, draft);
        return;
      }
      if (implies(later, earlier, same)) {
        tellImplied(later, earlier, draft);
        return;
      }
    }
  }

  private static void tellImplied(Promise by, Promise implied, Draft draft) {
    tell(
        FindingCode.METRIC_IMPLIED,
        implied,
        "this is met whenever \"" + by.metric().id() + "\" is, so that it binds nobody",
        "ask for more than the other does, for other cases, or remove it",
        draft);
  }

  private static void tell(
      FindingCode code, Promise promise, String found, String right, Draft draft) {
    draft.tell(code, promise.metric().path() + "/target", found, right);
  }

  private static boolean contradict(Promise one, Promise other) {
    if (neverAbove(one, other) && isBelow(other.range(), one.range())) {
      return true;
    }
    if (neverAbove(other, one) && isBelow(one.range(), other.range())) {
      return true;
    }
    Optional<BigDecimal> sum = one.range().low().flatMap(low -> other.range().low().map(low::add));
    return sum.filter(both -> both.compareTo(BigDecimal.ONE) > 0).isPresent()
        && conditionsHold(one, other, (a, b) -> !(a && b));
  }

  /** Whether one range ends before the other begins. */
  private static boolean isBelow(Region.Range one, Region.Range other) {
    Region.Range upTo = new Region.Range(Optional.empty(), false, one.high(), one.highIncluded());
    Region.Range from = new Region.Range(other.low(), other.lowIncluded(), Optional.empty(), false);
    return upTo.and(from).isEmpty();
  }

  /** Whether the second is met whenever the first is. */
  private static boolean implies(Promise first, Promise second, boolean samePopulation) {
    List<String> follows = second.metric().metric().remedies();
    if (!first.metric().metric().remedies().containsAll(follows)) {
      return false; // what follows from the weaker promise is another thing
    }
    if (!samePopulation) {
      return first.isAll()
          && second.range().contains(first.range())
          && neverAbove(first, second)
          && wider(first, second);
    }
    boolean floor =
        second.range().high().isEmpty()
            && neverAbove(first, second)
            && second.range().contains(from(first.range()));
    boolean ceiling =
        second.range().low().isEmpty()
            && neverAbove(second, first)
            && second.range().contains(upTo(first.range()));
    return floor || ceiling;
  }

  private static Region.Range from(Region.Range range) {
    return new Region.Range(range.low(), range.lowIncluded(), Optional.empty(), false);
  }

  private static Region.Range upTo(Region.Range range) {
    return new Region.Range(Optional.empty(), false, range.high(), range.highIncluded());
  }

  /** Whether every case that counts for the second counts for the first. */
  private static boolean wider(Promise first, Promise second) {
    Optional<Condition> outer = first.metric().metric().qualifies();
    Optional<Condition> inner = second.metric().metric().qualifies();
    return outer.isEmpty()
        || (inner.isPresent() && everywhere(inner.get(), outer.get(), second, (a, b) -> !a || b));
  }

  /** Whether the figure of the first is never above that of the second over the same cases. */
  private static boolean neverAbove(Promise first, Promise second) {
    if (first.metric().isInTime() && second.metric().isInTime()) {
      TimeAmount one = first.limit().orElseThrow();
      TimeAmount other = second.limit().orElseThrow();
      if (one.kind() != other.kind()) {
        return false;
      }
      int order = length(one).compareTo(length(other));
      return order < 0 || (order == 0 && (first.isStrict() || !second.isStrict()));
    }
    return first.figure().equals(second.figure())
        || conditionsHold(first, second, (a, b) -> !a || b);
  }

  private static BigDecimal length(TimeAmount amount) {
    return Cells.number(new Literal.Time(amount)).orElseThrow();
  }

  /** How two conditions stand in a cell. */
  private interface Together {
    boolean fits(boolean first, boolean second);
  }

  /** Whether the conditions of two shares of cases stand so in every case. */
  private static boolean conditionsHold(Promise first, Promise second, Together together) {
    return first.figure() instanceof Quantity.ShareOfCases one
        && second.figure() instanceof Quantity.ShareOfCases other
        && everywhere(one.of(), other.of(), first, together);
  }

  private static boolean everywhere(
      Condition one, Condition other, Promise over, Together together) {
    SetView set = over.metric().set().orElseThrow();
    return Cells.of(List.of(one, other), KnownSubjects.of(set))
        .filter(
            cells ->
                cells.all().stream()
                    .allMatch(c -> together.fits(Cells.holds(one, c), Cells.holds(other, c))))
        .isPresent();
  }
}
