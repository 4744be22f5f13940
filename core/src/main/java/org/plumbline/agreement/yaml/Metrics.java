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
              Duty duty = duty(map);
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
              Promise promise = promise(map, new Levels(terms, shares));
              return map.build(
                  () ->
                      new Metric(
                          duty.name().value(),
                          duty.performing().value(),
                          duty.with(),
                          duty.reporting(),
                          duty.accountable(),
                          duty.service(),
                          duty.steps(),
                          duty.clause(),
                          duty.measure(),
                          duty.adopts(),
                          labels,
                          was,
                          records.value(),
                          qualifies,
                          clock,
                          figure,
                          each,
                          counted,
                          period,
                          promise.target().value(),
                          promise.minimum(),
                          promise.lowVolume(),
                          promise.noData(),
                          promise.roundedTo(),
                          promise.remedies()));
            });
  }

  /** What a metric is called, who owes it, and where it belongs. */
  private record Duty(
      Required<String> name,
      Required<String> performing,
      List<String> with,
      Optional<String> reporting,
      Optional<String> accountable,
      Optional<String> service,
      List<String> steps,
      Optional<String> clause,
      Optional<Metric.Implements> measure,
      Optional<String> adopts) {}

  private Duty duty(MapReader map) {
    return new Duty(
        map.requiredText("name", scalars::text),
        map.required("performing", scalars::reference),
        map.list("with", scalars::reference),
        map.optional("reporting", scalars::reference),
        map.optional("accountable", scalars::reference),
        map.optional("service", scalars::reference),
        map.list("steps", scalars::reference),
        map.optional("clause", scalars::reference),
        map.optional("implements", this::measure),
        map.optional("adopts", scalars::reference));
  }

  /** What the figure is held against, and what follows. */
  private record Promise(
      Required<Level> target,
      Optional<Level> minimum,
      Optional<Metric.LowVolume> lowVolume,
      Optional<Metric.NoData> noData,
      Optional<Share> roundedTo,
      List<String> remedies) {}

  private Promise promise(MapReader map, Levels levels) {
    return new Promise(
        map.requiredOrOpen("target", levels::level),
        map.optionalOrOpen("minimum", levels::level),
        map.optional("low-volume", this::lowVolume),
        map.optional("no-data", scalars.word(Metric.NoData.values(), Metric.NoData::key)),
        map.optional("compare", this::roundedTo),
        map.list("remedies", scalars::reference));
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
