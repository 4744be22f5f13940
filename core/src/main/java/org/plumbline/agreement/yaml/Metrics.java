package org.plumbline.agreement.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Share;

/** Reads metrics (language.md 5). */
final class Metrics {

  private final Terms general;
  private final YamlValue.Mapping agreement;
  private final Scalars scalars;

  Metrics(Terms terms, YamlValue.Mapping agreement) {
    this.general = terms;
    this.agreement = agreement;
    this.scalars = terms.scalars();
  }

  /** A metric; what its conditions may name depends on its record set. */
  Optional<Metric> metric(YamlValue value) {
    String set =
        value instanceof YamlValue.Mapping map
            ? map.entry("records")
                .map(YamlValue.Entry::value)
                .filter(YamlValue.Scalar.class::isInstance)
                .map(scalar -> ((YamlValue.Scalar) scalar).text())
                .orElse("")
            : "";
    return read(value, general.over(FieldTypes.ofSet(agreement, set)));
  }

  private Optional<Metric> read(YamlValue value, Terms terms) {
    return terms
        .reading()
        .map(
            value,
            "metric",
            map -> {
              var name = map.requiredText("name", scalars::text);
              var performing = map.required("performing", scalars::reference);
              var with = map.list("with", scalars::reference);
              var reporting = map.optional("reporting", scalars::reference);
              var accountable = map.optional("accountable", scalars::reference);
              var service = map.optional("service", scalars::reference);
              var steps = map.list("steps", scalars::reference);
              var clause = map.optional("clause", scalars::reference);
              var measure = map.optional("implements", this::measure);
              var adopts = map.optional("adopts", scalars::reference);
              Metric.Labels labels = labels(map);
              var was = map.optional("was", scalars::reference);
              var records = map.required("records", scalars::reference);
              var qualifies = map.optional("qualifies", terms.conditions()::condition);
              var clock = map.optional("clock", item -> clock(item, terms));
              var figure = map.optional("figure", new Figures(terms)::quantity);
              var each = map.optional("each", scalars::reference);
              var counted =
                  map.optional(
                      "counted-when", scalars.word(CountedWhen.values(), CountedWhen::key));
              var period = map.optional("period", item -> period(item, terms));
              boolean shares = figure.map(Metrics::isShare).orElse(!map.has("figure"));
              Levels levels = new Levels(terms, shares);
              var target = map.requiredOrOpen("target", levels::level);
              Optional<Level> minimum = map.optionalOrOpen("minimum", levels::level);
              var lowVolume = map.optional("low-volume", this::lowVolume);
              var noData =
                  map.optional("no-data", scalars.word(Metric.NoData.values(), Metric.NoData::key));
              var roundedTo = map.optional("compare", this::roundedTo);
              var remedies = map.list("remedies", scalars::reference);
              return map.build(
                  () ->
                      new Metric(
                          name.value(),
                          performing.value(),
                          with,
                          reporting,
                          accountable,
                          service,
                          steps,
                          clause,
                          measure,
                          adopts,
                          labels,
                          was,
                          records.value(),
                          qualifies,
                          clock,
                          figure,
                          each,
                          counted,
                          period,
                          target.value(),
                          minimum,
                          lowVolume,
                          noData,
                          roundedTo,
                          remedies));
            });
  }

  private static boolean isShare(Quantity figure) {
    return figure instanceof Quantity.ShareInTime
        || figure instanceof Quantity.ShareOfCases
        || figure instanceof Quantity.ShareOfAvailableTime;
  }

  private Metric.Labels labels(MapReader map) {
    return new Metric.Labels(
        map.optional("category", scalars::text),
        map.optional("level", scalars::text),
        map.optional("type", scalars::text),
        map.optional("priority", scalars::text));
  }

  private Optional<Metric.Implements> measure(YamlValue value) {
    return general
        .reading()
        .map(
            value,
            "implements",
            map -> {
              var measure = map.requiredText("measure", scalars::text);
              Map<String, String> differs = map.optional("differs", this::differs).orElse(Map.of());
              return map.build(() -> new Metric.Implements(measure.value(), differs));
            });
  }

  private Optional<Map<String, String>> differs(YamlValue value) {
    return general
        .reading()
        .map(
            value,
            "differs",
            map -> {
              Map<String, String> differs = new LinkedHashMap<>();
              for (String part :
                  List.of("unit", "start", "stop", "population", "formula", "target", "reason")) {
                map.optional(part, scalars::text).ifPresent(text -> differs.put(part, text));
              }
              return map.build(() -> differs);
            });
  }

  private Optional<Clock> clock(YamlValue value, Terms terms) {
    return terms
        .reading()
        .map(
            value,
            "clock",
            map -> {
              var starts = map.optional("starts", terms.moments()::moment);
              var stops = map.required("stops", terms.moments()::moment);
              var calendar = map.optionalOrOpen("calendar", terms.varying().of(scalars::reference));
              map.atMostOne(List.of("counts", "pauses"));
              boolean isCounting = map.has("counts");
              boolean isPausing = map.has("pauses");
              List<String> counts = map.list("counts", scalars::reference);
              List<String> pauses = map.list("pauses", scalars::reference);
              Clock.Counting counting =
                  isCounting
                      ? new Clock.Counting.Counts(counts)
                      : isPausing
                          ? new Clock.Counting.Pauses(pauses)
                          : new Clock.Counting.AllTime();
              return map.build(() -> new Clock(starts, stops.value(), calendar, counting));
            });
  }

  /** A metric's or the agreement's period. */
  Optional<PeriodTerms> period(YamlValue value, Terms terms) {
    return terms
        .reading()
        .map(
            value,
            "period",
            map -> {
              var every = map.optional("every", scalars::reference);
              var meanOf = map.optional("mean-of", scalars::reference);
              var rolling = map.optional("rolling", scalars::duration);
              var toDate = map.optional("to-date", scalars::reference);
              var partial =
                  map.optional(
                      "partial",
                      scalars.word(PeriodTerms.Partial.values(), PeriodTerms.Partial::key));
              return map.build(() -> new PeriodTerms(every, meanOf, rolling, toDate, partial));
            });
  }

  private Optional<Metric.LowVolume> lowVolume(YamlValue value) {
    return general
        .reading()
        .map(
            value,
            "low-volume",
            map -> {
              var below = map.required("below", scalars.wholeNumber(1, 999_999_999));
              var misses = map.optional("misses", scalars.wholeNumber(0, 999_999_999));
              return map.build(
                  () -> new Metric.LowVolume(below.value(), misses.map(Integer::longValue)));
            });
  }

  private Optional<Share> roundedTo(YamlValue value) {
    return general
        .reading()
        .map(
            value,
            "compare",
            map -> {
              var roundedTo = map.required("rounded-to", scalars::share);
              return map.build(roundedTo::value);
            });
  }
}
