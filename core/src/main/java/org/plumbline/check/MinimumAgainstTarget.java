package org.plumbline.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    boolean alike =
        target.map(Object::getClass).equals(minimum.map(Object::getClass))
            && one.map(TimeAmount::kind).equals(other.map(TimeAmount::kind));
    return one.isPresent() && alike
        ? other.map(amount -> length(one.get()).compareTo(length(amount)))
        : Optional.empty();
  }

  private static BigDecimal length(TimeAmount amount) {
    return Cells.number(new Literal.Time(amount)).orElseThrow();
  }

  private static Optional<TimeAmount> amount(Level.Limit limit) {
    if (limit instanceof Level.Limit.Within within) {
      return within.amount().fixed();
    }
    return limit instanceof Level.Limit.Under under ? under.amount().fixed() : Optional.empty();
  }

  private static Optional<Integer> stricter(Level.Bound target, Level.Bound minimum) {
    if (target.value().equals(minimum.value())) {
      return Optional.of(0);
    }
    Optional<Integer> stricter = Optional.empty();
    for (LocalDate day : days(target.value(), minimum.value())) {
      Optional<Literal> one = value(target.value(), day);
      Optional<Literal> other = value(minimum.value(), day);
      boolean alike = one.isPresent() && one.map(Cells::kind).equals(other.map(Cells::kind));
      Optional<BigDecimal> asked = one.flatMap(Cells::number);
      Optional<BigDecimal> least = other.flatMap(Cells::number);
      if (!alike || asked.isEmpty() || least.isEmpty()) {
        return Optional.empty();
      }
      int order = least.get().compareTo(asked.get());
      int own = Cells.isFloor(target.comparison()) ? order : -order;
      stricter = Optional.of(stricter.map(before -> Math.max(before, own)).orElse(own));
    }
    return stricter;
  }

  /** The days on which one of the two changes. */
  private static Set<LocalDate> days(Varying<Literal> one, Varying<Literal> other) {
    Set<LocalDate> days = new TreeSet<>();
    for (Varying<Literal> value : List.of(one, other)) {
      if (value instanceof Varying.ByDate<Literal> dated) {
        dated.steps().forEach(step -> days.add(step.from()));
      }
    }
    return days.isEmpty() ? Set.of(LocalDate.MIN) : days;
  }

  private static Optional<Literal> value(Varying<Literal> value, LocalDate day) {
    Optional<Literal> then = value.fixed();
    if (value instanceof Varying.ByDate<Literal> dated) {
      for (Varying.Dated<Literal> step : dated.steps()) {
        if (!step.from().isAfter(day)) {
          then = step.is().fixed();
        }
      }
    }
    return then;
  }
}
