package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Pool;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.Role;
import org.plumbline.agreement.Settlement;

/** Reads one part of an agreement aloud, by the key of the language and the id under it. */
final class PartReading {

  private final Agreement agreement;
  private final Wording wording;
  private final Names names;
  private final AgreementReading whole;

  PartReading(Agreement agreement, Wording wording) {
    this.agreement = agreement;
    this.wording = wording;
    this.names = wording.names();
    this.whole = new AgreementReading(agreement, wording);
  }

  /** The sentences of a part; empty if the agreement has no such part, or one that says nothing. */
  Optional<Reading.Item> item(String section, String id) {
    RemediesReading remedies = new RemediesReading(agreement, wording);
    return switch (section) {
      case "parties" -> of(agreement.parties(), id, whole::party);
      case "roles" -> of(agreement.roles(), id, this::role);
      case "references" -> position(agreement.references(), id).map(this::reference);
      case "includes" -> of(agreement.includes(), id, PartReading::companion);
      case "definitions" ->
          of(
              agreement.definitions(),
              id,
              (key, it) -> Reading.Item.of("", "“" + it.term() + "” means: " + it.means()));
      case "calendars" -> of(agreement.calendars(), id, whole::calendar);
      case "periods" -> of(agreement.periods(), id, PartReading::period);
      case "services" -> of(agreement.services(), id, (key, service) -> whole.service(service));
      case "records" -> of(agreement.records(), id, new RecordsReading(agreement, wording)::item);
      case "metrics" -> of(agreement.metrics(), id, whole::metric);
      case "remedies" -> of(agreement.remedies(), id, (key, it) -> remedies.item(it));
      case "pools" -> of(agreement.pools(), id, this::pool);
      case "exclusions" -> of(agreement.exclusions(), id, (key, it) -> remedies.item(it));
      case "commitments" -> of(agreement.commitments(), id, (key, it) -> whole.commitment(it));
      case "clauses" ->
          agreement.clauses().stream()
              .filter(clause -> clause.id().equals(id))
              .findFirst()
              .map(PartReading::clause);
      default -> single(section);
    };
  }

  private Optional<Reading.Item> single(String section) {
    return switch (section) {
      case "agreement" -> said("The agreement is called “" + agreement.id() + "”.");
      case "title" -> said("On the cover stands: " + agreement.title());
      case "zone" ->
          said("Dates and periods are read in the time of " + agreement.zone().getId() + ".");
      case "marking" -> agreement.marking().flatMap(it -> said("Every page is marked: " + it));
      case "performance-period" -> Optional.of(whole.performance());
      case "renewal" -> agreement.renewal().map(AgreementReading::renewal);
      case "stabilization" -> agreement.stabilization().map(AgreementReading::stabilization);
      case "amendment" -> agreement.amendment().map(PartReading::amendment);
      case "calendar" -> agreement.calendar().map(AgreementReading::workdays);
      case "period" -> agreement.period().map(PartReading::terms);
      case "settlement" -> agreement.settlement().map(PartReading::settlement);
      case "reconsideration" -> agreement.reconsideration().map(whole::reconsideration);
      case "reports" -> agreement.reports().map(whole::reports);
      default -> Optional.empty();
    };
  }

  /** What has no place of its own in the reading of a whole agreement. */
  List<Reading.Item> definitions() {
    List<Reading.Item> items = new ArrayList<>();
    agreement.definitions().keySet().forEach(id -> item("definitions", id).ifPresent(items::add));
    return items;
  }

  List<Reading.Item> roles() {
    List<Reading.Item> items = new ArrayList<>();
    agreement.roles().forEach((id, role) -> items.add(role(id, role)));
    return items;
  }

  List<Reading.Item> money() {
    List<Reading.Item> items = new ArrayList<>();
    agreement.pools().forEach((id, pool) -> items.add(pool(id, pool)));
    agreement.settlement().map(PartReading::settlement).ifPresent(items::add);
    return items;
  }

