package org.plumbline.check;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Turn;

/** Names in metrics: parties, record sets, fields, turns, calendars, periods, remedies, clauses. */
final class NamesOfMetrics implements Rule {

  @Override
  public void check(Draft draft) {
    Names names = new Names(draft);
    draft.agreement().period().ifPresent(period -> period(period, "period", names));
    for (MetricView view : draft.metrics()) {
      parties(view.metric(), view.path(), names);
      references(view, names, draft);
      names.records(view.metric().records(), view.path() + "/records");
      view.metric().period().ifPresent(p -> period(p, view.path() + "/period", names));
      view.metric().clock().ifPresent(clock -> clock(view, clock, names, draft));
      view.set().ifPresent(set -> fields(view, set, draft));
    }
  }

  private static void parties(Metric metric, String path, Names names) {
    names.party(metric.performing(), path + "/performing");
    for (int i = 0; i < metric.with().size(); i++) {
      names.party(metric.with().get(i), path + "/with/" + i);
    }
    metric.reporting().ifPresent(party -> names.party(party, path + "/reporting"));
    metric.accountable().ifPresent(party -> names.party(party, path + "/accountable"));
  }

  private static void references(MetricView view, Names names, Draft draft) {
    Metric metric = view.metric();
    String path = view.path();
    metric.service().ifPresent(service -> names.service(service, path + "/service"));
    metric.clause().ifPresent(clause -> names.clause(clause, path + "/clause"));
    for (int i = 0; i < metric.remedies().size(); i++) {
      names.remedy(metric.remedies().get(i), path + "/remedies/" + i);
    }
    included("conops", "steps", metric.steps().stream().findFirst(), path, draft);
    included("offer", "adopts", metric.adopts(), path, draft);
  }

  private static void included(
      String kind, String key, Optional<String> named, String path, Draft draft) {
    if (named.isPresent() && !draft.agreement().includes().containsKey(kind)) {
      draft.tellUnknown(
          kind.equals("conops") ? "step" : "metric of an offer",
          named.get(),
          path + "/" + key,
          List.of());
    }
  }

  static void period(PeriodTerms period, String path, Names names) {
    period.every().ifPresent(every -> names.period(every, path + "/every"));
    period.meanOf().ifPresent(shorter -> names.period(shorter, path + "/mean-of"));
    period.toDate().ifPresent(longer -> names.period(longer, path + "/to-date"));
  }

  private static void clock(MetricView view, Clock clock, Names names, Draft draft) {
    String path = view.path() + "/clock";
    clock
        .calendar()
        .ifPresent(
            calendar ->
                Terms.values(calendar, path + "/calendar", (at, id) -> names.calendar(id, at)));
    if (clock.counting() instanceof Clock.Counting.Counts counts) {
      for (int i = 0; i < counts.parties().size(); i++) {
        names.party(counts.parties().get(i), path + "/counts/" + i);
      }
    } else if (clock.counting() instanceof Clock.Counting.Pauses pauses && view.set().isPresent()) {
      SetView set = view.set().orElseThrow();
      List<String> known = set.set().turns().stream().map(Turn::id).toList();
      boolean readWhole = !draft.stands(set.path() + "/turns/" + known.size());
      for (int i = 0; i < pauses.turns().size() && readWhole; i++) {
        if (!known.contains(pauses.turns().get(i))) {
          draft.tellUnknown(
              "hold or stage of " + set.id(), pauses.turns().get(i), path + "/pauses/" + i, known);
        }
      }
    }
  }

  private static void fields(MetricView view, SetView set, Draft draft) {
    String path = view.path();
    view.metric().each().ifPresent(field -> field(field, path + "/each", set, draft));
    Quantities.visit(
        view.figure(),
        path + "/figure",
        (at, quantity) -> {
          Quantities.measurand(quantity)
              .filter(Quantity.Measurand.OfField.class::isInstance)
              .map(Quantity.Measurand.OfField.class::cast)
              .ifPresent(
                  of -> field(of.field(), Quantities.pathOfMeasurand(quantity, at), set, draft));
          Quantities.weight(quantity)
              .filter(Quantity.Weight.OfField.class::isInstance)
              .map(Quantity.Weight.OfField.class::cast)
              .ifPresent(weight -> field(weight.field(), at + "/weight", set, draft));
        });
  }

  private static void field(String name, String path, SetView set, Draft draft) {
    if (set.field(name).isEmpty()) {
      draft.requireKnown(
          "field of " + set.id(), name, path, set.fieldNames(), set.path() + "/fields");
    }
  }
}
