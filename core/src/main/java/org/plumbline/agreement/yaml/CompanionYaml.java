package org.plumbline.agreement.yaml;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.companion.Offer;
import org.plumbline.agreement.companion.Requirements;
import org.plumbline.agreement.companion.SuccessMetrics;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;

/**
 * Reads the documents beside an agreement (language.md 9): concept of operations, offer,
 * requirements, success metrics. It never throws for what stands in them.
 */
public final class CompanionYaml {

  private static final List<String> PRIORITIES =
      List.of("mandatory", "desirable", "optional", "deferred");

  private final Reading reading;
  private final Terms terms;
  private final Scalars scalars;

  private CompanionYaml(Reading reading) {
    this.reading = reading;
    terms = Terms.of(reading);
    scalars = terms.scalars();
  }

  /** Reads the map of a document. */
  private interface Body<T> {
    Optional<T> read(CompanionYaml reader, YamlValue.Mapping root, MapReader map);
  }

  /** What reading all documents of an agreement gave. */
  public record Read(Companions companions, List<Finding> findings) {
    /** Copies the list. */
    public Read {
      findings = List.copyOf(findings);
    }
  }

  /** Reads what an agreement includes, from the folder that its file lies in. */
  public static Read included(Agreement agreement, Folder folder) {
    Findings findings = new Findings();
    return new Read(
        new Companions(
            one(agreement, "conops", folder, CompanionYaml::conops, findings),
            one(agreement, "offer", folder, CompanionYaml::offer, findings),
            one(agreement, "requirements", folder, CompanionYaml::requirements, findings),
            one(agreement, "success-metrics", folder, CompanionYaml::successMetrics, findings)),
        findings.inFileOrder());
  }

  private static <T> Optional<T> one(
      Agreement agreement, String kind, Folder folder, Body<T> body, Findings findings) {
    Optional<String> path = Optional.ofNullable(agreement.includes().get(kind));
    Optional<byte[]> bytes = path.flatMap(folder::read);
    if (path.isEmpty() || bytes.isEmpty()) {
      return Optional.empty();
    }
    ReadCompanion<T> read = read(path.get(), kind, bytes.get(), body);
    read.findings().forEach(findings::add);
    return read.document();
  }

  /** Reads a concept of operations; its bytes have to be UTF-8. */
  public static ReadCompanion<Conops> conops(String file, byte[] bytes) {
    return read(file, "conops", bytes, CompanionYaml::conops);
  }

  /** Reads an offer; its bytes have to be UTF-8. */
  public static ReadCompanion<Offer> offer(String file, byte[] bytes) {
    return read(file, "offer", bytes, CompanionYaml::offer);
  }

  /** Reads requirements; its bytes have to be UTF-8. */
  public static ReadCompanion<Requirements> requirements(String file, byte[] bytes) {
    return read(file, "requirements", bytes, CompanionYaml::requirements);
  }

  /** Reads success metrics; its bytes have to be UTF-8. */
  public static ReadCompanion<SuccessMetrics> successMetrics(String file, byte[] bytes) {
    return read(file, "success-metrics", bytes, CompanionYaml::successMetrics);
  }

  private static <T> ReadCompanion<T> read(String file, String kind, byte[] bytes, Body<T> body) {
    Findings findings = new Findings();
    Optional<YamlValue> tree =
        YamlText.decode(file, bytes, findings).flatMap(text -> YamlText.read(file, text, findings));
    Optional<T> read =
        tree.flatMap(root -> new CompanionYaml(new Reading(findings)).document(root, kind, body));
    return new ReadCompanion<>(
        findings.hasErrors() ? Optional.empty() : read,
        tree.map(root -> new Places(YamlTree.places(root), Place.of(file)))
            .orElseGet(() -> Places.none(file)),
        findings.inFileOrder());
  }

