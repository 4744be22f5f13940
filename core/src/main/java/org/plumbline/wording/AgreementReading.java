package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.agreement.Reports;
import org.plumbline.agreement.Service;

/** Reads a whole agreement aloud, in the order in which one would. */
final class AgreementReading {

  private final Agreement agreement;
  private final Wording wording;
  private final Names names;

  AgreementReading(Agreement agreement, Wording wording) {
    this.agreement = agreement;
    this.wording = wording;
    this.names = wording.names();
  }

  Reading read() {
    List<Reading.Section> sections = new ArrayList<>();
    add(sections, "Parties", parties());
    add(sections, "Period", period());
    add(sections, "Services", services());
    add(sections, "Calendars", calendars());
    add(sections, "Records", new RecordsReading(agreement, wording).items());
    add(sections, "Metrics", metrics());
    RemediesReading remedies = new RemediesReading(agreement, wording);
    add(sections, "Remedies", remedies.remedies());
    add(sections, "Exclusions", remedies.exclusions());
    add(sections, "Reconsideration and reports", afterwards());
    add(sections, "Commitments", commitments());
    add(sections, "Clauses", clauses());
    return new Reading(agreement.title(), sections);
  }

  private static void add(
      List<Reading.Section> sections, String heading, List<Reading.Item> items) {
    if (!items.isEmpty()) {
      sections.add(new Reading.Section(heading, items));
    }
  }

  private List<Reading.Item> parties() {
    List<Reading.Item> items = new ArrayList<>();
    agreement
        .parties()
        .forEach(
            (id, party) -> {
              List<String> facts = new ArrayList<>();
              party
                  .facts()
                  .forEach(
                      (fact, value) ->
                          facts.add(
                              Phrases.sentence(
                                  Phrases.words(fact)
                                      + ": "
                                      + wording.varying().words(value, Numbers::literal))));
              items.add(new Reading.Item("", partySentence(id, party), facts));
            });
    return items;
  }

  private static String partySentence(String id, Party party) {
    String federal = party.federal().orElse(false) ? ", a federal agency" : "";
    boolean two = id.equals(Party.CUSTOMER) || id.equals(Party.PROVIDER);
    String role = two ? id : id.equals("qsmo") ? "QSMO" : "named third party";
    return Phrases.sentence(role + ": " + party.name() + federal);
  }

  private List<Reading.Item> period() {
    PerformancePeriod period = agreement.performancePeriod();
    List<Reading.Item> items = new ArrayList<>();
    boolean dropped = period.runOut().equals(Optional.of(PerformancePeriod.RunOut.DROPPED));
    items.add(
        new Reading.Item(
            "",
            "Performance runs from "
                + period.from()
                + " to "
                + period.until()
                + ", both days included.",
            List.of(
                "Dates and periods are read in the time of " + agreement.zone() + ".",
                dropped
                    ? "Cases still open at its end are dropped."
                    : "Cases started in it and still open at its end are judged in its last"
                        + " period.")));
    agreement
        .period()
        .flatMap(terms -> terms.every())
        .ifPresent(
            every ->
                items.add(
                    Reading.Item.of(
                        "",
                        "Figures are formed for each "
                            + PeriodWords.noun(every)
                            + " unless a metric says otherwise.")));
    agreement
        .renewal()
        .ifPresent(
            renewal ->
                items.add(
                    Reading.Item.of(
                        "",
                        "Renewal: "
                            + renewal.kind().map(Phrases::words).orElse("none")
                            + renewal
                                .notice()
                                .map(notice -> ", with notice of " + Numbers.amount(notice))
                                .orElse("")
                            + "; counters "
                            + (renewal.counters().equals(Optional.of("reset"))
                                ? "start again."
                                : "continue."))));
    agreement
        .stabilization()
        .ifPresent(
            stabilization ->
                items.add(
                    Reading.Item.of(
                        "",
                        "Until "
                            + stabilization.until()
                            + " the service is being stabilized: periods in it neither count nor"
                            + " break a streak, and money remedies are "
                            + stabilization.moneyRemedies().orElse("suspended")
                            + ".")));
    return items;
  }

  private List<Reading.Item> services() {
    List<Reading.Item> items = new ArrayList<>();
    agreement
        .services()
        .values()
        .forEach(service -> items.add(new Reading.Item("", service(service), fees(service))));
    return items;
  }

  private static String service(Service service) {
    String systems = service.systems().isEmpty() ? "" : ", with " + Phrases.and(service.systems());
    return Phrases.sentence(service.name() + systems);
  }

