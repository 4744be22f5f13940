package org.plumbline.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Share;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/** Makes a metric with few words. */
public final class Metrics {

  private final String name;
  private String performing = "provider";
  private String records = "incidents";
  private Optional<Condition> qualifies = Optional.empty();
  private Optional<Clock> clock = Optional.empty();
  private Optional<Quantity> figure = Optional.empty();
  private Optional<String> each = Optional.empty();
  private Optional<CountedWhen> countedWhen = Optional.empty();
  private Optional<PeriodTerms> period = Optional.empty();
  private Level target = new Level.NotPromised();
  private Optional<Level> minimum = Optional.empty();
  private Optional<Metric.LowVolume> lowVolume = Optional.empty();
  private Optional<Metric.NoData> noData = Optional.empty();
  private Optional<Share> roundedTo = Optional.empty();
  private List<String> remedies = List.of();

  private Metrics(String name) {
    this.name = name;
  }

  public static Metrics named(String name) {
    return new Metrics(name);
  }

  public Metrics performing(String party) {
    performing = party;
    return this;
  }

  public Metrics records(String set) {
    records = set;
    return this;
  }

  public Metrics qualifies(Condition condition) {
    qualifies = Optional.of(condition);
    return this;
  }

  public Metrics clock(Clock clock) {
    this.clock = Optional.of(clock);
    return this;
  }

  public Metrics figure(Quantity quantity) {
    figure = Optional.of(quantity);
    return this;
  }

  public Metrics each(String field) {
    each = Optional.of(field);
    return this;
  }

  public Metrics counted(CountedWhen when) {
    countedWhen = Optional.of(when);
    return this;
  }

  public Metrics period(PeriodTerms terms) {
    period = Optional.of(terms);
    return this;
  }

  public Metrics target(Level.Line... lines) {
    target = new Level.Lines(List.of(lines));
    return this;
  }

  public Metrics target(Level level) {
    target = level;
    return this;
  }

  public Metrics minimum(Level.Line... lines) {
    minimum = Optional.of(new Level.Lines(List.of(lines)));
    return this;
  }

  public Metrics lowVolume(long below, Optional<Long> misses) {
    lowVolume = Optional.of(new Metric.LowVolume(below, misses));
    return this;
  }

  public Metrics noData(Metric.NoData rule) {
    noData = Optional.of(rule);
    return this;
  }

  public Metrics roundedTo(String percent) {
    roundedTo = Optional.of(share(percent));
    return this;
  }

  public Metrics remedies(String... ids) {
    remedies = List.of(ids);
    return this;
  }

  public Metric make() {
    return new Metric(
        name,
        performing,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Metric.Labels(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        records,
        qualifies,
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

  public static Share share(String percent) {
    return Share.ofPercent(new java.math.BigDecimal(percent));
  }

  public static Literal percent(String percent) {
    return new Literal.Percent(share(percent));
  }

  public static Literal number(long value) {
    return new Literal.Numeral(java.math.BigDecimal.valueOf(value));
  }

  public static Literal time(String amount) {
    return new Literal.Time(TimeAmount.parse(amount));
  }

  public static Level.Bound atLeast(Literal value) {
    return new Level.Bound(Comparison.AT_LEAST, Varying.of(value));
  }

  public static Level.Bound atMost(Literal value) {
    return new Level.Bound(Comparison.AT_MOST, Varying.of(value));
  }

  public static Level.Line line(Level.Bound... bounds) {
    return new Level.Line(
        new Level.Applies.Always(), Optional.empty(), List.of(bounds), Optional.empty());
  }

  public static Level.Line within(String limit, Level.Bound... bounds) {
    return new Level.Line(
        new Level.Applies.Always(), Optional.of(limit(limit)), List.of(bounds), Optional.empty());
  }

  public static Level.Line when(Condition condition, String limit, Level.Bound... bounds) {
    return new Level.Line(
        new Level.Applies.When(condition),
        Optional.of(limit(limit)),
        List.of(bounds),
        Optional.empty());
  }

  public static Level.Limit limit(String limit) {
    return new Level.Limit.Within(Varying.of(TimeAmount.parse(limit)));
  }

  public static Condition is(String subject, long value) {
    return new Condition.OneOf(subject, List.of(number(value)));
  }

  public static MomentTerm moment(String name) {
    return new MomentTerm.Named(name);
  }

  public static Clock.Counting counts(String... parties) {
    return new Clock.Counting.Counts(List.of(parties));
  }

  public static Clock clock(String starts, String stops, String calendar, Clock.Counting counting) {
    return new Clock(
        Optional.of(moment(starts)), moment(stops), Optional.of(Varying.of(calendar)), counting);
  }

  public static Clock clock(String starts, String stops) {
    return new Clock(
        Optional.of(moment(starts)), moment(stops), Optional.empty(), new Clock.Counting.AllTime());
  }

  public static Map<String, Metric> only(Metric metric) {
    return Map.of("metric", metric);
  }
}
