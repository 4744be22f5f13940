package org.plumbline.agreement.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Exclusion.Effect;
import org.plumbline.agreement.Exclusion.Ground;
import org.plumbline.finding.FindingCode;

/** Reads rules agreed in advance (language.md 7). */
final class Exclusions {

  /** Stands for every metric, or every service. */
  static final String ALL = "all";

  private final Terms terms;
  private final Scalars scalars;

  /**
   * Reads exclusions.
   *
   * @param terms over the fields of all record sets
   */
  Exclusions(Terms terms) {
    this.terms = terms;
    this.scalars = terms.scalars();
  }

  Optional<Exclusion> exclusion(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "exclusion",
            map -> {
              Optional<Ground> ground = ground(map);
              Optional<Effect> effect = effect(map);
              var reason = map.optional("reason", scalars::text);
              var clause = map.optional("clause", scalars::reference);
              return ground.isEmpty() || effect.isEmpty()
                  ? map.build(() -> "").flatMap(none -> Optional.empty())
                  : map.build(() -> new Exclusion(ground.get(), effect.get(), reason, clause));
            });
  }

  private Optional<Ground> ground(MapReader map) {
    map.exactlyOne(List.of("declared", "cases", "periods", "workload"));
    Optional<Ground> declared = map.optional("declared", this::declared);
    Optional<Ground> cases =
        map.optional("cases", terms.conditions()::condition).map(Ground.Cases::new);
    boolean hasPeriods = map.has("periods");
    List<String> periods = map.list("periods", scalars::text);
    Optional<Ground> workload = map.optional("workload", this::workload);
    return declared
        .or(() -> cases)
        .or(() -> hasPeriods ? Optional.of(new Ground.Periods(periods)) : Optional.empty())
        .or(() -> workload);
  }

  private Optional<Effect> effect(MapReader map) {
    map.exactlyOne(List.of("excludes", "closes", "suspends"));
    Optional<List<String>> excludes = map.optional("excludes", this::listOrAll);
    boolean closes = map.has("closes");
    List<String> calendars = map.list("closes", scalars::reference);
    Optional<List<String>> suspends = map.optional("suspends", this::listOrAll);
    Optional<String> fees = map.optional("fees", scalars.word("prorated", "due"));
    if (fees.isPresent() && !map.has("suspends")) {
      terms
          .reading()
          .tell(
              FindingCode.UNKNOWN_KEY,
              map.find("fees").orElseThrow().place(),
              "fees belong to an exclusion that suspends services",
              "remove the key, or write suspends");
    }
    return excludes
        .<Effect>map(Effect.Excludes::new)
        .or(() -> closes ? Optional.of(new Effect.Closes(calendars)) : Optional.empty())
        .or(() -> suspends.map(services -> new Effect.Suspends(services, fees)));
  }

  private Optional<List<String>> listOrAll(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      return scalar.text().equals(ALL)
          ? Optional.of(List.of(ALL))
          : scalars.refuse(
              scalar, FindingCode.WRONG_SHAPE, "is not a list", "write a list of ids, or all");
    }
    if (value instanceof YamlValue.Sequence list) {
      return Optional.of(
          list.items().stream().map(scalars::reference).flatMap(Optional::stream).toList());
    }
    terms.reading().wrongShape(value, "write a list of ids, or all");
    return Optional.empty();
  }

  private Optional<Ground> declared(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "declared",
            map -> {
              var declaredBy = map.optional("declared-by", scalars::reference);
              var acceptedBy = map.optional("accepted-by", scalars::reference);
              var silence = map.optional("silence", scalars.word("accepted", "rejected"));
              var decideWithin = map.optional("decide-within", scalars::duration);
              var notice = map.optional("notice", scalars::duration);
              var grounds = map.list("grounds", scalars::text);
              var atMost = map.optional("at-most", this::allowance);
              return map.build(
                  () ->
                      new Ground.Declared(
                          declaredBy, acceptedBy, silence, decideWithin, notice, grounds, atMost));
            });
  }

  private Optional<Exclusion.Allowance> allowance(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "allowance",
            map -> {
              var of = map.required("of", scalars::duration);
              var per = map.required("per", scalars::reference);
              return map.build(() -> new Exclusion.Allowance(of.value(), per.value()));
            });
  }

  private Optional<Ground> workload(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "workload",
            map -> {
              var limits = map.required("limits", this::limits);
              var takes = map.required("takes", scalars.word("excess", "period"));
              return map.build(() -> new Ground.Workload(limits.value(), takes.value()));
            });
  }

  private Optional<Map<String, Exclusion.WorkloadLimit>> limits(YamlValue value) {
    if (!(value instanceof YamlValue.Mapping map) || map.entries().isEmpty()) {
      terms.reading().wrongShape(value, "write metrics with their limits, such as {volume: 5500}");
      return Optional.empty();
    }
    Map<String, Exclusion.WorkloadLimit> limits = new LinkedHashMap<>();
    for (YamlValue.Entry entry : map.entries()) {
      Ids.check(entry.key(), entry.keyPlace(), terms.reading());
      limit(entry.value()).ifPresent(limit -> limits.putIfAbsent(entry.key(), limit));
    }
    return Optional.of(limits);
  }

  private Optional<Exclusion.WorkloadLimit> limit(YamlValue value) {
    if (value instanceof YamlValue.Mapping && MapReader.openTerm(value).isEmpty()) {
      return terms
          .reading()
          .map(
              value,
              "share-of-fact",
              map -> {
                var of = map.required("of", scalars::reference);
                var share = map.required("share", scalars::share);
                return map.build(
                    () -> new Exclusion.WorkloadLimit.ShareOfFact(of.value(), share.value()));
              });
    }
    return terms
        .varying()
        .of(terms.literals()::number)
        .decode(value)
        .map(Exclusion.WorkloadLimit.Number::new);
  }
}
