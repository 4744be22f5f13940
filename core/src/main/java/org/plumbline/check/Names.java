package org.plumbline.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.agreement.Role;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/** Asks whether names of one draft are defined, and tells those that are not. */
final class Names {

  /** The stakeholder roles of M3, as ids (M3 playbook, glossary of roles). */
  static final Set<String> M3_ROLES = Role.M3_ROLES;

  /** Periods that need no definition. */
  static final List<String> BUILT_IN_PERIODS =
      List.of("week", "month", "quarter", "year", "fiscal-quarter");

  private final Draft draft;
  private final Agreement agreement;
  private final Set<String> clauses = new LinkedHashSet<>();

  Names(Draft draft) {
    this.draft = draft;
    agreement = draft.agreement();
    agreement.clauses().stream().map(Clause::id).forEach(clauses::add);
  }

  void party(String name, String path) {
    draft.requireKnown("party", name, path, agreement.parties().keySet(), "parties");
  }

  /** A party, or one of some words that stand for one. */
  void partyOr(String name, String path, String... words) {
    if (!List.of(words).contains(name)) {
      party(name, path);
    }
  }

  /** A role: {@code program-manager}, or {@code provider/program-manager}. */
  void role(String name, String path) {
    int slash = name.indexOf('/');
    String role = name.substring(slash + 1);
    if (slash >= 0) {
      party(name.substring(0, slash), path);
    }
    if (!M3_ROLES.contains(role)) {
      Set<String> known = new LinkedHashSet<>(agreement.roles().keySet());
      known.addAll(new java.util.TreeSet<>(M3_ROLES));
      draft.requireKnown("role", role, path, known, "roles");
    }
  }

  /** A party or a role. */
  void partyOrRole(String name, String path) {
    if (!agreement.parties().containsKey(name)) {
      Set<String> known = new LinkedHashSet<>(agreement.parties().keySet());
      known.addAll(agreement.roles().keySet());
      known.addAll(M3_ROLES);
      if (name.contains("/")) {
        role(name, path);
      } else if (!draft.stands("roles/" + name)) {
        draft.requireKnown("party or role", name, path, known, "parties");
      }
    }
  }

  void calendar(String name, String path) {
    if (!name.equals(Agreement.ALWAYS)) {
      draft.requireKnown("calendar", name, path, agreement.calendars().keySet(), "calendars");
    }
  }

  void period(String name, String path) {
    if (!BUILT_IN_PERIODS.contains(name)) {
      draft.requireKnown("period", name, path, periods(), "periods");
    } else if (name.equals("fiscal-quarter") && !hasFiscalYear()) {
      draft.tell(
          FindingCode.NO_FISCAL_YEAR,
          path,
          "fiscal quarters are used, and no fiscal year of twelve months is defined",
          "write periods: {fiscal-year: {every: 12 months, from: 2026-10-01, named-by: end}}");
    }
  }

  private boolean hasFiscalYear() {
    NamedPeriod year = agreement.periods().get("fiscal-year");
    return year == null
        ? draft.stands("periods/fiscal-year")
        : year.every()
            .filter(e -> e.kind() == TimeAmount.Kind.BY_DATE_MONTHS && e.months() == 12)
            .isPresent();
  }

  /** The names of all periods. */
  Collection<String> periods() {
    return joined(agreement.periods().keySet(), BUILT_IN_PERIODS);
  }

  void service(String name, String path) {
    draft.requireKnown("service", name, path, agreement.services().keySet(), "services");
  }

  void metric(String name, String path) {
    draft.requireKnown("metric", name, path, agreement.metrics().keySet(), "metrics");
  }

  void remedy(String name, String path) {
    draft.requireKnown("remedy", name, path, agreement.remedies().keySet(), "remedies");
  }

  void pool(String name, String path) {
    draft.requireKnown("pool", name, path, agreement.pools().keySet(), "pools");
  }

  /** Fees, what is billed, or a pool. */
  void money(String name, String path) {
    if (!name.equals("fees") && !name.equals("billed")) {
      draft.requireKnown(
          "amount of money",
          name,
          path,
          joined(agreement.pools().keySet(), List.of("fees", "billed")),
          "pools");
    }
  }

  void clause(String name, String path) {
    boolean allRead = !draft.stands("clauses/" + agreement.clauses().size());
    if (!clauses.contains(name) && allRead) {
      draft.tellUnknown("clause", name, path, clauses);
    }
  }

  void records(String name, String path) {
    draft.requireKnown("record set", name, path, draft.setIds(), "records");
  }

  /** A fact of a party: {@code customer.employees}. */
  void fact(String name, String path) {
    int dot = name.indexOf('.');
    String party = name.substring(0, Math.max(dot, 0));
    if (!agreement.parties().containsKey(party)) {
      party(party, path);
      return;
    }
    Set<String> facts = new HashSet<>();
    agreement.parties().get(party).facts().keySet().forEach(f -> facts.add(party + "." + f));
    if (!facts.contains(name)
        && !draft.stands("parties/" + party + "/facts/" + name.substring(dot + 1))) {
      draft.tellUnknown("fact", name, path, facts);
    }
  }

  private static Collection<String> joined(Collection<String> some, Collection<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }
}