  private static Optional<Reading.Item> said(String sentence) {
    return Optional.of(Reading.Item.of("", sentence));
  }

  private static <T> Optional<Reading.Item> of(
      Map<String, T> things, String id, BiFunction<String, T, Reading.Item> item) {
    return Optional.ofNullable(things.get(id)).map(thing -> item.apply(id, thing));
  }

  private static <T> Optional<T> position(List<T> list, String number) {
    return number.matches("[0-9]{1,6}")
            && Integer.parseInt(number) >= 1
            && Integer.parseInt(number) <= list.size()
        ? Optional.of(list.get(Integer.parseInt(number) - 1))
        : Optional.empty();
  }

  private Reading.Item role(String id, Role role) {
    String called = role.name().equals(Phrases.words(id)) ? "" : " (" + Phrases.words(id) + ")";
    return Reading.Item.of(
        "",
        Phrases.sentence(
            "the "
                + role.name()
                + called
                + " is a role of "
                + names.party(role.party())
                + ", standing for "
                + Phrases.words(role.standsFor())));
  }

  private Reading.Item reference(Reference reference) {
    return Reading.Item.of(
        "",
        Phrases.sentence(
            "this agreement goes with "
                + kind(reference.kind())
                + " "
                + reference.number()
                + reference.from().map(from -> ", from " + from).orElse("")
                + reference.until().map(until -> ", until " + until).orElse("")
                + (reference.scope().isEmpty()
                    ? ""
                    : ", for "
                        + Phrases.and(reference.scope().stream().map(names::service).toList()))));
  }

  private static String kind(String kind) {
    return switch (kind) {
      case "gt-and-c" -> "GT&C";
      case "qasp" -> "the QASP";
      case "lcce" -> "the LCCE";
      case "other" -> "the document";
      default -> "the " + Phrases.words(kind);
    };
  }

  private static Reading.Item companion(String kind, String path) {
    return Reading.Item.of(
        "", Phrases.sentence("part of it is the " + Phrases.words(kind) + " in " + path));
  }

  private static Reading.Item clause(Clause clause) {
    return new Reading.Item(clause.heading(), clause.text().strip(), clauseDetails(clause));
  }

  private static List<String> clauseDetails(Clause clause) {
    List<String> details = new ArrayList<>();
    if (!clause.satisfies().isEmpty()) {
      details.add("It satisfies " + String.join(", ", clause.satisfies()) + ".");
    }
    for (Clause.Accepted accepted : clause.accepts()) {
      details.add(
          "For this reason "
              + accepted.by()
              + " lets the drafting comment "
              + accepted.finding()
              + " stand"
              + accepted.at().map(at -> " at " + at).orElse("")
              + ".");
    }
    return details;
  }

  private static Reading.Item period(String id, NamedPeriod period) {
    String every =
        period
            .every()
            .map(length -> "lasts " + Numbers.amount(length) + ", counted from " + period.from())
            .orElseGet(
                () ->
                    "follows the weeks "
                        + Phrases.and(period.weeks().stream().map(String::valueOf).toList())
                        + ", counted from "
                        + period.from());
    String named = period.namedBy().map(by -> "; it is named by the year of its " + by).orElse("");
    return Reading.Item.of("", Phrases.sentence("a " + Phrases.words(id) + " " + every + named));
  }

