package org.plumbline.agreement.yaml;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.yaml.Written.Entries;

/** Writes metrics (language.md 5). */
final class WrittenMetrics {

  private WrittenMetrics() {}

  static Written metric(Metric metric) {
    Entries entries =
        Entries.block()
            .put("name", metric.name())
            .putText("service", metric.service())
            .putSet("steps", metric.steps())
            .putText("clause", metric.clause())
            .putText("category", metric.labels().category())
            .putText("level", metric.labels().level())
            .putText("type", metric.labels().type())
            .putText("priority", metric.labels().priority())
            .put("performing", metric.performing())
            .putSet("with", metric.with())
            .putText("reporting", metric.reporting())
            .putText("accountable", metric.accountable())
            .put("implements", metric.implementsMeasure(), WrittenMetrics::measure)
            .putText("adopts", metric.adopts())
            .putText("was", metric.was())
            .put("records", metric.records())
            .put("qualifies", metric.qualifies(), WrittenValues::condition)
            .put("clock", metric.clock(), WrittenMetrics::clock)
            .put("figure", metric.figure(), WrittenMetrics::quantity)
            .putText("each", metric.each())
            .putText("counted-when", metric.countedWhen().map(CountedWhen::key))
            .put("target", level(metric.target()))
            .put("minimum", metric.minimum(), WrittenMetrics::level)
            .put("low-volume", metric.lowVolume(), WrittenMetrics::lowVolume)
            .putText("no-data", metric.noData().map(Metric.NoData::key));
    metric
        .roundedTo()
        .ifPresent(
            share -> entries.put("compare", Entries.flow().put("rounded-to", share.toString())));
    return entries
        .put("period", metric.period(), WrittenMetrics::period)
        .putSet("remedies", metric.remedies());
  }

  private static Written measure(Metric.Implements measure) {
    Entries entries = Entries.flow().put("measure", measure.measure());
    if (!measure.differs().isEmpty()) {
      Entries differs = Entries.flow();
      measure.differs().forEach(differs::put);
      entries.put("differs", differs);
    }
    return entries;
  }

  private static Written clock(Clock clock) {
    Entries entries =
        Entries.flow()
            .put("starts", clock.starts(), WrittenValues::moment)
            .put("stops", WrittenValues.moment(clock.stops()))
            .put(
                "calendar",
                clock.calendar(),
                varying -> WrittenValues.varying(varying, Written::text));
    if (clock.counting() instanceof Clock.Counting.Counts counts) {
      entries.put("counts", Written.texts(counts.parties(), true));
    }
    if (clock.counting() instanceof Clock.Counting.Pauses pauses) {
      entries.put("pauses", Written.texts(pauses.turns(), true));
    }
    return entries;
  }

  static Written period(PeriodTerms period) {
    return Entries.flow()
        .putText("every", period.every())
        .putText("mean-of", period.meanOf())
        .putAny("rolling", period.rolling())
        .putText("to-date", period.toDate())
        .putText("partial", period.partial().map(PeriodTerms.Partial::key));
  }

  private static Written lowVolume(Metric.LowVolume rule) {
    return Entries.flow()
        .put("below", Written.bare(String.valueOf(rule.below())))
        .put("misses", rule.misses(), misses -> Written.bare(String.valueOf(misses)));
  }

  static Written level(Level level) {
    if (level instanceof Level.NotPromised) {
      return Written.text("none");
    }
    if (level instanceof Level.Open open) {
      return WrittenValues.open(open.open());
    }
    if (level instanceof Level.Baseline baseline) {
      Entries terms =
          Entries.flow()
              .put("periods", Written.bare(String.valueOf(baseline.periods())))
              .put("take", baseline.take().key())
              .put("floor", baseline.floor(), WrittenMetrics::floor);
      return Entries.flow().put("baseline", terms);
    }
    List<Level.Line> lines = ((Level.Lines) level).lines();
    Written list = Written.list(lines, WrittenMetrics::line);
    return lines.size() == 1 ? new Written.Either(line(lines.get(0)), list) : list;
  }

  private static Written floor(Level.Bound bound) {
    Entries entries = Entries.flow();
    putBounds(List.of(bound), entries);
    return entries;
  }

