package org.plumbline.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Share;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/**
 * What the counts of a metric rest on, so that two texts of which it is the same count alike: all
 * terms but the height of bounds and what is made of the figure. Of bounds only the kind of value
 * matters, which says in what unit a figure is.
 *
 * @param beside what of other metrics the counts rest on: clocks that say what a reopening undoes,
 *     and metrics that limit the work
 */
record Counting(Metric metric, Agreement common, List<Object> beside) {

  private static final Metric.Labels NO_LABELS =
      new Metric.Labels(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What the counts of a metric rest on. */
  static Counting of(Agreement agreement, Metric metric) {
    return new Counting(bare(metric), common(agreement), beside(agreement));
  }

  private static List<Object> beside(Agreement agreement) {
    List<Object> beside = new ArrayList<>();
    if (agreement.records().values().stream().anyMatch(set -> set.reopening().isPresent())) {
      agreement
          .metrics()
          .values()
          .forEach(metric -> beside.add(List.of(metric.records(), metric.clock())));
    }
    for (Exclusion exclusion : agreement.exclusions().values()) {
      if (exclusion.ground() instanceof Exclusion.Ground.Workload work) {
        work.limits()
            .keySet()
            .forEach(
                limit ->
                    Optional.ofNullable(agreement.metrics().get(limit))
                        .ifPresent(metric -> beside.add(bare(metric))));
      }
    }
    return beside;
  }

  /** The same whatever is allowed within a limit, as long as it is in the same unit. */
  Counting withoutLimits() {
    Level target = Limits.withoutAmounts(metric.target());
    Optional<Level> minimum =
        metric.minimum().map(Limits::withoutAmounts).filter(it -> !it.equals(target));
    return new Counting(metric.withLevels(target, minimum), common, beside);
  }

  private static Agreement common(Agreement agreement) {
    Agreement bare = agreement.withMetrics(Map.of());
    return new Agreement(
        bare.language(),
        bare.id(),
        "",
        bare.zone(),
        Optional.empty(),
        facts(bare),
        Map.of(),
        List.of(),
        Map.of(),
        bare.performancePeriod(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        bare.calendar(),
        bare.period(),
        bare.calendars(),
        bare.periods(),
        Map.of(),
        bare.records(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        bare.exclusions(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        Map.of());
  }

  private static Map<String, Party> facts(Agreement agreement) {
    Map<String, Party> parties = new LinkedHashMap<>();
    agreement
        .parties()
        .forEach(
            (id, party) ->
                parties.put(id, new Party("", Optional.empty(), List.of(), party.facts())));
    return parties;
  }

  private static Metric bare(Metric metric) {
    Level target = bare(metric.target());
    Optional<Level> minimum = metric.minimum().map(Counting::bare).filter(it -> !it.equals(target));
    return new Metric(
        "",
        metric.performing(),
        metric.with(),
        Optional.empty(),
        Optional.empty(),
        metric.service(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NO_LABELS,
        Optional.empty(),
        metric.records(),
        metric.qualifies(),
        metric.clock(),
        Optional.of(metric.figureOrDefault()),
        metric.each(),
        Optional.of(metric.countedWhenOrDefault()),
        metric.period(),
        target,
        minimum,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Level bare(Level level) {
    if (level instanceof Level.Lines lines) {
      return new Level.Lines(lines.lines().stream().map(Counting::bare).toList());
    }
    if (level instanceof Level.Baseline baseline) {
      return new Level.Baseline(1, Level.Take.MEAN, baseline.floor().map(Counting::bare));
    }
    return level;
  }

  private static Level.Line bare(Level.Line line) {
    return new Level.Line(
        line.applies(),
        line.limit(),
        line.bounds().stream().map(Counting::bare).distinct().toList(),
        line.rest().map(Counting::bare));
  }

  /** A bound of the same kind of value. */
  private static Level.Bound bare(Level.Bound bound) {
    return bound
        .value()
        .fixed()
        .flatMap(Counting::kind)
        .map(kind -> new Level.Bound(Comparison.AT_LEAST, new Varying.Fixed<>(kind)))
        .orElse(bound);
  }

  private static Optional<Literal> kind(Literal literal) {
    if (literal instanceof Literal.Percent) {
      return Optional.of(new Literal.Percent(Share.ofPercent(BigDecimal.ZERO)));
    }
    if (literal instanceof Literal.Numeral) {
      return Optional.of(new Literal.Numeral(BigDecimal.ZERO));
    }
    if (literal instanceof Literal.Amount amount) {
      return Optional.of(new Literal.Amount(new Money(BigDecimal.ZERO, amount.money().currency())));
    }
    if (literal instanceof Literal.Time time) {
      return Optional.of(new Literal.Time(Limits.one(time.amount())));
    }
    return Optional.empty();
  }

  /** Limits of which only the unit is kept. */
  static final class Limits {
    private Limits() {}

    static Level withoutAmounts(Level level) {
      return level instanceof Level.Lines lines
          ? new Level.Lines(lines.lines().stream().map(Limits::withoutAmount).toList())
          : level;
    }

    private static Level.Line withoutAmount(Level.Line line) {
      return new Level.Line(
          line.applies(), line.limit().map(Limits::unit), line.bounds(), line.rest());
    }

    private static Level.Limit unit(Level.Limit limit) {
      return varying(limit)
          .map(amount -> (Level.Limit) new Level.Limit.Within(unit(amount)))
          .orElse(limit);
    }

    private static Varying<TimeAmount> unit(Varying<TimeAmount> varying) {
      if (varying instanceof Varying.Fixed<TimeAmount> fixed) {
        return new Varying.Fixed<>(one(fixed.value()));
      }
      if (varying instanceof Varying.ByCondition<TimeAmount> choices) {
        return new Varying.ByCondition<>(
            choices.choices().stream()
                .map(choice -> new Varying.Choice<>(choice.when(), unit(choice.is())))
                .toList());
      }
      return varying;
    }

    /** The amount of a limit; empty for a moment. */
    static Optional<Varying<TimeAmount>> varying(Level.Limit limit) {
      if (limit instanceof Level.Limit.Within within) {
        return Optional.of(within.amount());
      }
      return limit instanceof Level.Limit.Under under
          ? Optional.of(under.amount())
          : Optional.empty();
    }

    /** What a limit allows; empty for a moment and for what varies. */
    static Optional<TimeAmount> amount(Level.Limit limit) {
      return varying(limit).flatMap(Varying::fixed);
    }

    static TimeAmount one(TimeAmount amount) {
      return switch (amount.kind()) {
        case ELAPSED -> TimeAmount.of(1, TimeAmount.Unit.HOURS);
        case BY_DATE_DAYS -> TimeAmount.of(1, TimeAmount.Unit.DAYS);
        case BY_DATE_WORKDAYS -> TimeAmount.of(1, TimeAmount.Unit.WORKDAYS);
        case BY_DATE_MONTHS -> TimeAmount.of(1, TimeAmount.Unit.MONTHS);
      };
    }
  }
}
