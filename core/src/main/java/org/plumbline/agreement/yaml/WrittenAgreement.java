package org.plumbline.agreement.yaml;

import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.Definition;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.Renewal;
import org.plumbline.agreement.Reports;
import org.plumbline.agreement.Role;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Stabilization;
import org.plumbline.agreement.ToBeAgreed;
import org.plumbline.agreement.yaml.Written.Entries;

/**
 * Writes an agreement as the language does: only what stands in it, in the order of language.md.
 */
final class WrittenAgreement {

  private WrittenAgreement() {}

  static Entries of(Agreement agreement) {
    Entries entries =
        Entries.block()
            .put("plumbline", Written.bare(String.valueOf(agreement.language())))
            .put("agreement", agreement.id())
            .put("title", agreement.title())
            .put("zone", agreement.zone().getId())
            .putText("marking", agreement.marking())
            .putNamed("parties", agreement.parties(), WrittenAgreement::party)
            .putNamed("roles", agreement.roles(), WrittenAgreement::role)
            .putList("references", agreement.references(), WrittenAgreement::reference)
            .putNamed("includes", agreement.includes(), Written::text)
            .put("performance-period", performance(agreement.performancePeriod()))
            .put("renewal", agreement.renewal(), WrittenAgreement::renewal)
            .put("stabilization", agreement.stabilization(), WrittenAgreement::stabilization)
            .put("amendment", agreement.amendment(), WrittenAgreement::amendment)
            .putNamed("definitions", agreement.definitions(), WrittenAgreement::definition)
            .putText("calendar", agreement.calendar())
            .put("period", agreement.period(), WrittenMetrics::period)
            .putNamed(
                "calendars",
                agreement.calendars(),
                terms -> WrittenCalendars.calendar(terms, agreement.performancePeriod()))
            .putNamed("periods", agreement.periods(), WrittenCalendars::period)
            .putNamed("services", agreement.services(), WrittenAgreement::service)
            .putNamed("records", agreement.records(), WrittenRecords::recordSet)
            .putNamed("metrics", agreement.metrics(), WrittenMetrics::metric)
            .putNamed("remedies", agreement.remedies(), WrittenRemedies::remedy)
            .putNamed("pools", agreement.pools(), WrittenRemedies::pool)
            .put("settlement", agreement.settlement(), WrittenRemedies::settlement)
            .putNamed("exclusions", agreement.exclusions(), WrittenRemedies::exclusion)
            .put("reconsideration", agreement.reconsideration(), WrittenRemedies::reconsideration)
            .put("reports", agreement.reports(), WrittenAgreement::reports)
            .putNamed("commitments", agreement.commitments(), WrittenAgreement::commitment)
            .putList("clauses", agreement.clauses(), WrittenAgreement::clause);
    for (String required : new String[] {"parties", "records", "metrics"}) {
      entries.entries().putIfAbsent(required, Entries.flow());
    }
    for (Map.Entry<String, ToBeAgreed> open : agreement.open().entrySet()) {
      OpenValues.put(entries, open.getKey(), WrittenValues.open(open.getValue()));
    }
    return entries;
  }

  private static Written party(Party party) {
    Entries entries =
        Entries.flow()
            .put("name", party.name())
            .put("federal", party.federal(), flag -> Written.bare(String.valueOf(flag)))
            .putTexts("components", party.components());
    if (!party.facts().isEmpty()) {
      Entries facts = Entries.flow();
      party
          .facts()
          .forEach(
              (id, fact) -> facts.put(id, WrittenValues.varying(fact, WrittenValues::literal)));
      entries.put("facts", facts);
    }
    return entries;
  }

  private static Written role(Role role) {
    return Entries.flow()
        .put("name", role.name())
        .put("party", role.party())
        .put("stands-for", role.standsFor());
  }

  private static Written reference(Reference reference) {
    return Entries.flow()
        .put("kind", reference.kind())
        .put("number", reference.number())
        .putAny("from", reference.from())
        .putAny("until", reference.until())
        .putTexts("scope", reference.scope());
  }

  private static Written performance(PerformancePeriod period) {
    return Entries.flow()
        .put("from", period.from().toString())
        .put("until", period.until().toString())
        .putText("run-out", period.runOut().map(PerformancePeriod.RunOut::key));
  }

  private static Written renewal(Renewal renewal) {
    return Entries.flow()
        .putText("kind", renewal.kind())
        .putAny("notice", renewal.notice())
        .putText("counters", renewal.counters());
  }

  private static Written stabilization(Stabilization stabilization) {
    return Entries.flow()
        .put("until", stabilization.until().toString())
        .putText("money-remedies", stabilization.moneyRemedies());
  }

  private static Written amendment(Amendment amendment) {
    return Entries.block()
        .put("number", Written.bare(String.valueOf(amendment.number())))
        .put("replaces", amendment.replaces())
        .put("effective", amendment.effective().toString())
        .put("reason", amendment.reason())
        .put("driver", amendment.driver())
        .putText("transition", amendment.transition())
        .put("splits-period", amendment.splitsPeriod(), flag -> Written.bare(String.valueOf(flag)))
        .putText("counters", amendment.counters())
        .putText("change-request", amendment.changeRequest())
        .putText("retroactive", amendment.retroactive());
  }

  private static Written definition(Definition definition) {
    return Entries.flow().put("term", definition.term()).put("means", definition.means());
  }

  private static Written service(Service service) {
    return Entries.block()
        .put("name", service.name())
        .putTexts("systems", service.systems())
        .putList(
            "fees",
            service.fees(),
            fee ->
                Entries.flow()
                    .put("amount", WrittenValues.varying(fee.amount(), WrittenValues::money))
                    .put("per", fee.per()))
        .put(
            "billing",
            service.billing(),
            billing ->
                Entries.flow()
                    .putText("every", billing.every())
                    .putAny("pay-within", billing.payWithin()));
  }

  private static Written reports(Reports reports) {
    return Entries.flow()
        .putText("issued-by", reports.issuedBy())
        .putAny("due", reports.due())
        .putText("if-missing", reports.ifMissing());
  }

  private static Written commitment(Commitment commitment) {
    return Entries.flow()
        .put("what", commitment.what())
        .putText("amount", commitment.amount())
        .put("performing", commitment.performing())
        .putText("owner", commitment.owner())
        .putText("funded-by", commitment.fundedBy())
        .putAny("from", commitment.from())
        .putAny("until", commitment.until())
        .putText("every", commitment.every())
        .putAny("due", commitment.due());
  }

  private static Written clause(Clause clause) {
    return Entries.block()
        .put("id", clause.id())
        .put("heading", clause.heading())
        .put("text", clause.text())
        .putTexts("satisfies", clause.satisfies())
        .putList("accepts", clause.accepts(), WrittenAgreement::accepted);
  }

  private static Written accepted(Clause.Accepted accepted) {
    return Entries.flow()
        .put("finding", accepted.finding())
        .putText("at", accepted.at())
        .put("by", accepted.by());
  }
}
