package org.plumbline.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;

/**
 * The agreement under check, with what rules ask of it more than once: its record sets with their
 * names resolved, its metrics, and a list of everything that is used somewhere.
 */
final class Draft {

  private final Agreement agreement;
  private final Places places;
  private final BindingFacts binding;
  private final Findings findings = new Findings();
  private final Map<String, SetView> sets = new LinkedHashMap<>();
  private final List<MetricView> metrics = new ArrayList<>();
  private final Uses uses;
  private final Set<String> testingDays = new HashSet<>();

  Draft(Agreement agreement, Places places, BindingFacts binding) {
    this.agreement = agreement;
    this.places = places;
    this.binding = binding;
    agreement.records().forEach(this::addSet);
    RegisterSets.SETS.forEach(this::addSet);
    agreement.metrics().forEach((id, metric) -> metrics.add(new MetricView(id, metric, this)));
    uses = Walk.over(this);
    uses.caseConditions().forEach(this::noteDays);
  }

  private void addSet(String id, RecordSet set) {
    sets.put(id, new SetView(id, set, this));
  }

  private void noteDays(Uses.CaseCondition use) {
    boolean days =
        Terms.tests(use.condition(), use.path()).stream()
            .flatMap(test -> test.literals().stream())
            .anyMatch(l -> Terms.time(l).filter(DayCountingUsed::isDays).isPresent());
    if (days) {
      use.metric().ifPresent(metric -> testingDays.add(metric.id()));
    }
  }

  Agreement agreement() {
    return agreement;
  }

  BindingFacts binding() {
    return binding;
  }

  /** Everything that is used somewhere. */
  Uses uses() {
    return uses;
  }

  /** Whether a condition of the metric tests its time in days. */
  boolean daysAreTested(MetricView metric) {
    return testingDays.contains(metric.id());
  }

  /** The metrics in the order written. */
  List<MetricView> metrics() {
    return metrics;
  }

  /** A record set of the agreement or of the register. */
  Optional<SetView> set(String id) {
    return Optional.ofNullable(sets.get(id));
  }

  /** The ids of all record sets that a metric may name. */
  Collection<String> setIds() {
    return sets.keySet();
  }

  /** The record sets of the agreement in the order written. */
  List<SetView> recordSets() {
    return sets.values().stream().filter(set -> !set.isRegister()).toList();
  }

  /** Tells a finding about the part at a path. */
  void tell(FindingCode code, String path, String found, String right) {
    findings.add(Finding.of(code, places.at(path), found, right));
  }

  /** Tells a finding that weighs more or less than its kind usually does. */
  void tell(FindingCode code, Severity severity, String path, String found, String right) {
    findings.add(new Finding(code, severity, places.at(path), found, right));
  }

  /** Whether something stands at a path, even if it could not be read. */
  boolean stands(String path) {
    return places.has(path);
  }

  /** The path of a bound of a line; {@code between} is two bounds. */
  String pathOf(String line, Level.Bound bound) {
    String path = line + "/" + bound.comparison().key();
    return stands(path) || stands(path.replace("/0/", "/")) ? path : line + "/between";
  }

  /**
   * Tells that a name is not defined, with the nearest one that is.
   *
   * @param under where it would be defined; what stands there and could not be read is not told
   */
  void requireKnown(String kind, String name, String path, Collection<String> known, String under) {
    if (!known.contains(name) && !stands(under + "/" + name)) {
      tellUnknown(kind, name, path, known);
    }
  }

  /** Tells that a name is not defined, with the nearest one that is. */
  void tellUnknown(String kind, String name, String path, Collection<String> known) {
    // A name that is looked for in vain costs more than it is worth where nothing is kept any more.
    if (!findings.isFull() || !findings.hasErrors()) {
      findings.add(UnknownName.told(kind, name, places.at(path), known));
    }
  }

  /** All findings so far, in file order. */
  List<Finding> findings() {
    return findings.inFileOrder();
  }
}
