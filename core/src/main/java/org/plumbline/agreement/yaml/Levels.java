package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Varying;
import org.plumbline.finding.FindingCode;

/** Decodes targets and minimums (language.md 5.3). */
final class Levels {

  private final Terms terms;
  private final Scalars scalars;
  private final Decoder<Literal> figure;

  /**
   * Decodes levels of one metric.
   *
   * @param shares whether the metric's figure is a share, so that bounds are shares too
   */
  Levels(Terms terms, boolean shares) {
    this.terms = terms;
    this.scalars = terms.scalars();
    this.figure = shares ? terms.literals()::share : terms.literals()::any;
  }

  /** A level. */
  Optional<Level> level(YamlValue value) {
    Optional<YamlValue> open = MapReader.openTerm(value);
    if (open.isPresent()) {
      return MapReader.Open.decode(terms.reading(), open.get())
          .map(
              term -> {
                terms.reading().leftOpen(value.place(), term);
                return new Level.Open(term);
              });
    }
    if (value instanceof YamlValue.Scalar scalar && !scalar.isNothing()) {
      return scalar.text().equals("none")
          ? Optional.of(new Level.NotPromised())
          : notALevel(scalar);
    }
    if (value instanceof YamlValue.Mapping map) {
      return map.has("baseline")
          ? baseline(map)
          : line(map, "line").map(one -> new Level.Lines(List.of(one)));
    }
    if (value instanceof YamlValue.Sequence list && !list.items().isEmpty()) {
      List<Level.Line> lines =
          list.items().stream().map(item -> line(item, "line")).flatMap(Optional::stream).toList();
      return lines.size() == list.items().size()
          ? Optional.of(new Level.Lines(lines))
          : Optional.empty();
    }
    terms.reading().wrongShape(value, "write a line, such as {within: 5 workdays, at-least: 95%}");
    return Optional.empty();
  }

  private Optional<Level> notALevel(YamlValue.Scalar scalar) {
    boolean number = scalar.text().matches("[0-9.]+\\s*%?");
    return scalars.refuse(
        scalar,
        number ? FindingCode.NOT_A_SHARE : FindingCode.WRONG_SHAPE,
        "alone says neither a limit nor a bound",
        number
            ? "write {at-least: 98%}, or {within: 5 workdays, at-least: 98%}"
            : "write none, or a line such as {within: 5 workdays, at-least: 95%}");
  }

  private Optional<Level> baseline(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "baseline-level",
            map -> {
              var baseline = map.required("baseline", this::baselineTerms);
              return map.build(baseline::value);
            });
  }

  private Optional<Level> baselineTerms(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "baseline",
            map -> {
              var periods = map.required("periods", scalars.wholeNumber(1, 1_000));
              var take = map.required("take", scalars.word(Level.Take.values(), Level.Take::key));
              var floor = map.optional("floor", this::floor);
              return map.build(() -> new Level.Baseline(periods.value(), take.value(), floor));
            });
  }

  private Optional<Level.Bound> floor(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "bound",
            map -> {
              List<Level.Bound> bounds = bounds(map, false);
              if (bounds.size() != 1) {
                map.exactlyOne(keys());
              }
              return map.build(() -> bounds.get(0));
            });
  }

  private static List<String> keys() {
    return java.util.Arrays.stream(Comparison.values()).map(Comparison::key).toList();
  }

  private Optional<Level.Line> line(YamlValue value, String kind) {
    return terms
        .reading()
        .map(
            value,
            kind,
            map -> {
              var applies =
                  kind.equals("line")
                      ? map.optionalOrOpen("when", terms.varying()::whenOrOtherwise)
                      : Optional.<Optional<Condition>>empty();
              boolean whenIsRead = applies.isPresent() || !kind.equals("line") || !map.has("when");
              Optional<Level.Limit> limit = limit(map);
              List<Level.Bound> bounds = bounds(map, true);
              var rest = map.optional("rest", below -> line(below, "rest"));
              return map.build(
                      () ->
                          new Level.Line(
                              applies.map(Levels::applies).orElseGet(Level.Applies.Always::new),
                              limit,
                              bounds,
                              rest))
                  .filter(read -> whenIsRead);
            });
  }

  private static Level.Applies applies(Optional<Condition> when) {
    return when.<Level.Applies>map(Level.Applies.When::new).orElseGet(Level.Applies.Otherwise::new);
  }

  private Optional<Level.Limit> limit(MapReader map) {
    map.atMostOne(List.of("within", "under", "by"));
    var within = map.optionalOrOpen("within", terms.varying().of(scalars::duration));
    var under = map.optionalOrOpen("under", terms.varying().of(scalars::duration));
    var by = map.optionalOrOpen("by", terms.varying().of(terms.moments()::moment));
    return within
        .<Level.Limit>map(Level.Limit.Within::new)
        .or(() -> under.map(Level.Limit.Under::new))
        .or(() -> by.map(Level.Limit.By::new));
  }

  private List<Level.Bound> bounds(MapReader map, boolean withBetween) {
    List<Level.Bound> bounds = new ArrayList<>();
    for (Comparison comparison : Comparison.values()) {
      map.optionalOrOpen(comparison.key(), terms.varying().of(figure))
          .ifPresent(value -> bounds.add(new Level.Bound(comparison, value)));
    }
    if (withBetween) {
      map.optionalOrOpen("between", this::between)
          .ifPresent(
              pair -> {
                bounds.add(new Level.Bound(Comparison.AT_LEAST, projected(pair, 0)));
                bounds.add(new Level.Bound(Comparison.AT_MOST, projected(pair, 1)));
              });
    }
    return bounds;
  }

  private Optional<Varying<List<Literal>>> between(YamlValue value) {
    return value instanceof YamlValue.Sequence list
            && list.items().stream().allMatch(YamlValue.Scalar.class::isInstance)
        ? pair(value).map(Varying::of)
        : terms.varying().of(this::pair).decode(value);
  }

  private Optional<List<Literal>> pair(YamlValue value) {
    if (value instanceof YamlValue.Sequence list && list.items().size() == 2) {
      List<Literal> both =
          list.items().stream().map(figure::decode).flatMap(Optional::stream).toList();
      return Optional.of(both).filter(read -> read.size() == 2);
    }
    terms.reading().wrongShape(value, "write the least and the greatest, such as [-10%, 10%]");
    return Optional.empty();
  }

  private static Varying<Literal> projected(Varying<List<Literal>> pair, int index) {
    if (pair instanceof Varying.Fixed<List<Literal>> fixed) {
      return Varying.of(fixed.value().get(index));
    }
    if (pair instanceof Varying.ByDate<List<Literal>> byDate) {
      return new Varying.ByDate<>(
          byDate.steps().stream()
              .map(step -> new Varying.Dated<>(step.from(), projected(step.is(), index)))
              .toList());
    }
    if (pair instanceof Varying.ByCondition<List<Literal>> byCondition) {
      return new Varying.ByCondition<>(
          byCondition.choices().stream()
              .map(one -> new Varying.Choice<>(one.when(), projected(one.is(), index)))
              .toList());
    }
    return new Varying.Open<>(((Varying.Open<List<Literal>>) pair).open());
  }
}
