package org.plumbline.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/** The minimum is the target, less demanding: for the same cases, and never more. */
final class MinimumAgainstTarget implements Rule {

  @Override
  public void check(Draft draft) {
    draft.metrics().stream()
        .filter(metric -> !metric.minimum().isEmpty() && !metric.target().isEmpty())
        .forEach(metric -> check(metric, draft));
  }

  private static void check(MetricView metric, Draft draft) {
    List<MetricView.LineView> target = metric.target();
    List<MetricView.LineView> minimum = metric.minimum();
    boolean same = target.size() == minimum.size();
    for (int i = 0; i < target.size() && same; i++) {
      same = target.get(i).line().applies().equals(minimum.get(i).line().applies());
    }
    if (!same) {
      draft.tell(
          FindingCode.MINIMUM_DIFFERS,
          metric.path() + "/minimum",
          "the lines of the minimum do not take the same cases as those of the target",
          "write one line for each line of the target, with the same when");
      return;
    }
    for (int i = 0; i < target.size(); i++) {
      line(target.get(i), minimum.get(i), draft);
    }
  }

  private static void line(MetricView.LineView target, MetricView.LineView minimum, Draft draft) {
    Optional<Integer> limit = stricter(target.line().limit(), minimum.line().limit());
    if (limit.isEmpty()) {
      return;
    }
    for (Level.Bound bound : minimum.line().bounds()) {
      for (Level.Bound promised : target.line().bounds()) {
        if (bound.comparison() == promised.comparison()) {
          Optional<Integer> stricter = stricter(promised, bound);
          boolean more =
              stricter.isPresent()
                  && stricter.get() >= 0
                  && limit.get() >= 0
                  && stricter.get() + limit.get() > 0;
          if (more) {
            draft.tell(
                FindingCode.MINIMUM_STRICTER,
                stricter.get() > 0
                    ? draft.pathOf(minimum.path(), bound)
                    : LimitsAndFigures.pathOfLimit(minimum),
                "the minimum asks for more than the target",
                "write less than the target, or exchange the two");
          }
        }
      }
    }
  }

  /** Above 0 if the second limit is stricter, below if looser; empty if that cannot be said. */
  private static Optional<Integer> stricter(
      Optional<Level.Limit> target, Optional<Level.Limit> minimum) {
    if (target.equals(minimum)) {
      return Optional.of(0);
    }
    Optional<TimeAmount> one = target.flatMap(MinimumAgainstTarget::amount);
    Optional<TimeAmount> other = minimum.flatMap(MinimumAgainstTarget::amount);
    if (one.isEmpty() || other.isEmpty() || one.get().unit() != other.get().unit()) {
      return Optional.empty();
    }
    return Optional.of(Long.compare(one.get().amount(), other.get().amount()));
  }

  private static Optional<TimeAmount> amount(Level.Limit limit) {
    return limit instanceof Level.Limit.Within within ? within.amount().fixed() : Optional.empty();
  }

  private static Optional<Integer> stricter(Level.Bound target, Level.Bound minimum) {
    if (target.value().equals(minimum.value())) {
      return Optional.of(0);
    }
    Optional<BigDecimal> one = number(target.value());
    Optional<BigDecimal> other = number(minimum.value());
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    int order = other.get().compareTo(one.get());
    boolean lower =
        target.comparison() == Comparison.AT_LEAST || target.comparison() == Comparison.ABOVE;
    return Optional.of(lower ? order : -order);
  }

  private static Optional<BigDecimal> number(Varying<Literal> value) {
    Optional<Literal> fixed = value.fixed();
    if (fixed.isEmpty()) {
      return Optional.empty();
    }
    if (fixed.get() instanceof Literal.Numeral numeral) {
      return Optional.of(numeral.value());
    }
    if (fixed.get() instanceof Literal.Percent percent) {
      return Optional.of(percent.share().ratio());
    }
    if (fixed.get() instanceof Literal.Amount amount) {
      return Optional.of(amount.money().amount());
    }
    return Terms.time(fixed.get())
        .filter(time -> time.kind() == TimeAmount.Kind.ELAPSED)
        .map(time -> BigDecimal.valueOf(time.micros()));
  }
}
