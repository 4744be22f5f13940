package org.plumbline.agreement.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/** Decodes moments (language.md 3.4). */
final class Moments {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,99}");
  private static final List<String> FORMS =
      List.of("type", "first", "last", "next", "earlier-of", "later-of", "at", "day");

  private final Terms terms;

  Moments(Terms terms) {
    this.terms = terms;
  }

  /** A moment as it is declared in a record set: recorded or derived. */
  Optional<MomentTerm> declared(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      for (Precision precision : Precision.values()) {
        if (precision.key().equals(scalar.text())) {
          return Optional.of(new MomentTerm.Recorded(precision));
        }
      }
    }
    return moment(value);
  }

  /** A moment where one is named: its id, or a derived one on the spot. */
  Optional<MomentTerm> moment(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar && !scalar.isNothing()) {
      return NAME.matcher(scalar.text()).matches()
          ? Optional.of(new MomentTerm.Named(scalar.text()))
          : terms
              .scalars()
              .refuse(
                  scalar,
                  FindingCode.NOT_A_MOMENT,
                  "is not a moment",
                  "name a moment of the record set, or derive one, such as {at: due, minus: 2"
                      + " workdays}");
    }
    if (value instanceof YamlValue.Mapping map) {
      return derived(map);
    }
    terms.reading().wrongShape(value, "name a moment, such as received");
    return Optional.empty();
  }

  private Optional<MomentTerm> derived(YamlValue.Mapping map) {
    if (map.has("day")) {
      return dayOfPeriod(map);
    }
    String form = FORMS.stream().filter(map::has).findFirst().orElse("");
    return switch (form) {
      case "type" -> recorded(map);
      case "first", "last" -> occurrence(map, form);
      case "next" -> next(map);
      case "earlier-of", "later-of" -> several(map, form);
      case "at" -> shifted(map);
      default -> {
        terms
            .reading()
            .tell(
                FindingCode.NOT_A_MOMENT,
                map.place(),
                "a map with none of " + String.join(", ", FORMS) + " is not a moment",
                "write one of these forms, such as {at: due, plus: 30 days}");
        yield Optional.empty();
      }
    };
  }

  private Optional<MomentTerm> recorded(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "recorded-moment",
            map -> {
              var precision =
                  map.required("type", terms.scalars().word(Precision.values(), Precision::key));
              return map.build(() -> new MomentTerm.Recorded(precision.value()));
            });
  }

  private Optional<MomentTerm> occurrence(YamlValue.Mapping value, String form) {
    return terms
        .reading()
        .map(
            value,
            form + "-moment",
            map -> {
              var of = map.required(form, this::moment);
              var where = map.optional("where", terms.conditions()::condition);
              return map.build(
                  () ->
                      form.equals("first")
                          ? new MomentTerm.First(of.value(), where)
                          : new MomentTerm.Last(of.value(), where));
            });
  }

  private Optional<MomentTerm> next(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "next-moment",
            map -> {
              var of = map.required("next", this::moment);
              var after = map.required("after", this::moment);
              return map.build(() -> new MomentTerm.Next(of.value(), after.value()));
            });
  }

  private Optional<MomentTerm> several(YamlValue.Mapping value, String form) {
    return terms
        .reading()
        .map(
            value,
            form + "-moments",
            map -> {
              var moments = map.requiredList(form, this::moment);
              return map.build(
                  () ->
                      form.equals("earlier-of")
                          ? new MomentTerm.EarlierOf(moments.value())
                          : new MomentTerm.LaterOf(moments.value()));
            });
  }

  private Optional<MomentTerm> shifted(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "shifted-moment",
            map -> {
              var at = map.required("at", this::moment);
              var afterHours =
                  map.optional("after-hours", terms.scalars().word("next-workday")).isPresent();
              Optional<MomentTerm.Shift> shift = shift(map);
              var roll = map.optional("roll", roll());
              var calendar = map.optional("calendar", terms.scalars()::reference);
              return map.build(
                  () -> new MomentTerm.Shifted(at.value(), afterHours, shift, roll, calendar));
            });
  }

  private Optional<MomentTerm.Shift> shift(MapReader map) {
    map.atMostOne(List.of("plus", "minus"));
    Optional<TimeAmount> plus = map.optional("plus", terms.scalars()::duration);
    Optional<TimeAmount> minus = map.optional("minus", terms.scalars()::duration);
    return plus.map(by -> new MomentTerm.Shift(true, by))
        .or(() -> minus.map(by -> new MomentTerm.Shift(false, by)));
  }

  private Optional<MomentTerm> dayOfPeriod(YamlValue.Mapping value) {
    return terms
        .reading()
        .map(
            value,
            "day-of-period",
            map -> {
              var day = map.required("day", this::day);
              var of = map.required("of", terms.scalars()::reference);
              var at = map.required("at", this::moment);
              int later = map.optional("later", terms.scalars().wholeNumber(0, 1_000)).orElse(0);
              var roll = map.optional("roll", roll());
              var calendar = map.optional("calendar", terms.scalars()::reference);
              return map.build(
                  () ->
                      new MomentTerm.DayOfPeriod(
                          day.value(), of.value(), at.value(), later, roll, calendar));
            });
  }

  private Optional<Integer> day(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      if (scalar.text().equals("first")) {
        return Optional.of(1);
      }
      if (scalar.text().equals("last")) {
        return Optional.of(MomentTerm.DayOfPeriod.LAST);
      }
    }
    return terms.scalars().wholeNumber(1, 400).decode(value);
  }

  private Decoder<MomentTerm.Roll> roll() {
    return terms.scalars().word(MomentTerm.Roll.values(), MomentTerm.Roll::key);
  }
}
