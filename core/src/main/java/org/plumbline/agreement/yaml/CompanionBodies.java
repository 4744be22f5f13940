package org.plumbline.agreement.yaml;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.companion.Offer;
import org.plumbline.agreement.companion.Requirements;
import org.plumbline.agreement.companion.SuccessMetrics;

/** Reads what stands in an offer, in requirements, in success metrics. */
final class CompanionBodies {

  private static final List<String> PRIORITIES =
      List.of("mandatory", "desirable", "optional", "deferred");

  private CompanionBodies() {}

  static Optional<Offer> offer(Terms terms, YamlValue.Mapping root, MapReader map) {
    Scalars scalars = terms.scalars();
    var id = map.required("offer", scalars::id);
    var title = map.requiredText("title", scalars::text);
    var zone = map.required("zone", scalars::zone);
    var provider = map.optional("provider", scalars::text);
    ZoneId read = zone.given().orElse(ZoneOffset.UTC);
    var calendars =
        map.named("calendars", new Calendars(terms.reading(), read, Folder.NONE)::calendar);
    var records = map.named("records", new RecordSets(terms, root)::recordSet);
    var metrics = map.requiredNamed("metrics", new Metrics(terms, root)::metric);
    var exclusions =
        map.named("exclusions", new Exclusions(terms.over(FieldTypes.ofAllSets(root)))::exclusion);
    return map.build(
        () ->
            new Offer(
                id.value(),
                title.value(),
                zone.value(),
                provider,
                calendars,
                records,
                metrics.value(),
                exclusions));
  }

  static Optional<Requirements> requirements(Terms terms, YamlValue.Mapping root, MapReader map) {
    var id = map.required("requirements", terms.scalars()::id);
    var title = map.requiredText("title", terms.scalars()::text);
    var each = map.named("needs", value -> requirement(terms, value));
    return map.build(() -> new Requirements(id.value(), title.value(), each));
  }

  private static Optional<Requirements.Requirement> requirement(Terms terms, YamlValue value) {
    Scalars scalars = terms.scalars();
    return terms
        .reading()
        .map(
            value,
            "requirement",
            map -> {
              var text = map.requiredText("text", scalars::text);
              var area = map.optional("area", scalars::text);
              var priority =
                  map.optional("priority", scalars.word(PRIORITIES.toArray(String[]::new)));
              var source = map.optional("source", scalars::text);
              var need = map.optional("need", new Levels(terms, false)::level);
              var metrics = map.listOrOne("metric", scalars::reference);
              var steps = map.listOrOne("steps", scalars::reference);
              var clauses = map.listOrOne("clause", scalars::reference);
              return map.build(
                  () ->
                      new Requirements.Requirement(
                          text.value(), area, priority, source, need, metrics, steps, clauses));
            });
  }

  static Optional<SuccessMetrics> successMetrics(
      Terms terms, YamlValue.Mapping root, MapReader map) {
    var id = map.required("success-metrics", terms.scalars()::id);
    var title = map.requiredText("title", terms.scalars()::text);
    var each = map.named("measures", value -> successMetric(terms, value));
    return map.build(() -> new SuccessMetrics(id.value(), title.value(), each));
  }

  private static Optional<SuccessMetrics.SuccessMetric> successMetric(
      Terms terms, YamlValue value) {
    Scalars scalars = terms.scalars();
    return terms
        .reading()
        .map(
            value,
            "success-metric",
            map -> {
              var name = map.requiredText("name", scalars::text);
              var baseline = map.optional("baseline", terms.literals()::any);
              var target = map.optional("target", terms.literals()::any);
              var source = map.optional("source", scalars::text);
              var serves = map.listOrOne("serves", scalars::reference);
              return map.build(
                  () ->
                      new SuccessMetrics.SuccessMetric(
                          name.value(), baseline, target, source, serves));
            });
  }
}
