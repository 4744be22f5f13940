package org.plumbline.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.companion.Offer;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;

/**
 * Names in the documents beside an agreement, against each other and against the agreement: what
 * the one calls by a name, the other has to define.
 */
public final class DocumentNames {

  /** Where the parts of an offer stand that are checked as those of an agreement. */
  private static final List<String> OFFERED = List.of("metrics/", "records/", "calendars/");

  private final Agreement agreement;
  private final Findings findings = new Findings();

  private DocumentNames(Agreement agreement) {
    this.agreement = agreement;
  }

  /**
   * All findings about names, of the agreement and of each document in file order.
   *
   * @param places where the agreement's parts stand
   */
  public static List<Finding> of(Agreement agreement, Places places, CompanionYaml.Read included) {
    DocumentNames names = new DocumentNames(agreement);
    Companions documents = included.companions();
    Lookup own = names.lookup(places);
    Optional<Lookup> conops = names.lookup("conops", included);
    Optional<Lookup> offer = names.lookup("offer", included);
    Optional<Lookup> requirements = names.lookup("requirements", included);
    Optional<Lookup> success = names.lookup("success-metrics", included);
    documents.conops().ifPresent(all -> names.conops(all, own, conops.orElse(own)));
    documents.offer().ifPresent(all -> names.offer(all, own, offer.orElse(own)));
    List<String> clauses = agreement.clauses().stream().map(Clause::id).toList();
    documents
        .requirements()
        .ifPresent(
            all ->
                all.requirements()
                    .forEach(
                        (id, need) -> {
                          Lookup at = requirements.orElse(own);
                          String path = "needs/" + id;
                          at.all("metric", need.metrics(), names.metrics(), path + "/metric");
                          at.all("clause", need.clauses(), clauses, path + "/clause");
                          documents
                              .conops()
                              .ifPresent(
                                  c -> at.all("step", need.steps(), steps(c), path + "/steps"));
                        }));
    documents
        .successMetrics()
        .ifPresent(
            all ->
                all.successMetrics()
                    .forEach(
                        (id, wanted) ->
                            success
                                .orElse(own)
                                .all(
                                    "metric",
                                    wanted.serves(),
                                    names.metrics(),
                                    "measures/" + id + "/serves")));
    return names.findings.inFileOrder();
  }

  private Lookup lookup(Places places) {
    return new Lookup(places, findings);
  }

  private Optional<Lookup> lookup(String kind, CompanionYaml.Read included) {
    return Optional.ofNullable(included.places().get(kind)).map(this::lookup);
  }

  private Set<String> metrics() {
    return agreement.metrics().keySet();
  }

  private void conops(Conops conops, Lookup own, Lookup at) {
    new ConopsNames(agreement, conops, at).check();
    Set<String> steps = steps(conops);
    agreement
        .metrics()
        .forEach(
            (id, metric) -> own.all("step", metric.steps(), steps, "metrics/" + id + "/steps"));
  }

  /** What the steps of a concept of operations are called: {@code process/step}. */
  static Set<String> steps(Conops conops) {
    Set<String> steps = new LinkedHashSet<>();
    conops
        .processes()
        .forEach((id, process) -> process.steps().forEach(s -> steps.add(id + "/" + s.id())));
    return steps;
  }

  /**
   * An offer's metrics stand in the surroundings of the agreement that includes it: its parties,
   * periods and services. What is wrong with them by themselves is told where they stand.
   */
  private void offer(Offer offer, Lookup own, Lookup at) {
    List<String> known = new ArrayList<>();
    offer.metrics().keySet().forEach(id -> known.add(offer.id() + "/" + id));
    agreement
        .metrics()
        .forEach(
            (id, metric) ->
                metric
                    .adopts()
                    .ifPresent(
                        adopted ->
                            own.require(
                                "metric of the offer",
                                adopted,
                                known,
                                "metrics/" + id + "/adopts")));
    Checker.check(offer.within(agreement), at.places()).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> OFFERED.stream().anyMatch(finding.place().path()::startsWith))
        .forEach(findings::add);
  }

  /** Looks names up and tells those that nothing defines, in one document. */
  record Lookup(Places places, Findings findings) {

    void require(String kind, String name, Collection<String> known, String path) {
      if (!known.contains(name)) {
        findings.add(UnknownName.told(kind, name, places.at(path), known));
      }
    }

    void all(String kind, List<String> names, Collection<String> known, String path) {
      for (int i = 0; i < names.size(); i++) {
        require(kind, names.get(i), known, path + "/" + i);
      }
    }

    void tell(FindingCode code, String path, String found, String right) {
      findings.add(Finding.of(code, places.at(path), found, right));
    }
  }
}
