package org.plumbline.review;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Stabilization;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.chain.Chain;
import org.plumbline.chain.Link;

/**
 * Whether everything that is done is somebody's (key task 3.14), and everything delivered is
 * measured (3.16, 4.19).
 */
final class Coverage {

  private static final String OF_ROLES = "M3 Playbook 3.14";
  private static final String OF_METRICS = "M3 Playbook 3.16";
  private static final String OF_STEPS = "M3 Playbook 4.19";

  /** The areas of operation and maintenance that key task 3.14 names, by words. */
  private static final Map<String, String> AREAS = new LinkedHashMap<>();

  static {
    AREAS.put("System support", "system|application|technical|support");
    AREAS.put("Incident management", "incident|service desk|help desk");
    AREAS.put("Change and release", "change|release");
    AREAS.put("Oversight of service levels", "sla\\b|service level|oversight|performance");
    AREAS.put("Governance", "governance");
  }

  /** Days of heightened service after go-live (key task 5.5). */
  private static final int HEIGHTENED = 90;

  private final Agreement agreement;
  private final List<Row> rows = new ArrayList<>();

  private Coverage(Agreement agreement) {
    this.agreement = agreement;
  }

  static List<Row> of(Agreement agreement, Optional<Conops> conops, List<Chain> chains) {
    Coverage coverage = new Coverage(agreement);
    if (conops.isPresent()) {
      coverage.steps(conops.get());
      coverage.areas(conops.get());
      coverage.delivered(conops.get());
    } else {
      coverage.missing(
          OF_ROLES,
          "Who performs each step of each process",
          "write includes: {conops: conops.yaml}");
    }
    coverage.systems();
    coverage.owners();
    coverage.data();
    coverage.remedies();
    coverage.duties(chains);
    coverage.stabilization();
    return coverage.rows;
  }

  private void missing(String source, String asked, String mend) {
    rows.add(new Row(source, asked, Row.Standing.MISSING, mend));
  }

  private void has(String source, String asked, String by) {
    rows.add(new Row(source, asked, Row.Standing.SATISFIED, by));
  }

  /** One row where all is well, else one row for each that is not. */
  private void each(String source, String asked, List<String> lacking, long all, String mend) {
    if (lacking.isEmpty()) {
      has(source, asked, "all " + all);
    }
    lacking.forEach(one -> missing(source, asked, one + ": " + mend));
  }

  private void steps(Conops conops) {
    List<String> nobody = new ArrayList<>();
    List<String> unassigned = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    long count = 0;
    for (Map.Entry<String, Conops.Process> process : conops.processes().entrySet()) {
      boolean answered =
          process
              .getValue()
              .area()
              .map(conops.areas()::get)
              .flatMap(Conops.Area::accountable)
              .isPresent();
      for (Conops.Step step : process.getValue().steps()) {
        String reference = process.getKey() + "/" + step.id();
        count++;
        if (step.accountable().isEmpty() && !answered) {
          nobody.add(reference);
        }
        if (step.toBe().isEmpty()) {
          unassigned.add(reference);
        }
      }
    }
    agreement.metrics().values().stream()
        .flatMap(metric -> metric.steps().stream())
        .filter(step -> conops.step(step).isEmpty())
        .forEach(unknown::add);
    each(
        OF_ROLES,
        "One accountable role for each step",
        nobody,
        count,
        "write accountable: here or in its area");
    each(OF_ROLES, "Who performs each step in the target state", unassigned, count, "write to-be:");
    if (!unknown.isEmpty()) {
      each(
          OF_ROLES,
          "Steps that metrics name are in the concept of operations",
          unknown,
          0,
          "no such step");
    }
  }

  private void areas(Conops conops) {
    for (Map.Entry<String, String> wanted : AREAS.entrySet()) {
      Pattern words = Pattern.compile(wanted.getValue(), Pattern.CASE_INSENSITIVE);
      Optional<Map.Entry<String, Conops.Area>> area =
          conops.areas().entrySet().stream()
              .filter(e -> words.matcher(e.getKey() + " " + e.getValue().name()).find())
              .filter(e -> e.getValue().accountable().isPresent())
              .findFirst();
      rows.add(
          Row.of(
              OF_ROLES,
              wanted.getKey() + " is assigned",
              area.isPresent(),
              area.map(e -> "area " + e.getKey() + ", " + e.getValue().accountable().orElse(""))
                  .orElse(""),
              "write an area with accountable: and responsible:"));
    }
  }

  private void delivered(Conops conops) {
    List<String> unmeasured = new ArrayList<>();
    Set<String> measured = new LinkedHashSet<>();
    agreement.metrics().values().forEach(m -> measured.addAll(m.steps()));
    Set<String> processes = new LinkedHashSet<>();
    measured.forEach(step -> processes.add(step.split("/", -1)[0]));
    long delivered = 0;
    for (Map.Entry<String, Conops.Process> process : conops.processes().entrySet()) {
      if (process.getValue().steps().stream().anyMatch(Conops.Step::isDelivered)) {
        delivered++;
        if (!processes.contains(process.getKey())) {
          unmeasured.add(process.getKey());
        }
      }
    }
    each(
        OF_METRICS,
        "Delivered and shared processes have a metric",
        unmeasured,
        delivered,
        "let a metric name one of its steps");
    Set<String> known = new LinkedHashSet<>();
    agreement.services().values().forEach(service -> known.addAll(service.systems()));
    List<String> systems = new ArrayList<>();
    long count = 0;
    for (Conops.Process process : conops.processes().values()) {
      for (String system : process.systems()) {
        count++;
        if (!known.contains(system) && !systems.contains(system)) {
          systems.add(system);
        }
      }
    }
    each(
        OF_METRICS,
        "Systems of the processes belong to a service",
        systems,
        count,
        "name it in systems: of a service");
  }

