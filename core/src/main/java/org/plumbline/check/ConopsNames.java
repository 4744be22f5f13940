package org.plumbline.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.finding.FindingCode;

/**
 * Names in a concept of operations: parties, roles, areas, steps, calendars and systems. What the
 * agreement defines is known here as well.
 */
final class ConopsNames {

  private final Agreement agreement;
  private final Conops conops;
  private final DocumentNames.Lookup at;
  private final Set<String> parties;
  private final Set<String> calendars;
  private final Set<String> roles;

  ConopsNames(Agreement agreement, Conops conops, DocumentNames.Lookup at) {
    this.agreement = agreement;
    this.conops = conops;
    this.at = at;
    parties = joined(conops.parties().keySet(), agreement.parties().keySet());
    calendars = joined(conops.calendars().keySet(), agreement.calendars().keySet());
    calendars.add(Agreement.ALWAYS);
    roles = joined(conops.roles().keySet(), agreement.roles().keySet());
    roles.addAll(new TreeSet<>(Names.M3_ROLES));
  }

  void check() {
    both();
    conops
        .roles()
        .forEach(
            (id, role) -> {
              at.require("party", role.party(), parties, "roles/" + id + "/party");
              at.require(
                  "role of M3", role.standsFor(), Names.M3_ROLES, "roles/" + id + "/stands-for");
            });
    conops
        .works()
        .forEach(
            (party, calendar) -> {
              at.require("party", party, parties, "works/" + party);
              at.require("calendar", calendar, calendars, "works/" + party);
            });
    conops.areas().forEach((id, area) -> area(area, "areas/" + id));
    conops.processes().forEach((id, process) -> process(process, "processes/" + id));
    Set<String> steps = DocumentNames.steps(conops);
    conops
        .retained()
        .forEach(
            (role, retained) -> {
              role(role, "retained/" + role);
              at.all("step", retained.does(), steps, "retained/" + role + "/does");
            });
    conops
        .layers()
        .forEach(
            (id, layer) -> {
              at.all("party", layer.asIs(), parties, "layers/" + id + "/as-is");
              at.all("party", layer.toBe(), parties, "layers/" + id + "/to-be");
            });
  }

  private void area(Conops.Area area, String path) {
    area.accountable().ifPresent(role -> role(role, path + "/accountable"));
    roles(area.responsible(), path + "/responsible");
    roles(area.consulted(), path + "/consulted");
    roles(area.informed(), path + "/informed");
  }

  private void process(Conops.Process process, String path) {
    process
        .area()
        .ifPresent(area -> at.require("area", area, conops.areas().keySet(), path + "/area"));
    systems(process.systems(), path + "/systems");
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < process.steps().size(); i++) {
      Conops.Step step = process.steps().get(i);
      String own = path + "/steps/" + i;
      if (!ids.add(step.id())) {
        at.tell(
            FindingCode.DEFINED_TWICE,
            own + "/id",
            "two steps of the process are called " + Words.quoted(step.id()),
            "give one of them another id");
      }
      at.all("party", step.asIs(), parties, own + "/as-is");
      at.all("party", step.toBe(), parties, own + "/to-be");
      step.accountable().ifPresent(role -> role(role, own + "/accountable"));
      roles(step.responsible(), own + "/responsible");
      roles(step.consulted(), own + "/consulted");
      roles(step.informed(), own + "/informed");
      step.calendar().ifPresent(c -> at.require("calendar", c, calendars, own + "/calendar"));
    }
    order(process, path, ids);
  }

  /** What a step waits for is a step of its process, and none waits for itself. */
  private void order(Conops.Process process, String path, Set<String> ids) {
    Set<String> circles = process.circles();
    for (int i = 0; i < process.steps().size(); i++) {
      Conops.Step step = process.steps().get(i);
      String own = path + "/steps/" + i + "/after";
      if (!step.after().equals(List.of(Conops.Step.NONE))) {
        at.all("step", step.after(), ids, own);
      }
      if (!step.after().isEmpty() && circles.contains(step.id())) {
        at.tell(
            FindingCode.CIRCLE,
            own,
            "the step " + Words.quoted(step.id()) + " waits for itself",
            "name only steps that are done before it");
      }
    }
  }

  private void roles(List<String> names, String path) {
    for (int i = 0; i < names.size(); i++) {
      role(names.get(i), path + "/" + i);
    }
  }

  /** {@code program-manager}, {@code provider/program-manager}, or a party as a whole. */
  private void role(String name, String path) {
    int slash = name.indexOf('/');
    if (slash >= 0) {
      at.require("party", name.substring(0, slash), parties, path);
      at.require("role", name.substring(slash + 1), roles, path);
    } else if (!parties.contains(name)) {
      at.require("party or role", name, joined(parties, roles), path);
    }
  }

  /** What both documents define is the same in both. */
  private void both() {
    conops
        .parties()
        .forEach(
            (id, party) -> {
              Party signed = agreement.parties().get(id);
              if (signed != null && !signed.name().equals(party.name())) {
                at.tell(
                    FindingCode.DOCUMENTS_DISAGREE,
                    "parties/" + id + "/name",
                    Words.quoted(party.name())
                        + " is called "
                        + Words.quoted(signed.name())
                        + " in the agreement",
                    "write one name in both, or include the right document");
              }
            });
    conops
        .calendars()
        .forEach(
            (id, calendar) -> {
              if (agreement.calendars().containsKey(id)
                  && !calendar.calendar().equals(agreement.calendars().get(id).calendar())) {
                at.tell(
                    FindingCode.DOCUMENTS_DISAGREE,
                    "calendars/" + id,
                    "the agreement has another calendar of this id, and that one holds",
                    "leave it out here, or give it an id of its own");
              }
            });
  }

  /** A system is written as services write it; one that no service has is no slip. */
  private void systems(List<String> systems, String path) {
    Map<String, String> known = new LinkedHashMap<>();
    agreement
        .services()
        .values()
        .forEach(service -> service.systems().forEach(system -> known.put(id(system), system)));
    for (int i = 0; i < systems.size(); i++) {
      String system = systems.get(i);
      Optional<String> near =
          known.containsValue(system)
              ? Optional.empty()
              : Words.nearest(system, known.keySet()).map(known::get);
      if (near.isPresent()) {
        at.tell(
            FindingCode.DOCUMENTS_DISAGREE,
            path + "/" + i,
            "no service has the system " + Words.quoted(system),
            "did you mean " + Words.quoted(near.get()) + "?");
      }
    }
  }

  private static String id(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static Set<String> joined(Collection<String> some, Collection<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }
}
