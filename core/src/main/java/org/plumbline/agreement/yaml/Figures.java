package org.plumbline.agreement.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Quantity;
import org.plumbline.finding.FindingCode;

/** Decodes figures (language.md 5.2). */
final class Figures {

  private static final List<String> STATISTICS =
      List.of("sum", "mean", "median", "max", "min", "last");
  private static final List<String> FORMS =
      List.of(
          "share",
          "count",
          "sum",
          "mean",
          "median",
          "max",
          "min",
          "last",
          "percentile",
          "ratio",
          "difference",
          "absolute",
          "larger-of");

  private static final String OF_TIME = "available-time";

  private final Terms terms;
  private final Scalars scalars;

  Figures(Terms terms) {
    this.terms = terms;
    this.scalars = terms.scalars();
  }

  /** A quantity. */
  Optional<Quantity> quantity(YamlValue value) {
    List<String> forms =
        value instanceof YamlValue.Mapping map
            ? FORMS.stream().filter(map::has).toList()
            : List.of();
    if (forms.size() != 1) {
      terms
          .reading()
          .tell(
              FindingCode.NOT_A_FIGURE,
              value.place(),
              forms.isEmpty()
                  ? value.described() + " is not a figure"
                  : "a figure has both " + String.join(" and ", forms),
              forms.isEmpty()
                  ? "write one of " + String.join(", ", FORMS) + ", such as {mean: elapsed}"
                  : "keep one of them");
      return Optional.empty();
    }
    YamlValue.Mapping map = (YamlValue.Mapping) value;
    return switch (forms.get(0)) {
      case "share" -> share(map);
      case "count" -> count(map);
      case "percentile" -> percentile(map);
      case "ratio" -> ratio(map);
      case "difference" -> difference(map);
      case "absolute" -> absolute(map);
      case "larger-of" -> largerOf(map);
      default -> statistic(map, forms.get(0));
    };
  }

  /** A quantity that another is made of: each is over the same cases, so none is of time. */
  private Optional<Quantity> part(YamlValue value) {
    boolean ofTime =
        value instanceof YamlValue.Mapping map
            && map.entry("share")
                .map(YamlValue.Entry::value)
                .filter(of -> of instanceof YamlValue.Scalar word && word.text().equals(OF_TIME))
                .isPresent();
    if (ofTime) {
      terms
          .reading()
          .tell(
              FindingCode.NOT_A_FIGURE,
              value.place(),
              "a share of available time stands by itself: it counts time, and other figures cases",
              "make it a metric of its own, and this a metric over register/results");
      return Optional.empty();
    }
    return quantity(value);
  }

  private Optional<Quantity> share(YamlValue.Mapping value) {
    Optional<YamlValue> of = value.entry("share").map(YamlValue.Entry::value);
    String word = of.orElseThrow() instanceof YamlValue.Scalar scalar ? scalar.text() : "";
    if (word.equals(OF_TIME)) {
      return availableTime(value);
    }
    return terms
        .reading()
        .map(
            value,
            "share",
            map -> {
              var cases = map.requiredOrOpen("share", this::casesOfShare);
              var where = map.optional("where", terms.conditions()::condition);
              return map.build(
                  () ->
                      cases.value().isPresent()
                          ? new Quantity.ShareOfCases(cases.value().get(), where)
                          : new Quantity.ShareInTime(where));
            });
  }

