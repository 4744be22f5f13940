package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;

/**
 * A promise: of these records, those that qualify, timed by this clock, give this figure per
 * period, which shall reach this target (language.md 5).
 *
 * @param name one line, as people call it
 * @param performing the party that owes it; may be the customer
 * @param with parties that perform beside it
 * @param reporting FIBF's reporting organization; empty: the provider
 * @param accountable FIBF's accountable organization; empty: the customer
 * @param adopts {@code offer/metric} it is taken from
 * @param was id of the metric of the version before that this one continues
 * @param records id of a record set, or {@code register/…}
 * @param qualifies who counts at all; empty: all
 * @param figure what is counted; empty: {@code {share: in-time}}
 * @param each field with one figure and one result for each value
 * @param countedWhen in which period a case counts; empty: decided
 * @param period empty: the agreement's
 * @param minimum empty: the target
 * @param roundedTo the share to which figures are rounded before they compare ({@code compare});
 *     empty: exact
 */
public record Metric(
    String name,
    String performing,
    List<String> with,
    Optional<String> reporting,
    Optional<String> accountable,
    Optional<String> service,
    List<String> steps,
    Optional<String> clause,
    Optional<Implements> implementsMeasure,
    Optional<String> adopts,
    Labels labels,
    Optional<String> was,
    String records,
    Optional<Condition> qualifies,
    Optional<Clock> clock,
    Optional<Quantity> figure,
    Optional<String> each,
    Optional<CountedWhen> countedWhen,
    Optional<PeriodTerms> period,
    Level target,
    Optional<Level> minimum,
    Optional<LowVolume> lowVolume,
    Optional<NoData> noData,
    Optional<Share> roundedTo,
    List<String> remedies) {

  /** Copies the lists. */
  public Metric {
    with = List.copyOf(with);
    steps = List.copyOf(steps);
    remedies = List.copyOf(remedies);
  }

  /** What is counted, the default filled in. */
  public Quantity figureOrDefault() {
    return figure.orElseGet(() -> new Quantity.ShareInTime(Optional.empty()));
  }

  /**
   * What is timed, the default filled in: over a set of the register without a clock, a case stops
   * at the set's first moment.
   *
   * @throws IllegalStateException if there is neither
   */
  public Clock clockOrDefault() {
    return clock
        .or(
            () ->
                Optional.ofNullable(RegisterSets.SETS.get(records))
                    .map(set -> set.moments().keySet().iterator().next())
                    .map(first -> Clock.stoppingAt(new MomentTerm.Named(first))))
        .orElseThrow(() -> new IllegalStateException("a metric over " + records + " has no clock"));
  }

  /** The same with another clock. */
  public Metric withClock(Clock timed) {
    return new Metric(
        name,
        performing,
        with,
        reporting,
        accountable,
        service,
        steps,
        clause,
        implementsMeasure,
        adopts,
        labels,
        was,
        records,
        qualifies,
        Optional.of(timed),
        figure,
        each,
        countedWhen,
        period,
        target,
        minimum,
        lowVolume,
        noData,
        roundedTo,
        remedies);
  }

  /** The same with another figure. */
  public Metric withFigure(Quantity counted) {
    return new Metric(
        name,
        performing,
        with,
        reporting,
        accountable,
        service,
        steps,
        clause,
        implementsMeasure,
        adopts,
        labels,
        was,
        records,
        qualifies,
        clock,
        Optional.of(counted),
        each,
        countedWhen,
        period,
        target,
        minimum,
        lowVolume,
        noData,
        roundedTo,
        remedies);
  }

  /** The same with another condition on who counts. */
  public Metric withQualifies(Optional<Condition> who) {
    return new Metric(
        name,
        performing,
        with,
        reporting,
        accountable,
        service,
        steps,
        clause,
        implementsMeasure,
        adopts,
        labels,
        was,
        records,
        who,
        clock,
        figure,
        each,
        countedWhen,
        period,
        target,
        minimum,
        lowVolume,
        noData,
        roundedTo,
        remedies);
  }

  /** The same with another target and minimum. */
  public Metric withLevels(Level expected, Optional<Level> least) {
    return new Metric(
        name,
        performing,
        with,
        reporting,
        accountable,
        service,
        steps,
        clause,
        implementsMeasure,
        adopts,
        labels,
        was,
        records,
        qualifies,
        clock,
        figure,
        each,
        countedWhen,
        period,
        expected,
        least,
        lowVolume,
        noData,
        roundedTo,
        remedies);
  }

  /** In which period a case counts, the default filled in. */
  public CountedWhen countedWhenOrDefault() {
    return countedWhen.orElse(CountedWhen.DECIDED);
  }

  /** The minimum, which is the target if not given. */
  public Level minimumOrTarget() {
    return minimum.orElse(target);
  }

  /** What a period without cases is, the default filled in. */
  public NoData noDataOrDefault() {
    return noData.orElse(NoData.NEITHER);
  }

  /**
   * The catalog measure that the metric implements, and honestly where it is not the same.
   *
   * @param differs what differs, in words, by {@code unit start stop population formula target
   *     reason}
   */
  public record Implements(String measure, java.util.Map<String, String> differs) {
    /** Copies the map, keeping its order. */
    public Implements {
      differs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(differs));
    }
  }

  /** FIBF's labels; they compute nothing. */
  public record Labels(
      Optional<String> category,
      Optional<String> level,
      Optional<String> type,
      Optional<String> priority) {}

  /**
   * The rule for few cases.
   *
   * @param below applies to fewer cases than this
   * @param misses so many misses still meet; empty: the period is not judged
   */
  public record LowVolume(long below, Optional<Long> misses) {}

  /** What a period without cases is. */
  public enum NoData {
    /** Neither met nor not met. */
    NEITHER("neither"),
    /** Met. */
    MET("met"),
    /** Not met. */
    NOT_MET("not-met");

    private final String key;

    NoData(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
