package org.plumbline.check;

import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Service;

/** Names in the sections about who takes part: roles, references, services, duties, reports. */
final class NamesOfParties implements Rule {

  @Override
  public void check(Draft draft) {
    Names names = new Names(draft);
    Agreement agreement = draft.agreement();
    for (String party : List.of("customer", "provider")) {
      if (!agreement.parties().containsKey(party) && !draft.stands("parties/" + party)) {
        draft.tellUnknown("party", party, "parties", List.of());
      }
    }
    agreement
        .roles()
        .forEach(
            (id, role) -> {
              names.party(role.party(), "roles/" + id + "/party");
              if (!Names.M3_ROLES.contains(role.standsFor())) {
                draft.tellUnknown(
                    "role of M3", role.standsFor(), "roles/" + id + "/stands-for", Names.M3_ROLES);
              }
            });
    for (int i = 0; i < agreement.references().size(); i++) {
      List<String> scope = agreement.references().get(i).scope();
      for (int j = 0; j < scope.size(); j++) {
        names.service(scope.get(j), "references/" + i + "/scope/" + j);
      }
    }
    agreement.calendar().ifPresent(calendar -> names.calendar(calendar, "calendar"));
    agreement.services().forEach((id, service) -> service(id, service, names, agreement));
    commitments(agreement, names);
    agreement
        .reports()
        .flatMap(reports -> reports.issuedBy())
        .ifPresent(party -> names.party(party, "reports/issued-by"));
    agreement
        .reconsideration()
        .ifPresent(
            r -> {
              for (int i = 0; i < r.escalation().size(); i++) {
                names.role(r.escalation().get(i), "reconsideration/escalation/" + i);
              }
              r.clause().ifPresent(clause -> names.clause(clause, "reconsideration/clause"));
            });
    for (int i = 0; i < agreement.clauses().size(); i++) {
      List<Clause.Accepted> accepts = agreement.clauses().get(i).accepts();
      for (int j = 0; j < accepts.size(); j++) {
        names.role(accepts.get(j).by(), "clauses/" + i + "/accepts/" + j + "/by");
      }
    }
    agreement
        .open()
        .forEach((path, open) -> names.partyOrRole(open.owedBy(), path + "/to-be-agreed/owed-by"));
  }

  private static void service(String id, Service service, Names names, Agreement agreement) {
    for (int i = 0; i < service.fees().size(); i++) {
      String per = service.fees().get(i).per();
      if (!agreement.metrics().containsKey(per)) {
        names.period(per, "services/" + id + "/fees/" + i + "/per");
      }
    }
    service
        .billing()
        .flatMap(billing -> billing.every())
        .ifPresent(every -> names.period(every, "services/" + id + "/billing/every"));
  }

  private static void commitments(Agreement agreement, Names names) {
    agreement
        .commitments()
        .forEach(
            (id, commitment) -> {
              String path = "commitments/" + id;
              names.party(commitment.performing(), path + "/performing");
              commitment.owner().ifPresent(owner -> names.role(owner, path + "/owner"));
              commitment.fundedBy().ifPresent(party -> names.party(party, path + "/funded-by"));
              commitment.every().ifPresent(every -> names.period(every, path + "/every"));
            });
  }
}
