package org.plumbline.wording;

import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Role;
import org.plumbline.agreement.Turn;
import org.plumbline.evaluate.PartyTime;

/** What the agreement's ids are called in sentences. */
final class Names {

  private final Agreement agreement;

  Names(Agreement agreement) {
    this.agreement = agreement;
  }

  /** A party in a sentence: {@code the provider}; a third party by its name. */
  String party(String id) {
    if (id.equals(Party.CUSTOMER) || id.equals(Party.PROVIDER)) {
      return "the " + id;
    }
    if (id.equals(Turn.NOBODY)) {
      return "nobody";
    }
    if (id.equals(PartyTime.UNASSIGNED)) {
      return "unassigned";
    }
    if (id.equals("either")) {
      return "either party";
    }
    if (id.equals("other")) {
      return "the other party";
    }
    Party party = agreement.parties().get(id);
    return party == null ? Phrases.words(id) : party.name();
  }

  /** The party's name alone; the word for time that is no party's. */
  String partyName(String id) {
    Party party = agreement.parties().get(id);
    return party == null ? Phrases.capital(party(id)) : party.name();
  }

  /** A party with its name: {@code the provider (Service Desk Center)}. */
  String partyInFull(String id) {
    Party party = agreement.parties().get(id);
    String called = party(id);
    return party == null || party.name().equals(called)
        ? called
        : called + " (" + party.name() + ")";
  }

  /** Whose: {@code the provider's}. */
  String whose(String id) {
    String called = party(id);
    return called.endsWith("s") ? called + "’" : called + "’s";
  }

  /** The cases of a record set: {@code incidents}. */
  String cases(String recordSet) {
    int slash = recordSet.indexOf('/');
    return Phrases.words(slash < 0 ? recordSet : recordSet.substring(slash + 1));
  }

  /** A metric in a sentence, by its name. */
  String metric(String id) {
    Metric metric = agreement.metrics().get(id);
    return metric == null ? Phrases.quoted(id) : "“" + metric.name() + "”";
  }

  /** Whether the id is one of a metric and of no field or moment. */
  boolean isMetric(String id) {
    boolean ofCases =
        agreement.records().values().stream()
            .anyMatch(set -> set.fields().containsKey(id) || set.moments().containsKey(id));
    return agreement.metrics().containsKey(id) && !ofCases;
  }

  /** A service, by its name. */
  String service(String id) {
    return Optional.ofNullable(agreement.services().get(id))
        .map(service -> service.name())
        .orElseGet(() -> Phrases.words(id));
  }

  /** A clause, by its heading. */
  String clause(String id) {
    return agreement.clauses().stream()
        .filter(clause -> clause.id().equals(id))
        .map(Clause::heading)
        .findFirst()
        .map(heading -> "clause “" + heading + "”")
        .orElseGet(() -> "clause " + Phrases.quoted(id));
  }

  /** A role, {@code party/role} or a role alone. */
  String role(String path) {
    int slash = path.indexOf('/');
    String id = slash < 0 ? path : path.substring(slash + 1);
    Role declared = agreement.roles().get(id);
    String name = declared == null ? Phrases.words(id) : declared.name();
    return slash < 0 ? "the " + name : whose(path.substring(0, slash)) + " " + name;
  }
}