  private static Reading.Item terms(PeriodTerms terms) {
    List<String> details = new ArrayList<>();
    terms
        .meanOf()
        .ifPresent(
            of ->
                details.add("It is the mean of the figures of each " + PeriodWords.noun(of) + "."));
    terms
        .rolling()
        .ifPresent(
            length ->
                details.add(
                    "It covers the " + Numbers.amount(length) + " up to the period’s end."));
    terms
        .toDate()
        .ifPresent(
            from ->
                details.add(
                    "It covers the time since the start of the " + PeriodWords.noun(from) + "."));
    terms
        .partial()
        .ifPresent(
            partial ->
                details.add(
                    switch (partial) {
                      case REPORT_ONLY ->
                          "A first or last period that is not whole is reported, not judged.";
                      case JUDGED ->
                          "A first or last period that is not whole is judged like any other.";
                      case JOIN_NEXT ->
                          "A first or last period that is not whole joins the one beside it.";
                    }));
    return terms
        .every()
        .map(every -> new Reading.Item("", AgreementReading.figures(every), details))
        .orElseGet(
            () ->
                details.isEmpty()
                    ? Reading.Item.of("", "Periods are those of each metric.")
                    : new Reading.Item("", details.get(0), details.subList(1, details.size())));
  }

  private Reading.Item pool(String id, Pool pool) {
    StringBuilder text = new StringBuilder("the pool ").append(Phrases.quoted(id)).append(" is ");
    text.append(
        pool.share()
            .map(share -> wording.varying().words(share, Numbers::literal) + " of ")
            .orElse(""));
    text.append(RemediesReading.base(pool.of()));
    if (!pool.services().isEmpty()) {
      text.append(" for ")
          .append(Phrases.and(pool.services().stream().map(names::service).toList()));
    }
    pool.per().ifPresent(per -> text.append(", each ").append(PeriodWords.noun(per)));
    pool.rolling()
        .ifPresent(length -> text.append(", over the last ").append(Numbers.amount(length)));
    return Reading.Item.of("", Phrases.sentence(text.toString()));
  }

  private static Reading.Item settlement(Settlement settlement) {
    List<String> rules = new ArrayList<>();
    settlement
        .authority()
        .ifPresent(it -> rules.add("Money is reduced on the authority of " + it + "."));
    settlement
        .sameCause()
        .ifPresent(it -> rules.add("Of remedies with the same cause: " + Phrases.words(it) + "."));
    settlement
        .concurrent()
        .ifPresent(
            it ->
                rules.add(
                    it.equals("no-money")
                        ? "What both parties brought about costs nobody money."
                        : "What both parties brought about costs money all the same."));
    settlement
        .requestWithin()
        .ifPresent(it -> rules.add("A credit is asked for within " + Numbers.amount(it) + "."));
    settlement
        .postTo()
        .ifPresent(it -> rules.add("A credit is posted to: " + Phrases.words(it) + "."));
    settlement
        .lastPeriod()
        .ifPresent(it -> rules.add("After the last period: " + Phrases.words(it) + "."));
    settlement
        .payWithin()
        .ifPresent(it -> rules.add("What is owed is paid within " + Numbers.amount(it) + "."));
    return new Reading.Item("", "Credits are settled so:", rules);
  }

  private static Reading.Item amendment(Amendment amendment) {
    List<String> details = new ArrayList<>();
    details.add("It replaces " + amendment.replaces() + ".");
    details.add(Phrases.sentence("its driver is " + Phrases.words(amendment.driver())));
    amendment
        .transition()
        .ifPresent(it -> details.add("Cases go over to it " + Phrases.words(it) + "."));
    amendment
        .splitsPeriod()
        .ifPresent(
            splits ->
                details.add(splits ? "It splits the period it falls in." : "It splits no period."));
    amendment
        .counters()
        .ifPresent(
            counters ->
                details.add(
                    counters.equals("reset")
                        ? "Streaks and counts of periods begin anew with it."
                        : "Streaks and counts of periods go on."));
    amendment
        .changeRequest()
        .ifPresent(it -> details.add("It comes of the change request " + it + "."));
    amendment.retroactive().ifPresent(it -> details.add("It is retroactive: " + it + "."));
    return new Reading.Item(
        "",
        Phrases.sentence(
            "amendment "
                + amendment.number()
                + ", in force from "
                + amendment.effective()
                + ": "
                + amendment.reason()),
        details);
  }
}
