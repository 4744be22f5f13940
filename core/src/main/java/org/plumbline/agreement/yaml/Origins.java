package org.plumbline.agreement.yaml;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;

/** Reads how the cases of a record set come to be (language.md 4.1). */
final class Origins {

  private final Terms general;
  private final YamlValue.Mapping agreement;
  private final Scalars scalars;

  Origins(Terms general, YamlValue.Mapping agreement) {
    this.general = general;
    this.agreement = agreement;
    this.scalars = general.scalars();
  }

  /** The origin that stands in the map of a record set; supplied if none does. */
  Origin origin(MapReader map) {
    map.atMostOne(List.of("expected", "groups", "sample", "readings"));
    Optional<Origin> expected = map.optional("expected", this::expected);
    Optional<Origin> groups = map.optional("groups", this::groups);
    Optional<Origin> sample = map.optional("sample", this::sample);
    Optional<Origin> readings = map.optional("readings", this::readings);
    return expected
        .or(() -> groups)
        .or(() -> sample)
        .or(() -> readings)
        .orElseGet(Origin.Supplied::new);
  }

  private Optional<Origin> expected(YamlValue value) {
    return general
        .reading()
        .map(
            value,
            "expected",
            map -> {
              map.exactlyOne(List.of("every", "dates"));
              var every = map.optional("every", this::rhythm);
              List<LocalDate> dates = map.list("dates", scalars::date);
              var of = map.optional("of", scalars::reference);
              var whilst = map.optional("while", this::whilst);
              var fills = map.required("for", general.moments()::moment);
              boolean inOrder =
                  map.optional("match", scalars.word("for", "in-order"))
                      .filter("in-order"::equals)
                      .isPresent();
              boolean rhythmIsRead = every.isPresent() || map.has("dates");
              return map.build(
                      () ->
                          (Origin)
                              new Origin.Expected(
                                  every.orElseGet(() -> new Origin.Rhythm.Dates(dates)),
                                  of,
                                  whilst,
                                  fills.value(),
                                  inOrder))
                  .filter(read -> rhythmIsRead);
            });
  }

  private Optional<Origin.Rhythm> rhythm(YamlValue value) {
    boolean amount = value instanceof YamlValue.Scalar scalar && scalar.text().matches("\\d.*");
    return amount
        ? scalars.duration(value).map(Origin.Rhythm.EveryAmount::new)
        : scalars.reference(value).map(Origin.Rhythm.EveryPeriod::new);
  }

  private Optional<Origin.While> whilst(YamlValue value) {
    if (value instanceof YamlValue.Sequence list && list.items().size() == 2) {
      Optional<MomentTerm> from = general.moments().moment(list.items().get(0));
      Optional<MomentTerm> until = general.moments().moment(list.items().get(1));
      return from.flatMap(start -> until.map(end -> new Origin.While(start, end)));
    }
    general.reading().wrongShape(value, "write two moments, such as [trip-start, trip-end]");
    return Optional.empty();
  }

  private Optional<Origin> groups(YamlValue value) {
    return general
        .reading()
        .map(
            value,
            "groups",
            map -> {
              var of = map.required("of", scalars::reference);
              var by = map.requiredList("by", scalars::id);
              return map.build(() -> new Origin.Groups(of.value(), by.value()));
            });
  }

  private Optional<Origin> sample(YamlValue value) {
    return general
        .reading()
        .map(
            value,
            "sample",
            map -> {
              var of = map.required("of", scalars::reference);
              var share = map.optional("share", scalars::share);
              var atLeast = map.optional("at-least", scalars.wholeNumber(1, 999_999_999));
              if (share.isEmpty() && atLeast.isEmpty()) {
                map.exactlyOne(List.of("share", "at-least"));
              }
              String set = of.given().orElse("");
              Terms ofSet = general.over(FieldTypes.ofSet(agreement, set));
              var where = map.optional("where", ofSet.conditions()::condition);
              return map.build(
                  () ->
                      new Origin.Sample(of.value(), share, atLeast.map(Integer::longValue), where));
            });
  }

  private Optional<Origin> readings(YamlValue value) {
    return general
        .reading()
        .map(
            value,
            "readings",
            map -> {
              var every = map.required("every", scalars::duration);
              var missing =
                  map.optional(
                      "missing", scalars.word(Origin.Missing.values(), Origin.Missing::key));
              return map.build(() -> new Origin.Readings(every.value(), missing));
            });
  }
}
