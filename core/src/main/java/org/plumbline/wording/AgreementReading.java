package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.agreement.Renewal;
import org.plumbline.agreement.Reports;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Stabilization;

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
    PartReading parts = new PartReading(agreement, wording);
    add(sections, "Parties", items(agreement.parties(), this::party));
    add(sections, "Roles", parts.roles());
    add(sections, "Definitions", parts.definitions());
    add(sections, "Period", period());
    add(sections, "Services", items(agreement.services(), (id, service) -> service(service)));
    add(sections, "Calendars", calendars());
    add(sections, "Records", new RecordsReading(agreement, wording).items());
    add(sections, "Metrics", items(agreement.metrics(), this::metric));
    RemediesReading remedies = new RemediesReading(agreement, wording);
    add(sections, "Remedies", remedies.remedies());
    add(sections, "Pools and settlement", parts.money());
    add(sections, "Exclusions", remedies.exclusions());
    add(sections, "Reconsideration and reports", afterwards());
    add(sections, "Commitments", items(agreement.commitments(), (id, it) -> commitment(it)));
    add(sections, "Clauses", clauses());
    return new Reading(agreement.title(), sections);
  }

  private static void add(
      List<Reading.Section> sections, String heading, List<Reading.Item> items) {
    if (!items.isEmpty()) {
      sections.add(new Reading.Section(heading, items));
    }
  }

  private static <T> List<Reading.Item> items(
      Map<String, T> things, BiFunction<String, T, Reading.Item> item) {
    List<Reading.Item> items = new ArrayList<>();
    things.forEach((id, thing) -> items.add(item.apply(id, thing)));
    return items;
  }

  Reading.Item party(String id, Party party) {
    List<String> facts = new ArrayList<>();
    if (!party.components().isEmpty()) {
      facts.add(Phrases.sentence("components: " + Phrases.and(party.components())));
    }
    party
        .facts()
        .forEach(
            (fact, value) ->
                facts.add(
                    Phrases.sentence(
                        Phrases.words(fact)
                            + ": "
                            + wording.varying().words(value, Numbers::literal))));
    return new Reading.Item("", partySentence(id, party), facts);
  }

  private static String partySentence(String id, Party party) {
    String federal = party.federal().orElse(false) ? ", a federal agency" : "";
    boolean two = id.equals(Party.CUSTOMER) || id.equals(Party.PROVIDER);
    String role = two ? id : id.equals("qsmo") ? "QSMO" : "named third party";
    return Phrases.sentence(role + ": " + party.name() + federal);
  }

  Reading.Item performance() {
    PerformancePeriod period = agreement.performancePeriod();
    boolean dropped = period.runOut().equals(Optional.of(PerformancePeriod.RunOut.DROPPED));
    return new Reading.Item(
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
                    + " period."));
  }

  private List<Reading.Item> period() {
    List<Reading.Item> items = new ArrayList<>();
    items.add(performance());
    agreement
        .period()
        .flatMap(terms -> terms.every())
        .ifPresent(every -> items.add(Reading.Item.of("", figures(every))));
    agreement.renewal().map(AgreementReading::renewal).ifPresent(items::add);
    agreement.stabilization().map(AgreementReading::stabilization).ifPresent(items::add);
    return items;
  }

  static String figures(String every) {
    return "Figures are formed for each "
        + PeriodWords.noun(every)
        + " unless a metric says otherwise.";
  }

  static Reading.Item renewal(Renewal renewal) {
    return Reading.Item.of(
        "",
        "Renewal: "
            + renewal.kind().map(Phrases::words).orElse("none")
            + renewal
                .notice()
                .map(notice -> ", with notice of " + Numbers.amount(notice))
                .orElse("")
            + "; counters "
            + (renewal.counters().equals(Optional.of("reset")) ? "start again." : "continue."));
  }

  static Reading.Item stabilization(Stabilization stabilization) {
    return Reading.Item.of(
        "",
        "Until "
            + stabilization.until()
            + " the service is being stabilized: periods in it neither count nor"
            + " break a streak, and money remedies are "
            + stabilization.moneyRemedies().orElse("suspended")
            + ".");
  }

  Reading.Item service(Service service) {
    String systems = service.systems().isEmpty() ? "" : ", with " + Phrases.and(service.systems());
    List<String> details = fees(service);
    service
        .billing()
        .ifPresent(
            billing ->
                details.add(
                    "It is billed"
                        + billing
                            .every()
                            .map(every -> " each " + PeriodWords.noun(every))
                            .orElse("")
                        + billing
                            .payWithin()
                            .map(within -> ", to be paid within " + Numbers.amount(within))
                            .orElse("")
                        + "."));
    return new Reading.Item("", Phrases.sentence(service.name() + systems), details);
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

  Reading.Item calendar(String id, CalendarTerms terms) {
    List<String> sentences = CalendarWords.sentences(agreement.zone(), id, terms);
    return new Reading.Item("", sentences.get(0), sentences.subList(1, sentences.size()));
  }

  static Reading.Item workdays(String calendar) {
    return Reading.Item.of(
        "",
        "Workdays are the days open in the "
            + CalendarWords.name(calendar)
            + " unless a metric says otherwise.");
  }

  private List<Reading.Item> calendars() {
    List<Reading.Item> items = items(agreement.calendars(), this::calendar);
    agreement.calendar().map(AgreementReading::workdays).ifPresent(items::add);
    return items;
  }

  Reading.Item metric(String id, Metric metric) {
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
    return new Reading.Item(metric.name(), wording.metric(id), details);
  }

  private List<Reading.Item> afterwards() {
    List<Reading.Item> items = new ArrayList<>();
    agreement.reconsideration().ifPresent(rules -> items.add(reconsideration(rules)));
    agreement.reports().ifPresent(reports -> items.add(reports(reports)));
    return items;
  }

  Reading.Item reconsideration(Reconsideration rules) {
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

  Reading.Item reports(Reports reports) {
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

  Reading.Item commitment(Commitment commitment) {
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
    return Reading.Item.of("", Phrases.sentence(text.toString()));
  }

  private List<Reading.Item> clauses() {
    return agreement.clauses().stream()
        .map(clause -> Reading.Item.of(clause.heading(), clause.text().strip()))
        .toList();
  }
}
