package org.plumbline.agreement.yaml;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Definition;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.Renewal;
import org.plumbline.agreement.Role;
import org.plumbline.agreement.Stabilization;
import org.plumbline.agreement.ToBeAgreed;

/** Reads the top of an agreement (language.md 2), each section by its own class. */
final class AgreementReader {

  private static final List<String> COMPANIONS =
      List.of("conops", "offer", "requirements", "success-metrics", "calendars");

  private final Terms terms;
  private final Scalars scalars;
  private final YamlValue.Mapping root;
  private final Folder folder;

  AgreementReader(Terms terms, YamlValue.Mapping root, Folder folder) {
    this.terms = terms;
    this.scalars = terms.scalars();
    this.root = root;
    this.folder = folder;
  }

  /** The agreement, as far as it can be read. */
  Optional<Agreement> agreement() {
    return terms.reading().map(root, "agreement", this::read);
  }

  /** Who, what it is called, and for how long: the first part of an agreement. */
  private record Front(
      Required<Integer> language,
      Required<String> id,
      Required<String> title,
      Required<ZoneId> zone,
      Optional<String> marking,
      Required<Map<String, Party>> parties,
      Map<String, Role> roles,
      List<Reference> references,
      Map<String, String> includes,
      Required<PerformancePeriod> performancePeriod,
      Optional<Renewal> renewal,
      Optional<Stabilization> stabilization,
      Optional<Amendment> amendment,
      Map<String, Definition> definitions) {}

  private Front front(MapReader map) {
    Parties parties = new Parties(terms);
    Duties duties = new Duties(terms);
    return new Front(
        Documents.version(map, scalars),
        map.required("agreement", scalars::id),
        map.requiredText("title", scalars::text),
        map.required("zone", scalars::zone),
        map.optional("marking", scalars::text),
        map.requiredNamed("parties", parties::party),
        map.named("roles", parties::role),
        map.list("references", parties::reference),
        map.optional("includes", this::includes).orElse(Map.of()),
        map.required("performance-period", duties::performancePeriod),
        map.optional("renewal", duties::renewal),
        map.optional("stabilization", duties::stabilization),
        map.optional("amendment", duties::amendment),
        map.named("definitions", duties::definition));
  }

  private Optional<Agreement> read(MapReader map) {
    Duties duties = new Duties(terms);
    Remedies remedies = new Remedies(terms);
    Metrics metrics = new Metrics(terms, root);
    Exclusions exclusions = new Exclusions(terms.over(FieldTypes.ofAllSets(root)));
    Front front = front(map);
    ZoneId calendarZone = front.zone().given().orElse(ZoneOffset.UTC);
    Calendars calendars = new Calendars(terms.reading(), calendarZone, folder);
    var calendar = map.optional("calendar", scalars::reference);
    var period = map.optional("period", value -> metrics.period(value, terms));
    var calendarsById = map.named("calendars", calendars::calendar);
    var periods = map.named("periods", calendars::period);
    var services = map.named("services", new Parties(terms)::service);
    var records = map.requiredNamed("records", new RecordSets(terms, root)::recordSet);
    var metricsById = map.requiredNamed("metrics", metrics::metric);
    var remediesById = map.named("remedies", remedies::remedy);
    var pools = map.named("pools", remedies::pool);
    var settlement = map.optional("settlement", remedies::settlement);
    var exclusionsById = map.named("exclusions", exclusions::exclusion);
    var reconsideration = map.optional("reconsideration", remedies::reconsideration);
    var reports = map.optional("reports", duties::reports);
    var commitments = map.named("commitments", duties::commitment);
    var clauses = map.list("clauses", duties::clause);
    return map.build(
        () ->
            new Agreement(
                front.language().value(),
                front.id().value(),
                front.title().value(),
                front.zone().value(),
                front.marking(),
                front.parties().value(),
                front.roles(),
                front.references(),
                front.includes(),
                front.performancePeriod().value(),
                front.renewal(),
                front.stabilization(),
                front.amendment(),
                front.definitions(),
                calendar,
                period,
                calendarsById,
                periods,
                services,
                records.value(),
                metricsById.value(),
                remediesById,
                pools,
                settlement,
                exclusionsById,
                reconsideration,
                reports,
                commitments,
                clauses,
                open()));
  }

  /** Values left open, by their path in the short form: of a level of one line without index. */
  private Map<String, ToBeAgreed> open() {
    Map<String, ToBeAgreed> open = new LinkedHashMap<>();
    terms.reading().open().forEach((path, value) -> open.put(shortPath(path), value));
    return open;
  }

  private String shortPath(String path) {
    StringBuilder result = new StringBuilder();
    YamlValue at = root;
    for (String key : path.split("/", -1)) {
      boolean onlyLine =
          at instanceof YamlValue.Sequence list
              && list.items().size() == 1
              && result.toString().matches(".*/(target|minimum)");
      if (!onlyLine) {
        result.append(result.length() == 0 ? "" : "/").append(key);
      }
      Optional<YamlValue> below = below(at, key);
      if (below.isEmpty()) {
        return path;
      }
      at = below.get();
    }
    return result.toString();
  }

  private static Optional<YamlValue> below(YamlValue value, String key) {
    if (value instanceof YamlValue.Sequence list) {
      int index = key.matches("\\d{1,6}") ? Integer.parseInt(key) : list.items().size();
      return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
    }
    return value instanceof YamlValue.Mapping map
        ? map.entry(key).map(YamlValue.Entry::value)
        : Optional.empty();
  }

  private Optional<Map<String, String>> includes(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "includes",
            map -> {
              Map<String, String> includes = new LinkedHashMap<>();
              for (String kind : COMPANIONS) {
                map.optional(kind, this::path).ifPresent(path -> includes.put(kind, path));
              }
              return map.build(() -> includes);
            });
  }

  private Optional<String> path(YamlValue value) {
    return scalars
        .scalar(value, "a file, such as conops.yaml")
        .filter(scalar -> Paths.check(scalar, scalars))
        .map(YamlValue.Scalar::text);
  }
}
