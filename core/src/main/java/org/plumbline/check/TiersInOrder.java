package org.plumbline.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/**
 * Limits over tiers that have an order go one way: from three tiers on, one that is looser than
 * both its neighbors, or stricter than both, is a slip.
 */
final class TiersInOrder implements Rule {

  private static final int FEWEST = 3;

  /** One tier: where it lies in the order, its limit, and where that stands. */
  private record Tier(BigDecimal at, TimeAmount limit, String path) {}

  @Override
  public void check(Draft draft) {
    for (MetricView metric : draft.metrics()) {
      if (metric
          .metric()
          .clock()
          .flatMap(Clock::calendar)
          .filter(c -> c.fixed().isEmpty())
          .isPresent()) {
        continue; // hours in different calendars do not compare
      }
      lines(metric.target(), draft);
      for (MetricView.LineView line : metric.lines()) {
        line.line()
            .limit()
            .flatMap(TiersInOrder::amount)
            .ifPresent(amount -> choices(amount, LimitsAndFigures.pathOfLimit(line), draft));
      }
    }
  }

  private static Optional<Varying<TimeAmount>> amount(Level.Limit limit) {
    if (limit instanceof Level.Limit.Within within) {
      return Optional.of(within.amount());
    }
    return limit instanceof Level.Limit.Under under
        ? Optional.of(under.amount())
        : Optional.empty();
  }

  private static void lines(List<MetricView.LineView> lines, Draft draft) {
    List<Condition> conditions = new ArrayList<>();
    List<TimeAmount> limits = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (MetricView.LineView line : lines) {
      Optional<TimeAmount> limit =
          line.line().limit().flatMap(TiersInOrder::amount).flatMap(Varying::fixed);
      if (line.when().isPresent() && limit.isPresent()) {
        conditions.add(line.when().get());
        limits.add(limit.get());
        paths.add(LimitsAndFigures.pathOfLimit(line));
      }
    }
    tiers(conditions, limits, paths, draft);
  }

  private static void choices(Varying<TimeAmount> varying, String path, Draft draft) {
    if (!(varying instanceof Varying.ByCondition<TimeAmount> by)) {
      return;
    }
    List<Condition> conditions = new ArrayList<>();
    List<TimeAmount> limits = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < by.choices().size(); i++) {
      Varying.Choice<TimeAmount> choice = by.choices().get(i);
      if (choice.when().isPresent() && choice.is().fixed().isPresent()) {
        conditions.add(choice.when().get());
        limits.add(choice.is().fixed().get());
        paths.add(path + "/" + i + "/is");
      }
    }
    tiers(conditions, limits, paths, draft);
  }

  private static void tiers(
      List<Condition> conditions, List<TimeAmount> limits, List<String> paths, Draft draft) {
    List<Tier> tiers = new ArrayList<>();
    Optional<String> subject = Optional.empty();
    for (int i = 0; i < conditions.size(); i++) {
      Optional<Region> region = Region.of(conditions.get(i));
      Optional<String> own = region.flatMap(Region::onlySubject);
      Optional<BigDecimal> at = own.flatMap(name -> position(region.orElseThrow(), name));
      boolean comparable =
          limits.get(i).kind() == limits.get(0).kind() && (i == 0 || subject.equals(own));
      if (at.isEmpty() || !comparable) {
        return;
      }
      subject = own;
      tiers.add(new Tier(at.get(), limits.get(i), paths.get(i)));
    }
    if (tiers.size() >= FEWEST) {
      tiers.sort(Comparator.comparing(Tier::at));
      turns(tiers, subject.orElse("tier"), draft);
    }
  }

  /** Where a tier lies: the lowest value of it. */
  private static Optional<BigDecimal> position(Region region, String subject) {
    Optional<Set<Literal>> listed = region.listed(subject);
    if (listed.isEmpty()) {
      Optional<Region.Range> range = region.range(subject);
      return range.flatMap(r -> r.low().or(r::high));
    }
    boolean numbers = listed.get().stream().allMatch(value -> value instanceof Literal.Numeral);
    return numbers
        ? listed.get().stream()
            .map(Cells::number)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static void turns(List<Tier> tiers, String subject, Draft draft) {
    for (int i = 1; i < tiers.size() - 1; i++) {
      int before = compare(tiers.get(i - 1), tiers.get(i));
      int after = compare(tiers.get(i), tiers.get(i + 1));
      if (before * after < 0) {
        draft.tell(
            FindingCode.TIERS_OUT_OF_ORDER,
            tiers.get(i).path(),
            "along "
                + subject
                + " the limits go from "
                + tiers.get(i - 1).limit()
                + " to "
                + tiers.get(i).limit()
                + " and back to "
                + tiers.get(i + 1).limit(),
            "let limits grow or shrink from tier to tier");
        return;
      }
    }
  }

  private static int compare(Tier one, Tier other) {
    return Cells.number(new Literal.Time(one.limit()))
        .orElseThrow()
        .compareTo(Cells.number(new Literal.Time(other.limit())).orElseThrow());
  }
}
