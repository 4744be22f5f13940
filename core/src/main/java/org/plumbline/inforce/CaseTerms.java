package org.plumbline.inforce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.DayEnd;
import org.plumbline.calendar.PauseCounting;
import org.plumbline.compile.WorkedOutSets;

/**
 * What decides of a single case (docs/meaning.md 21). Two versions with equal case terms treat each
 * case alike.
 *
 * @param what is measured, and of whom: a change of it makes figures not comparable
 * @param lines which line takes a case, and its limit
 * @param days when days end and how pauses act, by calendar, where it is not the usual
 * @param periods the named periods, which moments may rest on
 * @param exclusions those that take out cases or times
 */
record CaseTerms(
    Definition what,
    CountedWhen countedWhen,
    List<Level.Line> lines,
    Map<String, Days> days,
    Map<String, NamedPeriod> periods,
    Map<String, Exclusion> exclusions) {

  /**
   * What is measured: records, start, stop, unit, population.
   *
   * @param performing whose time unassigned time is
   * @param sets the record set, and those that it is made of
   * @param unusable what unusable rows are
   * @param draw the version, where its number decides what is drawn
   */
  record Definition(
      String records,
      String performing,
      Map<String, RecordSet> sets,
      List<Optional<Delivery.Unusable>> unusable,
      Optional<Condition> qualifies,
      Optional<Clock> clock,
      Optional<String> each,
      Optional<String> calendar,
      Optional<Integer> draw) {}

  /** How a calendar counts days. */
  record Days(DayEnd ends, PauseCounting pauses) {}

  private static final Days USUAL = new Days(DayEnd.MIDNIGHT, PauseCounting.WHOLE_DAYS);

  /** The case terms of a metric. */
  static CaseTerms of(Agreement agreement, String id) {
    Metric metric = Objects.requireNonNull(agreement.metrics().get(id));
    List<Level.Line> lines = new ArrayList<>(lines(metric.target()));
    metric.minimum().ifPresent(minimum -> lines.addAll(lines(minimum)));
    Map<String, Days> days = new LinkedHashMap<>();
    agreement
        .calendars()
        .forEach(
            (calendar, terms) -> {
              Days own = new Days(terms.calendar().dayEnds(), terms.calendar().pausesBy());
              if (!own.equals(USUAL)) {
                days.put(calendar, own);
              }
            });
    Map<String, Exclusion> exclusions = new LinkedHashMap<>();
    agreement
        .exclusions()
        .forEach(
            (exclusion, terms) -> {
              if (concerns(terms, id)) {
                exclusions.put(
                    exclusion,
                    new Exclusion(
                        terms.ground(), terms.effect(), Optional.empty(), Optional.empty()));
              }
            });
    return new CaseTerms(
        definition(agreement, metric),
        metric.countedWhenOrDefault(),
        lines,
        days,
        agreement.periods(),
        exclusions);
  }

  private static boolean concerns(Exclusion terms, String metric) {
    if (terms.ground() instanceof Exclusion.Ground.Periods) {
      return false;
    }
    return !(terms.effect() instanceof Exclusion.Effect.Excludes excludes)
        || excludes.metrics().contains("all")
        || excludes.metrics().contains(metric);
  }

  private static Definition definition(Agreement agreement, Metric metric) {
    Map<String, RecordSet> sets = new LinkedHashMap<>();
    List<Optional<Delivery.Unusable>> unusable = new ArrayList<>();
    boolean drawn = false;
    Optional<String> id = Optional.of(metric.records());
    while (id.isPresent() && !sets.containsKey(id.get())) {
      RecordSet set = agreement.records().get(id.get());
      if (set == null) {
        break;
      }
      sets.put(id.get(), set.withoutDelivery());
      unusable.add(set.delivery().flatMap(Delivery::unusable));
      drawn |= set.origin() instanceof Origin.Sample;
      id = WorkedOutSets.source(set);
    }
    return new Definition(
        metric.records(),
        metric.performing(),
        sets,
        unusable,
        metric.qualifies(),
        metric.clock(),
        metric.each(),
        agreement.calendar(),
        drawn
            ? Optional.of(agreement.amendment().map(each -> each.number()).orElse(0))
            : Optional.empty());
  }

  /** The lines of a level without their bounds. */
  static List<Level.Line> lines(Level level) {
    return level instanceof Level.Lines lines
        ? lines.lines().stream().map(CaseTerms::withoutBounds).toList()
        : List.of();
  }

  private static Level.Line withoutBounds(Level.Line line) {
    return new Level.Line(
        line.applies(), line.limit(), List.of(), line.rest().map(CaseTerms::withoutBounds));
  }
}
