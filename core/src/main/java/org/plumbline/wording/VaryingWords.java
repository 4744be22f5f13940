package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.plumbline.agreement.ToBeAgreed;
import org.plumbline.agreement.Varying;

/** Values that depend on the case, on a fact or on the date, in words. */
final class VaryingWords {

  private final ConditionWords conditions;
  private final Names names;

  VaryingWords(ConditionWords conditions, Names names) {
    this.conditions = conditions;
    this.names = names;
  }

  /** {@code 3% where …, else 5%}; {@code 95% from 2026-10-01 on and 96% from 2027-10-01 on}. */
  <T> String words(Varying<T> varying, Function<T, String> word) {
    if (varying instanceof Varying.Fixed<T> fixed) {
      return word.apply(fixed.value());
    }
    if (varying instanceof Varying.Open<T> open) {
      return open(open.open());
    }
    List<String> parts = new ArrayList<>();
    if (varying instanceof Varying.ByCondition<T> choices) {
      for (Varying.Choice<T> choice : choices.choices()) {
        String is = words(choice.is(), word);
        parts.add(
            choice
                .when()
                .map(when -> is + " where " + conditions.clause(when))
                .orElse(is + " otherwise"));
      }
    }
    if (varying instanceof Varying.ByDate<T> dated) {
      for (Varying.Dated<T> step : dated.steps()) {
        parts.add(words(step.is(), word) + " from " + step.from() + " on");
      }
    }
    return Phrases.and(parts);
  }

  /** A value that is not agreed yet. */
  String open(ToBeAgreed open) {
    return "a value still to be agreed (owed by "
        + (open.owedBy().indexOf('/') > 0 ? names.role(open.owedBy()) : names.party(open.owedBy()))
        + open.until().map(until -> " until " + until).orElse("")
        + open.basis().map(basis -> ", on the basis of " + basis).orElse("")
        + ")";
  }
}