  private List<String> fees(Service service) {
    List<String> fees = new ArrayList<>();
    service
        .fees()
        .forEach(
            fee -> {
              String amount =
                  wording
                      .varying()
                      .words(
                          fee.amount(),
                          money -> Numbers.decimal(money.amount()) + " " + money.currency());
              String per =
                  names.isMetric(fee.per())
                      ? " for each unit of " + names.metric(fee.per())
                      : " each " + PeriodWords.noun(fee.per());
              fees.add("The fee is " + amount + per + ".");
            });
    return fees;
  }

  private List<Reading.Item> calendars() {
    List<Reading.Item> items = new ArrayList<>();
    agreement
        .calendars()
        .forEach(
            (id, terms) -> {
              List<String> sentences = CalendarWords.sentences(agreement, id, terms);
              items.add(
                  new Reading.Item("", sentences.get(0), sentences.subList(1, sentences.size())));
            });
    agreement
        .calendar()
        .ifPresent(
            id ->
                items.add(
                    Reading.Item.of(
                        "",
                        "Workdays are the days open in the "
                            + CalendarWords.name(id)
                            + " unless a metric says otherwise.")));
    return items;
  }

  private List<Reading.Item> metrics() {
    List<Reading.Item> items = new ArrayList<>();
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              List<String> details = new ArrayList<>(wording.details(id));
              if (!metric.remedies().isEmpty()) {
                details.add(
                    "Remedies: "
                        + Phrases.and(
                            metric.remedies().stream()
                                .map(remedy -> RemediesReading.effectName(agreement, remedy))
                                .toList())
                        + ".");
              }
              items.add(new Reading.Item(metric.name(), wording.metric(id), details));
            });
    return items;
  }

  private List<Reading.Item> afterwards() {
    List<Reading.Item> items = new ArrayList<>();
    agreement.reconsideration().ifPresent(rules -> items.add(reconsideration(rules)));
    agreement.reports().ifPresent(reports -> items.add(reports(reports)));
    return items;
  }

  private Reading.Item reconsideration(Reconsideration rules) {
    List<String> details = new ArrayList<>();
    details.add("Silence means " + Phrases.words(rules.silence().orElse("rejected")) + ".");
    if (!rules.escalation().isEmpty()) {
      details.add(
          "What is not settled goes up to "
              + Phrases.and(rules.escalation().stream().map(names::role).toList())
              + " of both sides, in this order"
              + rules
                  .eachWithin()
                  .map(each -> ", each deciding within " + Numbers.amount(each))
                  .orElse("")
              + ".");
    }
    rules
        .clause()
        .ifPresent(id -> details.add("What is left is decided by " + names.clause(id) + "."));
    return new Reading.Item(
        "",
        "A party may ask to have a record reconsidered within "
            + Numbers.amount(rules.requestWithin())
            + " after the report is issued; the other decides within "
            + Numbers.amount(rules.decideWithin())
            + ".",
        details);
  }

  private Reading.Item reports(Reports reports) {
    return Reading.Item.of(
        "",
        Phrases.sentence(
            names.party(reports.issuedBy().orElse(Party.PROVIDER))
                + " issues the SLA Performance Report"
                + reports
                    .due()
                    .map(due -> " within " + Numbers.amount(due) + " after the period’s end")
                    .orElse("")
                + (reports.ifMissing().equals(Optional.of("not-met"))
                    ? "; without it the period is not met"
                    : "")));
  }

  private List<Reading.Item> commitments() {
    List<Reading.Item> items = new ArrayList<>();
    for (Map.Entry<String, Commitment> entry : agreement.commitments().entrySet()) {
      items.add(Reading.Item.of("", commitment(entry.getValue())));
    }
    return items;
  }

  private String commitment(Commitment commitment) {
    StringBuilder text =
        new StringBuilder(names.party(commitment.performing()))
            .append(" provides: ")
            .append(commitment.what());
    commitment.amount().ifPresent(amount -> text.append(" (").append(amount).append(")"));
    commitment.every().ifPresent(every -> text.append(", each ").append(PeriodWords.noun(every)));
    commitment
        .due()
        .ifPresent(
            due -> text.append(", within ").append(Numbers.amount(due)).append(" after its end"));
    commitment.from().ifPresent(from -> text.append(", from ").append(from));
    commitment.until().ifPresent(until -> text.append(", until ").append(until));
    commitment
        .fundedBy()
        .ifPresent(party -> text.append(", funded by ").append(names.party(party)));
    commitment.owner().ifPresent(owner -> text.append("; owner: ").append(names.role(owner)));
    return Phrases.sentence(text.toString());
  }

  private List<Reading.Item> clauses() {
    return agreement.clauses().stream()
        .map(clause -> Reading.Item.of(clause.heading(), clause.text().strip()))
        .toList();
  }
}
