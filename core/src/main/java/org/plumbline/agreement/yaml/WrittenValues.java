package org.plumbline.agreement.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.ToBeAgreed;
import org.plumbline.agreement.Varying;
import org.plumbline.agreement.yaml.Written.Entries;

/** Writes values and small constructs (language.md 3). */
final class WrittenValues {

  private WrittenValues() {}

  static Written number(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return new Written.Single(number.toPlainString(), stripped.toPlainString(), true);
  }

  static Written money(Money money) {
    BigDecimal amount = money.amount();
    BigDecimal shortest = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    return new Written.Single(
        money.toString(), shortest.toPlainString() + " " + money.currency(), false);
  }

  static Written literal(Literal literal) {
    if (literal instanceof Literal.Numeral numeral) {
      return number(numeral.value());
    }
    if (literal instanceof Literal.Amount amount) {
      return money(amount.money());
    }
    return literal instanceof Literal.Flag flag
        ? Written.bare(String.valueOf(flag.value()))
        : Written.text(literal.toString());
  }

  static <T> Written varying(Varying<T> varying, Function<T, Written> write) {
    if (varying instanceof Varying.Fixed<T> fixed) {
      return write.apply(fixed.value());
    }
    if (varying instanceof Varying.Open<T> open) {
      return open(open.open());
    }
    if (varying instanceof Varying.ByDate<T> byDate) {
      return Written.list(
          byDate.steps(),
          step ->
              Entries.flow()
                  .put("from", step.from().toString())
                  .put("is", varying(step.is(), write)));
    }
    return Written.list(
        ((Varying.ByCondition<T>) varying).choices(),
        choice ->
            Entries.flow().put("when", when(choice.when())).put("is", varying(choice.is(), write)));
  }

  static Written when(Optional<Condition> when) {
    return when.map(WrittenValues::condition).orElseGet(() -> Written.text("otherwise"));
  }

  static Written open(ToBeAgreed open) {
    return Entries.flow()
        .put(
            "to-be-agreed",
            Entries.flow()
                .put("owed-by", open.owedBy())
                .putAny("until", open.until())
                .putText("basis", open.basis()));
  }

  /** A condition as a map. */
  static Written condition(Condition condition) {
    Map<String, Written> entries = new LinkedHashMap<>();
    List<Condition> all =
        condition instanceof Condition.All several ? several.conditions() : List.of(condition);
    for (Condition part : all) {
      if (!merge(part, entries)) {
        return nested(all);
      }
    }
    return new Entries(entries, false);
  }

  /** All of the conditions where one map cannot hold them: none of them is not so. */
  private static Written nested(List<Condition> all) {
    return Entries.flow()
        .put(
            "none",
            Written.list(
                all,
                part ->
                    Entries.flow()
                        .put("none", Written.list(List.of(part), WrittenValues::condition))));
  }

  private static boolean merge(Condition part, Map<String, Written> entries) {
    if (part instanceof Condition.Any any) {
      return putNew(entries, "any", Written.list(any.conditions(), WrittenValues::condition));
    }
    if (part instanceof Condition.None none) {
      return putNew(entries, "none", Written.list(none.conditions(), WrittenValues::condition));
    }
    if (part instanceof Condition.OneOf oneOf) {
      List<Written> values = oneOf.values().stream().map(WrittenValues::literal).toList();
      Written several = new Written.Items(values, true);
      return putNew(
          entries,
          oneOf.subject(),
          values.size() == 1 ? new Written.Either(values.get(0), several) : several);
    }
    if (part instanceof Condition.Compares compares) {
      return test(
          entries, compares.subject(), compares.comparison().key(), literal(compares.value()));
    }
    if (part instanceof Condition.Ordered ordered) {
      return test(entries, ordered.subject(), ordered.order().key(), moment(ordered.against()));
    }
    if (part instanceof Condition.Missing missing) {
      return test(
          entries, missing.subject(), "missing", Written.bare(String.valueOf(missing.missing())));
    }
    return false;
  }

  private static boolean test(
      Map<String, Written> entries, String subject, String test, Written value) {
    Written tests = entries.computeIfAbsent(subject, any -> Entries.flow());
    return tests instanceof Entries map && putNew(map.entries(), test, value);
  }

  private static boolean putNew(Map<String, Written> entries, String key, Written value) {
    return entries.putIfAbsent(key, value) == null;
  }

  /** A moment where one is named or declared. */
  static Written moment(MomentTerm moment) {
    if (moment instanceof MomentTerm.Recorded recorded) {
      Written type = Written.text(recorded.precision().key());
      return new Written.Either(type, Entries.flow().put("type", type));
    }
    if (moment instanceof MomentTerm.Named named) {
      return Written.text(named.id());
    }
    if (moment instanceof MomentTerm.Fixed fixed) {
      return Written.text(fixed.date().toString());
    }
    if (moment instanceof MomentTerm.First first) {
      return Entries.flow()
          .put("first", moment(first.of()))
          .put("where", first.where(), WrittenValues::condition);
    }
    if (moment instanceof MomentTerm.Last last) {
      return Entries.flow()
          .put("last", moment(last.of()))
          .put("where", last.where(), WrittenValues::condition);
    }
    if (moment instanceof MomentTerm.Next next) {
      return Entries.flow().put("next", moment(next.of())).put("after", moment(next.after()));
    }
    if (moment instanceof MomentTerm.EarlierOf earlier) {
      return Entries.flow()
          .put("earlier-of", Written.list(earlier.moments(), WrittenValues::moment));
    }
    if (moment instanceof MomentTerm.LaterOf later) {
      return Entries.flow().put("later-of", Written.list(later.moments(), WrittenValues::moment));
    }
    return moment instanceof MomentTerm.Shifted shifted
        ? shifted(shifted)
        : dayOfPeriod((MomentTerm.DayOfPeriod) moment);
  }

  private static Written shifted(MomentTerm.Shifted shifted) {
    Entries entries = Entries.flow().put("at", moment(shifted.at()));
    if (shifted.afterHours()) {
      entries.put("after-hours", "next-workday");
    }
    shifted
        .shift()
        .ifPresent(shift -> entries.put(shift.forward() ? "plus" : "minus", shift.by().toString()));
    return entries
        .putText("roll", shifted.roll().map(MomentTerm.Roll::key))
        .putText("calendar", shifted.calendar());
  }

  private static Written dayOfPeriod(MomentTerm.DayOfPeriod day) {
    Entries entries =
        Entries.flow()
            .put(
                "day",
                day.day() == MomentTerm.DayOfPeriod.LAST
                    ? Written.text("last")
                    : Written.bare(String.valueOf(day.day())))
            .put("of", day.period())
            .put("at", moment(day.at()));
    if (day.later() != 0) {
      entries.put("later", Written.bare(String.valueOf(day.later())));
    }
    return entries
        .putText("roll", day.roll().map(MomentTerm.Roll::key))
        .putText("calendar", day.calendar());
  }
}