  private <T> Optional<T> document(YamlValue value, String kind, Body<T> body) {
    if (!(value instanceof YamlValue.Mapping root)) {
      reading.wrongShape(value, "start with plumbline: 1 and " + kind + ": with its id");
      return Optional.empty();
    }
    Optional<String> other = Documents.otherKind(root, kind);
    if (other.isPresent()) {
      reading.tell(
          FindingCode.OTHER_DOCUMENT,
          root.place(),
          "this is " + other.get() + ", and " + kind + " is wanted",
          "name the right file under includes");
      return Optional.empty();
    }
    return reading.map(
        root,
        kind,
        map -> {
          Documents.version(map, scalars);
          return body.read(this, root, map);
        });
  }

  private static Optional<Conops> conops(
      CompanionYaml reader, YamlValue.Mapping root, MapReader map) {
    Scalars scalars = reader.scalars;
    Parties parties = new Parties(reader.terms);
    var id = map.required("conops", scalars::id);
    var title = map.requiredText("title", scalars::text);
    var zone = map.required("zone", scalars::zone);
    var named = map.named("parties", parties::party);
    var roles = map.named("roles", parties::role);
    var areas = map.named("areas", reader::area);
    var processes = map.named("processes", reader::process);
    var retained = map.named("retained", reader::retained);
    var layers = map.named("layers", reader::layer);
    var clauses = map.list("clauses", new Duties(reader.terms)::clause);
    return map.build(
        () ->
            new Conops(
                id.value(),
                title.value(),
                zone.value(),
                named,
                roles,
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
          var consulted = map.listOrOne("consulted", scalars::reference);
          var informed = map.listOrOne("informed", scalars::reference);
          var before = map.optional("before", scalars::duration);
          return map.build(
              () ->
                  new Conops.Step(
                      id.value(),
                      name.value(),
                      asIs,
                      toBe,
                      accountable,
                      consulted,
                      informed,
                      before));
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

  private static Optional<Offer> offer(
      CompanionYaml reader, YamlValue.Mapping root, MapReader map) {
    Scalars scalars = reader.scalars;
    Terms terms = reader.terms;
    var id = map.required("offer", scalars::id);
    var title = map.requiredText("title", scalars::text);
    var zone = map.required("zone", scalars::zone);
    var provider = map.optional("provider", scalars::text);
    ZoneId read = zone.given().orElse(ZoneOffset.UTC);
    var calendars =
        map.named("calendars", new Calendars(reader.reading, read, Folder.NONE)::calendar);
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

  private static Optional<Requirements> requirements(
      CompanionYaml reader, YamlValue.Mapping root, MapReader map) {
    var id = map.required("requirements", reader.scalars::id);
    var title = map.requiredText("title", reader.scalars::text);
    var each = map.named("needs", reader::requirement);
    return map.build(() -> new Requirements(id.value(), title.value(), each));
  }

  private Optional<Requirements.Requirement> requirement(YamlValue value) {
    return reading.map(
        value,
        "requirement",
        map -> {
          var text = map.requiredText("text", scalars::text);
          var area = map.optional("area", scalars::text);
          var priority = map.optional("priority", scalars.word(PRIORITIES.toArray(String[]::new)));
          var source = map.optional("source", scalars::text);
          var need = map.optional("need", new Levels(terms, false)::level);
          var metrics = map.listOrOne("metric", scalars::reference);
          var steps = map.listOrOne("steps", scalars::reference);
          return map.build(
              () ->
                  new Requirements.Requirement(
                      text.value(), area, priority, source, need, metrics, steps));
        });
  }

  private static Optional<SuccessMetrics> successMetrics(
      CompanionYaml reader, YamlValue.Mapping root, MapReader map) {
    var id = map.required("success-metrics", reader.scalars::id);
    var title = map.requiredText("title", reader.scalars::text);
    var each = map.named("measures", reader::successMetric);
    return map.build(() -> new SuccessMetrics(id.value(), title.value(), each));
  }

  private Optional<SuccessMetrics.SuccessMetric> successMetric(YamlValue value) {
    return reading.map(
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
                  new SuccessMetrics.SuccessMetric(name.value(), baseline, target, source, serves));
        });
  }
}
