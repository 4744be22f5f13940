package org.plumbline.wording;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;

/** What is counted, as a noun: {@code the number of incidents}. */
final class QuantityWords {

  private final Names names;
  private final ConditionWords conditions;
  private final ClockWords clocks;
  private final VaryingWords varying;

  QuantityWords(Names names, ConditionWords conditions, ClockWords clocks, VaryingWords varying) {
    this.names = names;
    this.conditions = conditions;
    this.clocks = clocks;
    this.varying = varying;
  }

  /** The cases of the metric: {@code incidents whose priority is 3}. */
  String population(Metric metric, Optional<Condition> where) {
    StringBuilder text = new StringBuilder(names.cases(metric.records()));
    metric.qualifies().ifPresent(given -> text.append(" ").append(conditions.relative(given)));
    if (metric.countedWhenOrDefault() == CountedWhen.OPEN_AT_END) {
      text.append(" still open at the period’s end");
    } else if (metric.countedWhenOrDefault() == CountedWhen.OPEN_DURING) {
      text.append(" open at any time in the period");
    }
    where.ifPresent(given -> text.append(" ").append(conditions.relative(given)));
    return text.toString();
  }

  /** The figure of the metric as a noun. */
  String noun(Metric metric) {
    return noun(metric, metric.figureOrDefault(), true);
  }

  private String noun(Metric metric, Quantity quantity, boolean full) {
    if (quantity instanceof Quantity.ShareInTime share) {
      return "the share of " + population(metric, share.where()) + " in time";
    }
    if (quantity instanceof Quantity.ShareOfCases share) {
      return "the share of those "
          + conditions.relative(share.of())
          + " among "
          + population(metric, share.where());
    }
    if (quantity instanceof Quantity.ShareOfAvailableTime share) {
      return availability(metric, share);
    }
    if (quantity instanceof Quantity.CountOfCases count) {
      return "the number of " + population(metric, count.where());
    }
    if (quantity instanceof Quantity.Statistic statistic) {
      return statistic(metric, statistic, full);
    }
    if (quantity instanceof Quantity.Percentile percentile) {
      return percentile(metric, percentile);
    }
    if (quantity instanceof Quantity.Ratio ratio) {
      return "the ratio of "
          + noun(metric, ratio.of(), false)
          + " to "
          + noun(metric, ratio.to(), true);
    }
    if (quantity instanceof Quantity.Difference difference) {
      return noun(metric, difference.first(), false)
          + " less "
          + noun(metric, difference.second(), full);
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      return "the size, whatever its sign, of " + noun(metric, absolute.of(), full);
    }
    if (quantity instanceof Quantity.LargerOf larger) {
      List<String> parts =
          larger.quantities().stream().map(part -> noun(metric, part, false)).toList();
      return "the larger of " + Phrases.and(parts);
    }
    throw new IllegalStateException("no words for " + quantity);
  }

  private String statistic(Metric metric, Quantity.Statistic statistic, boolean full) {
    String kind =
        switch (statistic.kind()) {
          case SUM -> "the total ";
          case MEAN -> "the average ";
          case MEDIAN -> "the median ";
          case MAX -> "the greatest ";
          case MIN -> "the least ";
          case LAST -> "the last ";
        };
    StringBuilder text = new StringBuilder(kind).append(measurand(metric, statistic.of()));
    if (full || statistic.where().isPresent()) {
      text.append(" of ").append(population(metric, statistic.where()));
    }
    statistic
        .fastest()
        .ifPresent(
            share -> text.append(" (only the ").append(share).append(" with the least counting)"));
    statistic
        .weight()
        .ifPresent(weight -> text.append(" (each weighed by ").append(weight(weight)).append(")"));
    return text.toString();
  }

  private String percentile(Metric metric, Quantity.Percentile percentile) {
    String percent = percentile.percent().stripTrailingZeros().toPlainString() + "%";
    String population = population(metric, percentile.where());
    if (percentile.of() instanceof Quantity.Measurand.OfField field) {
      return "the "
          + Phrases.words(field.field())
          + " that "
          + percent
          + " of "
          + population
          + " do not exceed";
    }
    if (percentile.of() instanceof Quantity.Measurand.Age) {
      return "the age that " + percent + " of " + population + " do not exceed";
    }
    return "the time within which "
        + percent
        + " of "
        + population
        + " get "
        + clocks.route(metric)
        + clocks.aside(metric);
  }

  private String availability(Metric metric, Quantity.ShareOfAvailableTime share) {
    StringBuilder text = new StringBuilder("the share of time ");
    String hours = clocks.hours(metric);
    text.append(hours.isEmpty() ? "around the clock" : hours)
        .append(" in which none of the ")
        .append(population(metric, share.where()))
        .append(" runs ")
        .append(clocks.route(metric));
    share
        .down()
        .ifPresent(
            down -> text.append(" (counting those ").append(conditions.relative(down)).append(")"));
    share
        .mergeGaps()
        .ifPresent(
            gap ->
                text.append(" (gaps up to ").append(Numbers.amount(gap)).append(" being joined)"));
    share
        .ignoreUnder()
        .ifPresent(
            length ->
                text.append(" (those under ").append(Numbers.amount(length)).append(" ignored)"));
    if (share.thirtyDays()) {
      text.append(" (a month being taken as 30 days)");
    }
    share
        .weight()
        .ifPresent(weight -> text.append(" (each weighed by ").append(weight(weight)).append(")"));
    return text.toString();
  }

  private String measurand(Metric metric, Quantity.Measurand measurand) {
    if (measurand instanceof Quantity.Measurand.OfField field) {
      return Phrases.words(field.field());
    }
    if (measurand instanceof Quantity.Measurand.Age) {
      return "age" + clocks.aside(metric);
    }
    return "time " + clocks.route(metric) + clocks.aside(metric);
  }

  private String weight(Quantity.Weight weight) {
    if (weight instanceof Quantity.Weight.Number number) {
      return varying.words(number.value(), Numbers::decimal);
    }
    return weight instanceof Quantity.Weight.OfField field
        ? "its " + Phrases.words(field.field())
        : "a number";
  }
}
