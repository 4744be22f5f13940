package org.plumbline.agreement.yaml;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Varying;
import org.plumbline.finding.FindingCode;

/** Decodes values that may depend on the case, on a fact or on the date (language.md 3.3). */
final class VaryingValues {

  private final Terms terms;

  VaryingValues(Terms terms) {
    this.terms = terms;
  }

  /** A decoder of a value that may vary, or may be left open. */
  <T> Decoder<Varying<T>> of(Decoder<T> one) {
    return value -> varying(value, one);
  }

  private <T> Optional<Varying<T>> varying(YamlValue value, Decoder<T> one) {
    Optional<YamlValue> open = MapReader.openTerm(value);
    if (open.isPresent()) {
      return MapReader.Open.decode(terms.reading(), open.get())
          .map(
              term -> {
                terms.reading().leftOpen(value.place(), term);
                return new Varying.Open<T>(term);
              });
    }
    if (!(value instanceof YamlValue.Sequence list)) {
      return one.decode(value).map(Varying::of);
    }
    boolean byDate = !list.items().isEmpty() && all(list, "from");
    boolean byCondition = !list.items().isEmpty() && all(list, "when");
    if (!byDate && !byCondition) {
      terms
          .reading()
          .tell(
              FindingCode.NOT_VARYING,
              value.place(),
              "a list that is not a varying value stands " + Reading.whereIn(value.place()),
              "write entries {when: …, is: …}, or entries {from: …, is: …}");
      return Optional.empty();
    }
    return byDate ? steps(list, one) : choices(list, one);
  }

  private static boolean all(YamlValue.Sequence list, String key) {
    return list.items().stream()
        .allMatch(item -> item instanceof YamlValue.Mapping map && map.has(key));
  }

  private <T> Optional<Varying<T>> steps(YamlValue.Sequence list, Decoder<T> one) {
    List<Varying.Dated<T>> steps =
        list.items().stream().map(item -> step(item, one)).flatMap(Optional::stream).toList();
    if (steps.size() < list.items().size()) {
      return Optional.empty();
    }
    for (int i = 1; i < steps.size(); i++) {
      if (!steps.get(i).from().isAfter(steps.get(i - 1).from())) {
        terms
            .reading()
            .tell(
                FindingCode.NOT_VARYING,
                list.items().get(i).place(),
                "the dates of a varying value are not in order",
                "put the earlier date first, each date once");
        return Optional.empty();
      }
    }
    return Optional.of(new Varying.ByDate<>(steps));
  }

  private <T> Optional<Varying.Dated<T>> step(YamlValue item, Decoder<T> one) {
    return terms
        .reading()
        .map(
            item,
            "dated-value",
            map -> {
              var from = map.required("from", terms.scalars()::date);
              var is = map.requiredOrOpen("is", of(one));
              return map.build(() -> new Varying.Dated<>(from.value(), is.value()));
            });
  }

  private <T> Optional<Varying<T>> choices(YamlValue.Sequence list, Decoder<T> one) {
    List<Varying.Choice<T>> choices =
        list.items().stream().map(item -> choice(item, one)).flatMap(Optional::stream).toList();
    if (choices.size() < list.items().size()) {
      return Optional.empty();
    }
    for (int i = 0; i < choices.size() - 1; i++) {
      if (choices.get(i).when().isEmpty()) {
        terms
            .reading()
            .tell(
                FindingCode.NOT_VARYING,
                list.items().get(i).place(),
                "an entry stands after \"otherwise\", and would never be used",
                "put \"otherwise\" last, once");
        return Optional.empty();
      }
    }
    return Optional.of(new Varying.ByCondition<>(choices));
  }

  private <T> Optional<Varying.Choice<T>> choice(YamlValue item, Decoder<T> one) {
    return terms
        .reading()
        .map(
            item,
            "conditional-value",
            map -> {
              var when = map.required("when", this::whenOrOtherwise);
              var is = map.requiredOrOpen("is", of(one));
              return map.build(() -> new Varying.Choice<>(when.value(), is.value()));
            });
  }

  /** A condition; empty inside for {@code otherwise}. */
  Optional<Optional<Condition>> whenOrOtherwise(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar && scalar.text().equals("otherwise")) {
      return Optional.of(Optional.empty());
    }
    return terms.conditions().condition(value).map(Optional::of);
  }
}
