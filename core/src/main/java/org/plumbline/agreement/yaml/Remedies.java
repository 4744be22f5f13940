package org.plumbline.agreement.yaml;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Pool;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Settlement;

/** Reads what follows from results, and how a party asks afterwards (language.md 6, 7). */
final class Remedies {

  private final Terms terms;
  private final Scalars scalars;

  Remedies(Terms terms) {
    this.terms = terms;
    this.scalars = terms.scalars();
  }

  Optional<Remedy> remedy(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "remedy",
            map -> {
              var when = map.optional("when", terms.conditions()::condition);
              var times = map.optional("times", this::times);
              Optional<Remedy.Effect> effect = effect(map);
              var owedBy = map.optional("owed-by", scalars::reference);
              var owner = map.optional("owner", scalars::reference);
              var due = map.optional("due", scalars::duration);
              var toInclude = map.list("to-include", scalars::text);
              var clause = map.optional("clause", scalars::reference);
              return effect.isEmpty()
                  ? map.build(() -> "").flatMap(none -> Optional.empty())
                  : map.build(
                      () ->
                          new Remedy(
                              when, times, effect.get(), owedBy, owner, due, toInclude, clause));
            });
  }

  private Optional<Remedy.Effect> effect(MapReader map) {
    map.exactlyOne(List.of("action", "right", "points", "credit", "restores"));
    Optional<Remedy.Effect> action =
        map.optional("action", scalars::text).map(Remedy.Effect.Action::new);
    Optional<Remedy.Effect> right =
        map.optional("right", scalars::text).map(Remedy.Effect.Right::new);
    Optional<Remedy.Effect> points =
        map.optionalOrOpen("points", terms.varying().of(terms.literals()::number))
            .map(Remedy.Effect.Points::new);
    Optional<Remedy.Effect> credit = map.optional("credit", this::credit);
    Optional<Remedy.Effect> restores =
        map.optional("restores", scalars::reference).map(Remedy.Effect.Restores::new);
    return action.or(() -> right).or(() -> points).or(() -> credit).or(() -> restores);
  }

  private Optional<Remedy.Times> times(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "times",
            map -> {
              var atLeast = map.required("at-least", scalars.wholeNumber(1, 1_000));
              map.atMostOne(List.of("in", "running"));
              var in = map.optional("in", scalars.wholeNumber(1, 1_000));
              var running = map.optional("running", scalars::flag);
              return map.build(() -> new Remedy.Times(atLeast.value(), in, running));
            });
  }

  private Optional<Remedy.Effect> credit(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "credit",
            map -> {
              var of = map.required("of", scalars::reference);
              var amount =
                  map.requiredOrOpen("amount", terms.varying().of(terms.literals()::shareOrMoney));
              var atMost = map.list("at-most", scalars::reference);
              return map.build(() -> new Remedy.Effect.Credit(of.value(), amount.value(), atMost));
            });
  }

  Optional<Pool> pool(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "pool",
            map -> {
              var of = map.required("of", scalars::reference);
              var services = map.list("services", scalars::reference);
              var share = map.optionalOrOpen("share", terms.varying().of(terms.literals()::share));
              map.atMostOne(List.of("per", "rolling"));
              var per = map.optional("per", scalars::reference);
              var rolling = map.optional("rolling", scalars::duration);
              return map.build(() -> new Pool(of.value(), services, share, per, rolling));
            });
  }

  Optional<Settlement> settlement(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "settlement",
            map -> {
              var authority = map.optional("authority", scalars::text);
              var sameCause = map.optional("same-cause", scalars.word("each", "highest-only"));
              var concurrent = map.optional("concurrent", scalars.word("money", "no-money"));
              var requestWithin = map.optional("request-within", scalars::duration);
              var postTo = map.optional("post-to", scalars.word("this-bill", "next-bill"));
              var lastPeriod = map.optional("last-period", scalars.word("pay", "offset", "none"));
              var payWithin = map.optional("pay-within", scalars::duration);
              return map.build(
                  () ->
                      new Settlement(
                          authority,
                          sameCause,
                          concurrent,
                          requestWithin,
                          postTo,
                          lastPeriod,
                          payWithin));
            });
  }

  Optional<Reconsideration> reconsideration(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "reconsideration",
            map -> {
              var requestWithin = map.required("request-within", scalars::duration);
              var decideWithin = map.required("decide-within", scalars::duration);
              var silence = map.optional("silence", scalars.word("rejected", "accepted"));
              var grounds = map.list("grounds", scalars::text);
              var escalation = map.list("escalation", scalars::reference);
              var eachWithin = map.optional("each-within", scalars::duration);
              var clause = map.optional("clause", scalars::reference);
              return map.build(
                  () ->
                      new Reconsideration(
                          requestWithin.value(),
                          decideWithin.value(),
                          silence,
                          grounds,
                          escalation,
                          eachWithin,
                          clause));
            });
  }
}
