package org.plumbline.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.finding.FindingCode;

/** A period with few cases or none has a result that somebody has thought of. */
final class FewCases implements Rule {

  @Override
  public void check(Draft draft) {
    Set<String> excluded = new HashSet<>();
    for (Exclusion exclusion : draft.agreement().exclusions().values()) {
      if (exclusion.effect() instanceof Exclusion.Effect.Excludes excludes) {
        excluded.addAll(excludes.metrics());
      }
    }
    for (MetricView metric : draft.metrics()) {
      boolean relieved = excluded.contains("all") || excluded.contains(metric.id());
      misses(metric, draft);
      noCases(metric, draft);
      remedies(metric, draft);
      noRoom(metric, relieved, draft);
    }
  }

  private static void misses(MetricView metric, Draft draft) {
    boolean share =
        !metric.figureIsRead()
            || metric.isInTime()
            || metric.figure() instanceof Quantity.ShareOfCases;
    if (!share && metric.metric().lowVolume().flatMap(Metric.LowVolume::misses).isPresent()) {
      draft.tell(
          FindingCode.MISSES_WITHOUT_SHARE,
          metric.path() + "/low-volume/misses",
          "misses are allowed, and this figure is no share of cases, so that nothing is missed",
          "leave misses out; a period with few cases is then not judged");
    }
  }

  private static void noCases(MetricView metric, Draft draft) {
    Quantity figure = metric.figure();
    boolean zero = figure instanceof Quantity.CountOfCases;
    boolean worst =
        metric.isStock()
            && figure instanceof Quantity.Statistic statistic
            && statistic.kind() == Quantity.Kind.MAX;
    boolean upper =
        !metric.target().isEmpty()
            && metric.target().stream()
                .allMatch(line -> line.line().bounds().stream().allMatch(FewCases::isUpper));
    if ((zero || worst) && upper && metric.metric().noData().isEmpty()) {
      draft.tell(
          FindingCode.NO_CASES_NO_DATA,
          metric.path() + "/target",
          "a period without any case has no data, though nothing to count is what is promised",
          "write no-data: met");
    }
  }

  private static boolean isUpper(Level.Bound bound) {
    return bound.comparison() == Comparison.AT_MOST || bound.comparison() == Comparison.BELOW;
  }

  private static void remedies(MetricView metric, Draft draft) {
    if (metric.metric().target() instanceof Level.NotPromised
        && !metric.metric().remedies().isEmpty()) {
      draft.tell(
          FindingCode.REMEDIES_WITHOUT_PROMISE,
          metric.path() + "/remedies",
          "remedies follow, and nothing is promised that could be missed",
          "write a target, or remove the remedies");
    }
  }

  private static void noRoom(MetricView metric, boolean relieved, Draft draft) {
    boolean register = metric.set().filter(SetView::isRegister).isPresent();
    boolean ruled =
        relieved || register || metric.metric().lowVolume().isPresent() || metric.lines().isEmpty();
    if (ruled || metric.metric().remedies().isEmpty()) {
      return;
    }
    List<MetricView.LineView> deciding =
        metric.minimum().isEmpty() ? metric.target() : metric.minimum();
    for (MetricView.LineView line : deciding) {
      for (Level.Bound bound : line.line().bounds()) {
        if (bound.value().fixed().filter(value -> isAll(bound, value)).isPresent()) {
          draft.tell(
              FindingCode.NO_ROOM_FOR_A_MISS,
              draft.pathOf(line.path(), bound),
              "one single case decides, however few there are, and remedies follow",
              "write low-volume: {below: 20, misses: 1}, a minimum, or an exclusion");
        }
      }
    }
  }

  private static boolean isAll(Level.Bound bound, Literal value) {
    if (!(value instanceof Literal.Percent percent)) {
      return false;
    }
    BigDecimal ratio = percent.share().ratio();
    return bound.comparison() == Comparison.AT_LEAST
        ? ratio.compareTo(BigDecimal.ONE) >= 0
        : bound.comparison() == Comparison.AT_MOST && ratio.signum() == 0;
  }
}
