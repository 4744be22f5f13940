package org.plumbline.check;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.Varying;

/** Walks over an agreement once and notes everything that is used somewhere. */
final class Walk {

  private final Draft draft;
  private final Uses uses = new Uses();
  private final WalkValues values = new WalkValues(uses);

  private Walk(Draft draft) {
    this.draft = draft;
  }

  static Uses over(Draft draft) {
    Walk walk = new Walk(draft);
    walk.document();
    draft.recordSets().forEach(walk::records);
    WalkMetrics metrics = new WalkMetrics(draft, walk.uses, walk.values);
    draft.metrics().forEach(metrics::metric);
    draft.agreement().remedies().forEach(walk::remedy);
    draft.agreement().exclusions().forEach(walk::exclusion);
    return walk.uses;
  }

  private void document() {
    Agreement agreement = draft.agreement();
    agreement
        .parties()
        .forEach(
            (party, stated) ->
                stated
                    .facts()
                    .forEach(
                        (fact, value) ->
                            values.ofResults(
                                "parties/" + party + "/facts/" + fact, value, Optional.empty())));
    agreement
        .services()
        .forEach(
            (id, service) -> {
              String path = "services/" + id;
              for (int i = 0; i < service.fees().size(); i++) {
                values.ofResults(
                    path + "/fees/" + i + "/amount",
                    service.fees().get(i).amount(),
                    Optional.empty());
              }
              service
                  .billing()
                  .ifPresent(b -> uses.amount(path + "/billing/pay-within", b.payWithin()));
            });
    agreement
        .pools()
        .forEach(
            (id, pool) ->
                pool.share()
                    .ifPresent(
                        share ->
                            values.ofResults("pools/" + id + "/share", share, Optional.empty())));
    agreement.renewal().ifPresent(renewal -> uses.amount("renewal/notice", renewal.notice()));
    agreement.reports().ifPresent(reports -> uses.amount("reports/due", reports.due()));
    agreement.commitments().forEach((id, c) -> uses.amount("commitments/" + id + "/due", c.due()));
    agreement
        .settlement()
        .ifPresent(
            s -> {
              uses.amount("settlement/request-within", s.requestWithin());
              uses.amount("settlement/pay-within", s.payWithin());
            });
    agreement
        .reconsideration()
        .ifPresent(
            r -> {
              uses.amount("reconsideration/request-within", r.requestWithin());
              uses.amount("reconsideration/decide-within", r.decideWithin());
              uses.amount("reconsideration/each-within", r.eachWithin());
            });
  }

  private void records(SetView view) {
    RecordSet set = view.set();
    String path = view.path();
    set.moments()
        .forEach(
            (id, term) -> values.moment(path + "/moments/" + id, term, view, Optional.empty()));
    for (int i = 0; i < set.turns().size(); i++) {
      String at = path + "/turns/" + i;
      if (set.turns().get(i) instanceof Turn.Stage stage) {
        values.moment(at + "/from", stage.from(), view, Optional.empty());
        values.moment(at + "/until", stage.until(), view, Optional.empty());
      } else if (set.turns().get(i) instanceof Turn.Hold hold) {
        hold.needs().ifPresent(n -> values.moment(at + "/needs", n, view, Optional.empty()));
        uses.amount(at + "/at-most", hold.atMost());
      }
    }
    set.reopening()
        .ifPresent(
            reopening -> {
              values.moment(path + "/reopening/at", reopening.at(), view, Optional.empty());
              uses.amount(path + "/reopening/within", reopening.within());
            });
    for (int i = 0; i < set.voidedBy().size(); i++) {
      values.moment(path + "/voided-by/" + i, set.voidedBy().get(i), view, Optional.empty());
    }
    set.closedBy().ifPresent(c -> values.moment(path + "/closed-by", c, view, Optional.empty()));
    set.delivery()
        .ifPresent(
            delivery -> {
              uses.amount(path + "/delivery/due", delivery.due());
              uses.amount(path + "/delivery/final", delivery.finalAfter());
            });
    origin(view, set.origin());
  }

  private void origin(SetView view, Origin origin) {
    String path = view.path();
    if (origin instanceof Origin.Expected expected) {
      values.moment(path + "/expected/for", expected.fills(), view, Optional.empty());
      SetView bearing = expected.of().flatMap(draft::set).orElse(view);
      expected
          .whilst()
          .ifPresent(
              whilst -> {
                String at = path + "/expected/while";
                values.moment(at + "/0", whilst.from(), bearing, Optional.empty());
                values.moment(at + "/1", whilst.until(), bearing, Optional.empty());
              });
      if (expected.rhythm() instanceof Origin.Rhythm.EveryAmount every) {
        uses.amount(path + "/expected/every", every.every());
      }
    } else if (origin instanceof Origin.Sample sample) {
      SetView drawnFrom = draft.set(sample.of()).orElse(view);
      sample
          .where()
          .ifPresent(
              where ->
                  values.ofCase(
                      path + "/sample/where",
                      where,
                      drawnFrom,
                      Optional.empty(),
                      Uses.Purpose.OCCURRENCE));
    }
  }

  private void remedy(String id, Remedy remedy) {
    String path = "remedies/" + id;
    remedy.when().ifPresent(when -> values.ofResult(path + "/when", when, Optional.empty()));
    uses.amount(path + "/due", remedy.due());
    if (remedy.effect() instanceof Remedy.Effect.Points points) {
      values.ofResults(path + "/points", points.points(), Optional.empty());
    } else if (remedy.effect() instanceof Remedy.Effect.Credit credit) {
      values.ofResults(path + "/credit/amount", credit.amount(), Optional.empty());
    }
  }

  private void exclusion(String id, Exclusion exclusion) {
    String path = "exclusions/" + id;
    Exclusion.Ground ground = exclusion.ground();
    if (ground instanceof Exclusion.Ground.Declared declared) {
      uses.amount(path + "/declared/decide-within", declared.decideWithin());
      uses.amount(path + "/declared/notice", declared.notice());
    } else if (ground instanceof Exclusion.Ground.Workload workload) {
      workload
          .limits()
          .forEach(
              (metric, limit) -> {
                if (limit instanceof Exclusion.WorkloadLimit.Number number) {
                  Varying<Literal> value = number.value();
                  values.ofResults(path + "/workload/limits/" + metric, value, Optional.empty());
                }
              });
    } else if (ground instanceof Exclusion.Ground.Cases cases) {
      // One condition may be asked over the records of several metrics.
      for (MetricView metric : excluded(exclusion)) {
        metric
            .set()
            .ifPresent(
                set ->
                    values.ofCase(
                        path + "/cases",
                        cases.condition(),
                        set,
                        Optional.of(metric),
                        Uses.Purpose.EXCLUSION));
      }
    }
  }

  /** The metrics of an exclusion; of {@code all} none, since no set of records is meant. */
  private List<MetricView> excluded(Exclusion exclusion) {
    return exclusion.effect() instanceof Exclusion.Effect.Excludes excludes
        ? draft.metrics().stream().filter(m -> excludes.metrics().contains(m.id())).toList()
        : List.of();
  }
}