  private Optional<Optional<Condition>> casesOfShare(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      return scalar.text().equals("in-time")
          ? Optional.of(Optional.empty())
          : scalars.refuse(
              scalar,
              FindingCode.NOT_A_FIGURE,
              "is not what a share can be of",
              "write in-time, available-time or a condition, such as {reopened: {missing: true}}");
    }
    return terms.conditions().condition(value).map(Optional::of);
  }

  private Optional<Quantity> availableTime(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "share-of-available-time",
            map -> {
              map.required("share", scalars.word(OF_TIME));
              var down = map.optional("down", terms.conditions()::condition);
              var mergeGaps = map.optional("merge-gaps", scalars::duration);
              var ignoreUnder = map.optional("ignore-under", scalars::duration);
              boolean thirtyDays =
                  map.optional("month", scalars.word("actual", "30 days"))
                      .filter("30 days"::equals)
                      .isPresent();
              var weight = map.optional("weight", this::weight);
              var where = map.optional("where", terms.conditions()::condition);
              return map.build(
                  () ->
                      new Quantity.ShareOfAvailableTime(
                          down, mergeGaps, ignoreUnder, thirtyDays, weight, where));
            });
  }

  private Optional<Quantity> count(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "count",
            map -> {
              map.required("count", scalars.word("cases"));
              var where = map.optional("where", terms.conditions()::condition);
              return map.build(() -> new Quantity.CountOfCases(where));
            });
  }

  private Optional<Quantity> statistic(YamlValue.Mapping value, String form) {
    return terms
        .reading()
        .map(
            value,
            form,
            map -> {
              var of = map.required(form, this::measurand);
              var where = map.optional("where", terms.conditions()::condition);
              var weight =
                  form.equals("mean")
                      ? map.optional("weight", this::weight)
                      : Optional.<Quantity.Weight>empty();
              var fastest = map.optional("fastest", scalars::share);
              Quantity.Kind kind = Quantity.Kind.values()[STATISTICS.indexOf(form)];
              return map.build(
                  () -> new Quantity.Statistic(kind, of.value(), where, weight, fastest));
            });
  }

  private Optional<Quantity> percentile(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "percentile",
            map -> {
              var percent = map.required("percentile", this::percent);
              var of = map.required("of", this::measurand);
              var where = map.optional("where", terms.conditions()::condition);
              return map.build(() -> new Quantity.Percentile(percent.value(), of.value(), where));
            });
  }

  private Optional<BigDecimal> percent(YamlValue value) {
    Optional<BigDecimal> number = scalars.number(value).map(BigDecimal::stripTrailingZeros);
    boolean fits =
        number.filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.valueOf(100)) <= 0).isPresent();
    if (number.isPresent() && !fits) {
      terms
          .reading()
          .tell(
              FindingCode.NOT_A_NUMBER,
              value.place(),
              value.described() + " is no percentile",
              "write a number above 0, at most 100, such as 90");
    }
    return number.filter(n -> fits);
  }

  private Optional<Quantity> ratio(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "ratio",
            map -> {
              var ratio = map.required("ratio", this::quotient);
              var where = map.optional("where", terms.conditions()::condition);
              return map.build(() -> NarrowedFigure.of(ratio.value(), where));
            });
  }

  private Optional<Quantity> quotient(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "quotient",
            map -> {
              var of = map.required("of", this::part);
              var to = map.required("to", this::part);
              return map.build(() -> new Quantity.Ratio(of.value(), to.value()));
            });
  }

  private Optional<Quantity> difference(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "difference",
            map -> {
              var both = map.requiredList("difference", this::part);
              var where = map.optional("where", terms.conditions()::condition);
              boolean pair = both.given().filter(list -> list.size() == 2).isPresent();
              if (!pair && both.given().isPresent()) {
                terms
                    .reading()
                    .tell(
                        FindingCode.NOT_A_FIGURE,
                        map.place(),
                        "a difference is of two quantities",
                        "write [the first, less the second]");
              }
              return map.build(() -> both.value())
                  .filter(list -> pair)
                  .map(
                      list ->
                          NarrowedFigure.of(
                              new Quantity.Difference(list.get(0), list.get(1)), where));
            });
  }

  private Optional<Quantity> absolute(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "absolute",
            map -> {
              var of = map.required("absolute", this::part);
              var where = map.optional("where", terms.conditions()::condition);
              return map.build(() -> NarrowedFigure.of(new Quantity.Absolute(of.value()), where));
            });
  }

  private Optional<Quantity> largerOf(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "larger-of",
            map -> {
              var of = map.requiredList("larger-of", this::part);
              var where = map.optional("where", terms.conditions()::condition);
              return map.build(() -> NarrowedFigure.of(new Quantity.LargerOf(of.value()), where));
            });
  }

  private Optional<Quantity.Measurand> measurand(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      switch (scalar.text()) {
        case "elapsed":
          return Optional.of(new Quantity.Measurand.Elapsed());
        case "age":
          return Optional.of(new Quantity.Measurand.Age());
        default:
          break;
      }
    }
    return scalars.id(value).map(Quantity.Measurand.OfField::new);
  }

  private Optional<Quantity.Weight> weight(YamlValue value) {
    boolean word =
        value instanceof YamlValue.Scalar scalar && scalar.text().matches("[a-z][a-z0-9-]*");
    if (word) {
      return scalars.reference(value).map(Quantity.Weight.OfField::new);
    }
    Decoder<BigDecimal> number = item -> scalars.number(item).map(BigDecimal::stripTrailingZeros);
    return terms.varying().of(number).decode(value).map(Quantity.Weight.Number::new);
  }
}