  private static Written line(Level.Line line) {
    Entries entries = Entries.flow();
    if (line.applies() instanceof Level.Applies.When when) {
      entries.put("when", WrittenValues.condition(when.condition()));
    } else if (line.applies() instanceof Level.Applies.Otherwise) {
      entries.put("when", "otherwise");
    }
    line.limit().ifPresent(limit -> putLimit(limit, entries));
    putBounds(line.bounds(), entries);
    return entries.put("rest", line.rest(), WrittenMetrics::line);
  }

  private static void putLimit(Level.Limit limit, Entries entries) {
    if (limit instanceof Level.Limit.Within within) {
      entries.put(
          "within",
          WrittenValues.varying(within.amount(), amount -> Written.text(amount.toString())));
    } else if (limit instanceof Level.Limit.Under under) {
      entries.put(
          "under",
          WrittenValues.varying(under.amount(), amount -> Written.text(amount.toString())));
    } else {
      Level.Limit.By by = (Level.Limit.By) limit;
      entries.put("by", WrittenValues.varying(by.moment(), WrittenValues::moment));
    }
  }

  private static void putBounds(List<Level.Bound> bounds, Entries entries) {
    bounds.forEach(
        bound ->
            entries.put(
                bound.comparison().key(),
                WrittenValues.varying(bound.value(), WrittenValues::literal)));
  }

  static Written quantity(Quantity quantity) {
    if (quantity instanceof Quantity.ShareInTime share) {
      return narrowed(Entries.flow().put("share", "in-time"), share.where());
    }
    if (quantity instanceof Quantity.ShareOfCases share) {
      return narrowed(
          Entries.flow().put("share", WrittenValues.condition(share.of())), share.where());
    }
    if (quantity instanceof Quantity.ShareOfAvailableTime share) {
      return availableTime(share);
    }
    if (quantity instanceof Quantity.CountOfCases count) {
      return narrowed(Entries.flow().put("count", "cases"), count.where());
    }
    if (quantity instanceof Quantity.Statistic statistic) {
      Entries entries = Entries.flow().put(statistic.kind().key(), measurand(statistic.of()));
      return narrowed(entries, statistic.where())
          .put("weight", statistic.weight(), WrittenMetrics::weight)
          .putAny("fastest", statistic.fastest());
    }
    if (quantity instanceof Quantity.Percentile percentile) {
      Entries entries =
          Entries.flow()
              .put("percentile", WrittenValues.number(percentile.percent()))
              .put("of", measurand(percentile.of()));
      return narrowed(entries, percentile.where());
    }
    return combined(quantity);
  }

  private static Written combined(Quantity quantity) {
    if (quantity instanceof Quantity.Ratio ratio) {
      Entries both = Entries.flow().put("of", quantity(ratio.of())).put("to", quantity(ratio.to()));
      return Entries.flow().put("ratio", both);
    }
    if (quantity instanceof Quantity.Difference difference) {
      List<Quantity> both = List.of(difference.first(), difference.second());
      return Entries.flow().put("difference", Written.list(both, WrittenMetrics::quantity));
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      return Entries.flow().put("absolute", quantity(absolute.of()));
    }
    Quantity.LargerOf larger = (Quantity.LargerOf) quantity;
    return Entries.flow()
        .put("larger-of", Written.list(larger.quantities(), WrittenMetrics::quantity));
  }

  private static Written availableTime(Quantity.ShareOfAvailableTime share) {
    Entries entries =
        Entries.flow()
            .put("share", "available-time")
            .put("down", share.down(), WrittenValues::condition)
            .putAny("merge-gaps", share.mergeGaps())
            .putAny("ignore-under", share.ignoreUnder());
    if (share.thirtyDays()) {
      entries.put("month", "30 days");
    }
    return narrowed(entries.put("weight", share.weight(), WrittenMetrics::weight), share.where());
  }

  private static Entries narrowed(Entries entries, Optional<Condition> where) {
    return entries.put("where", where, WrittenValues::condition);
  }

  private static Written measurand(Quantity.Measurand measurand) {
    if (measurand instanceof Quantity.Measurand.OfField field) {
      return Written.text(field.field());
    }
    return Written.text(measurand instanceof Quantity.Measurand.Elapsed ? "elapsed" : "age");
  }

  private static Written weight(Quantity.Weight weight) {
    return weight instanceof Quantity.Weight.OfField field
        ? Written.text(field.field())
        : WrittenValues.varying(((Quantity.Weight.Number) weight).value(), WrittenValues::number);
  }
}