  private void systems() {
    List<String> unmeasured = new ArrayList<>();
    for (String id : agreement.services().keySet()) {
      if (agreement.metrics().values().stream()
          .noneMatch(m -> m.service().equals(Optional.of(id)) && isPromised(m.target()))) {
        unmeasured.add(id);
      }
    }
    each(
        OF_METRICS,
        "Each service has a metric with a target",
        unmeasured,
        agreement.services().size(),
        "write a metric with service: " + (unmeasured.isEmpty() ? "" : unmeasured.get(0)));
  }

  private static boolean isPromised(Level level) {
    return !(level instanceof Level.NotPromised);
  }

  private void owners() {
    for (String party : List.of(Party.CUSTOMER, Party.PROVIDER)) {
      Optional<String> owner =
          agreement.commitments().values().stream()
              .flatMap(commitment -> commitment.owner().stream())
              .filter(role -> role.startsWith(party + "/"))
              .findFirst();
      boolean owes =
          agreement.metrics().values().stream()
              .anyMatch(m -> m.performing().equals(party) && isPromised(m.target()));
      rows.add(
          Row.of(
              OF_STEPS,
              "The " + party + " owes something, and a role of it answers for that",
              owner.isPresent() && owes,
              owner.orElse(""),
              owes
                  ? "write a commitment with owner: " + party + "/program-manager"
                  : "write a metric with performing: " + party));
    }
  }

  private void data() {
    List<String> lacking = new ArrayList<>();
    Set<String> read = new LinkedHashSet<>();
    agreement.metrics().values().stream()
        .filter(metric -> isPromised(metric.target()))
        .map(metric -> metric.records())
        .filter(agreement.records()::containsKey)
        .forEach(read::add);
    for (String id : read) {
      RecordSet set = agreement.records().get(id);
      Optional<Delivery> delivery = set == null ? Optional.empty() : set.delivery();
      boolean made = set != null && !(set.origin() instanceof Origin.Supplied);
      boolean known =
          delivery.filter(d -> !d.suppliedBy().isEmpty() && d.due().isPresent()).isPresent();
      if (!known && !made) {
        lacking.add(id);
      }
    }
    each(
        OF_METRICS,
        "Each record set says who supplies it and when",
        lacking,
        read.size(),
        "write delivery: {supplied-by: …, due: …}");
  }

  private void remedies() {
    List<String> ownerless = new ArrayList<>();
    agreement
        .remedies()
        .forEach(
            (id, remedy) -> {
              boolean action = remedy.effect() instanceof Remedy.Effect.Action;
              if (action && remedy.owner().isEmpty()) {
                ownerless.add(id);
              }
            });
    each(
        OF_METRICS,
        "Each action that follows has an owner",
        ownerless,
        agreement.remedies().size(),
        "write owner:");
  }

  private void duties(List<Chain> chains) {
    List<String> unpromised = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Chain chain : chains) {
      for (Link link : chain.links()) {
        boolean own = link.parties().contains(chain.performing());
        if (own
            || !chain.performing().equals(Party.PROVIDER)
            || !seen.add(chain.metric() + " " + link.reference())) {
          continue;
        }
        boolean promised =
            agreement.metrics().entrySet().stream()
                .anyMatch(
                    e ->
                        e.getValue().performing().equals(link.party())
                            && (e.getValue().steps().contains(link.reference())
                                || e.getKey().equals(link.reference())));
        if (!promised) {
          unpromised.add(link.reference());
        }
      }
    }
    if (!seen.isEmpty()) {
      each(
          OF_STEPS,
          "Steps of others inside a promise of the provider are promised as well",
          unpromised.stream().distinct().toList(),
          seen.size(),
          "write a metric that names the step");
    }
  }

  private void stabilization() {
    Optional<Stabilization> period = agreement.stabilization();
    long days =
        period
            .map(p -> ChronoUnit.DAYS.between(agreement.performancePeriod().from(), p.until()) + 1)
            .orElse(0L);
    rows.add(
        Row.of(
            "M3 Playbook 5.5",
            "Heightened service for 90 days after go-live",
            days >= HEIGHTENED,
            days + " days",
            "write stabilization: {until: "
                + agreement.performancePeriod().from().plusDays(HEIGHTENED - 1L)
                + "}"));
    Optional<Map.Entry<String, Commitment>> support =
        agreement.commitments().entrySet().stream()
            .filter(e -> e.getValue().performing().equals(Party.PROVIDER))
            .filter(
                e ->
                    period.isPresent()
                        && e.getValue()
                            .until()
                            .filter(d -> !d.isBefore(period.get().until()))
                            .isPresent())
            .filter(e -> e.getValue().amount().isPresent() && e.getValue().owner().isPresent())
            .findFirst();
    boolean funded = support.flatMap(e -> e.getValue().fundedBy()).isPresent();
    rows.add(
        Row.of(
            OF_STEPS,
            "Support in stabilization: how much, who owns it, who pays",
            funded,
            support.map(e -> "commitment " + e.getKey()).orElse(""),
            "write a commitment with amount:, owner:, funded-by: and until:"));
  }
}
