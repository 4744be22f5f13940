package org.plumbline.agreement.yaml;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plumbline.agreement.companion.Conops;

/** Reads what stands in a concept of operations. */
final class ConopsBody {

  private final Reading reading;
  private final Scalars scalars;

  private ConopsBody(Terms terms) {
    reading = terms.reading();
    scalars = terms.scalars();
  }

  static Optional<Conops> read(Terms terms, YamlValue.Mapping root, MapReader map) {
    ConopsBody body = new ConopsBody(terms);
    Scalars scalars = terms.scalars();
    Parties parties = new Parties(terms);
    var id = map.required("conops", scalars::id);
    var title = map.requiredText("title", scalars::text);
    var zone = map.required("zone", scalars::zone);
    ZoneId read = zone.given().orElse(ZoneOffset.UTC);
    var named = map.named("parties", parties::party);
    var roles = map.named("roles", parties::role);
    var calendars =
        map.named("calendars", new Calendars(terms.reading(), read, Folder.NONE)::calendar);
    var works = map.named("works", scalars::reference);
    var areas = map.named("areas", body::area);
    var processes = map.named("processes", body::process);
    var retained = map.named("retained", body::retained);
    var layers = map.named("layers", body::layer);
    var clauses = map.list("clauses", new Duties(terms)::clause);
    return map.build(
        () ->
            new Conops(
                id.value(),
                title.value(),
                zone.value(),
                named,
                roles,
                calendars,
                works,
                areas,
                processes,
                retained,
                layers,
                clauses));
  }

  private Optional<Conops.Area> area(YamlValue value) {
    return reading.map(
        value,
        "area",
        map -> {
          var name = map.requiredText("name", scalars::text);
          var accountable = map.optional("accountable", scalars::reference);
          var responsible = map.listOrOne("responsible", scalars::reference);
          var consulted = map.listOrOne("consulted", scalars::reference);
          var informed = map.listOrOne("informed", scalars::reference);
          return map.build(
              () -> new Conops.Area(name.value(), accountable, responsible, consulted, informed));
        });
  }

  private Optional<Conops.Process> process(YamlValue value) {
    return reading.map(
        value,
        "process",
        map -> {
          var name = map.requiredText("name", scalars::text);
          var worth = map.optional("value", scalars::text);
          var area = map.optional("area", scalars::reference);
          var systems = map.list("systems", scalars::text);
          var steps = map.list("steps", this::step);
          return map.build(() -> new Conops.Process(name.value(), worth, area, systems, steps));
        });
  }

  private Optional<Conops.Step> step(YamlValue value) {
    return reading.map(
        value,
        "step",
        map -> {
          var id = map.required("id", scalars::id);
          var name = map.requiredText("name", scalars::text);
          var asIs = map.listOrOne("as-is", scalars::reference);
          var toBe = map.listOrOne("to-be", scalars::reference);
          var accountable = map.optional("accountable", scalars::reference);
          var responsible = map.listOrOne("responsible", scalars::reference);
          var consulted = map.listOrOne("consulted", scalars::reference);
          var informed = map.listOrOne("informed", scalars::reference);
          var before = map.optional("before", scalars::duration);
          var calendar = map.optional("calendar", scalars::reference);
          var after = map.listOrOne("after", scalars::reference);
          return map.build(
              () ->
                  new Conops.Step(
                      id.value(),
                      name.value(),
                      asIs,
                      toBe,
                      accountable,
                      responsible,
                      consulted,
                      informed,
                      before,
                      calendar,
                      after));
        });
  }

  private Optional<Conops.Retained> retained(YamlValue value) {
    return reading.map(
        value,
        "retained",
        map -> {
          var name = map.requiredText("name", scalars::text);
          var fte = map.optional("fte", scalars::number);
          var does = map.list("does", scalars::reference);
          return map.build(() -> new Conops.Retained(name.value(), fte, does));
        });
  }

  private Optional<Conops.Layer> layer(YamlValue value) {
    return reading.map(
        value,
        "layer",
        map -> {
          var asIs = map.listOrOne("as-is", scalars::reference);
          var toBe = map.listOrOne("to-be", scalars::reference);
          var needs = map.list("needs", scalars::text);
          return map.build(() -> new Conops.Layer(asIs, toBe, needs));
        });
  }
}
