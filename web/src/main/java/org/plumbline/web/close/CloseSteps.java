package org.plumbline.web.close;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Deadline;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Reports;
import org.plumbline.wording.Wording;

/** The steps of a close with their days, from the terms and what is known (docs/meaning.md 35). */
final class CloseSteps {

  private final PeriodFacts facts;
  private final List<Step> steps = new ArrayList<>();

  private CloseSteps(PeriodFacts facts) {
    this.facts = facts;
  }

  /** The seven steps in their order. */
  static List<Step> of(PeriodFacts facts) {
    return new CloseSteps(facts).steps();
  }

  /** Who issues the report. */
  static String issuer(org.plumbline.agreement.Agreement text) {
    return text.reports()
        .flatMap(Reports::issuedBy)
        .map(reference -> reference.replaceAll("/.*", ""))
        .orElse(Party.PROVIDER);
  }

  private List<Step> steps() {
    String provider = party(Party.PROVIDER);
    String customer = party(Party.CUSTOMER);
    String issuer = party(issuer(facts.text()));
    boolean over = facts.today().isAfter(facts.period().until());
    add("records", "Records complete", suppliers(), recordsDue(), facts.delivered(), over, "");
    boolean drafted = facts.drafted().isPresent();
    add("draft", "Draft results", issuer, Optional.empty(), facts.drafted(), over, "");
    add(
        "review",
        "Customer’s review",
        customer,
        reportDue(),
        facts.issued(),
        drafted,
        drafted ? "Ends when the report is issued." : "");
    requests(provider + " and " + customer, drafted);
    add("issued", "Report issued", issuer, reportDue(), facts.issued(), drafted, "");
    accepted(customer);
    follows(issuer);
    return steps;
  }

  private void requests(String who, boolean drafted) {
    Optional<LocalDate> last = lastDayToAsk();
    boolean closed =
        facts.pending() == 0 && last.filter(day -> facts.today().isAfter(day)).isPresent();
    String note =
        facts.pending() > 0
            ? facts.pending() == 1
                ? "One request is pending."
                : facts.pending() + " requests are pending."
            : facts.text().reconsideration().isEmpty()
                ? "The agreement does not say how one asks for reconsideration."
                : last.isEmpty() ? "No request is late while no report is issued." : "";
    steps.add(
        new Step(
            "requests",
            "Requests to reconsider",
            who,
            last,
            closed ? last : Optional.empty(),
            closed
                ? Step.State.DONE
                : drafted || facts.pending() > 0 ? Step.State.NEXT : Step.State.TO_COME,
            note));
  }

  private void accepted(String customer) {
    Optional<LocalDate> last = lastDayToAsk();
    boolean silent =
        facts.decision().isEmpty() && last.filter(day -> facts.today().isAfter(day)).isPresent();
    String note =
        silent
            ? "Deemed accepted: nothing was said by its last day."
            : facts.decision().map(CloseSteps::words).orElse("");
    add(
        "accepted",
        "Report accepted",
        customer,
        last,
        silent ? last : facts.decided(),
        facts.issued().isPresent(),
        note);
  }

  private void follows(String issuer) {
    boolean issued = facts.issued().isPresent();
    Optional<LocalDate> done =
        issued && facts.proposed() == 0
            ? facts.decided().or(this::lastDayToAsk).or(facts::issued)
            : Optional.empty();
    String note =
        facts.follows() == 0
            ? issued ? "Nothing follows from these results." : ""
            : facts.follows()
                + (facts.follows() == 1 ? " posting; " : " postings; ")
                + (facts.proposed() == 0 ? "all decided." : facts.proposed() + " not decided yet.");
    add("follows", "What follows is decided", issuer, Optional.empty(), done, issued, note);
  }

  /** What the customer said. */
  static String words(String decision) {
    return switch (decision) {
      case "accepted" -> "Accepted.";
      case "with-reservations" -> "Accepted with reservations.";
      default -> "Not accepted.";
    };
  }

  private void add(
      String id,
      String name,
      String who,
      Optional<LocalDate> due,
      Optional<LocalDate> done,
      boolean turn,
      String note) {
    boolean late = done.isEmpty() && due.filter(day -> facts.today().isAfter(day)).isPresent();
    Step.State state =
        done.isPresent()
            ? Step.State.DONE
            : late ? Step.State.LATE : turn ? Step.State.NEXT : Step.State.TO_COME;
    steps.add(new Step(id, name, who, due, done, state, note));
  }

  private String party(String id) {
    return Wording.of(facts.text()).party(id);
  }

  private String suppliers() {
    Set<String> names = new LinkedHashSet<>();
    deliveries()
        .forEach(
            delivery ->
                delivery.suppliedBy().stream()
                    .limit(1)
                    .forEach(who -> names.add(party(who.replaceAll("/.*", "")))));
    return names.isEmpty() ? party(Party.PROVIDER) : String.join(" and ", names);
  }

  private List<Delivery> deliveries() {
    return facts.text().records().values().stream()
        .map(RecordSet::delivery)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<LocalDate> recordsDue() {
    return deliveries().stream()
        .flatMap(delivery -> delivery.due().stream())
        .map(within -> Deadline.of(facts.text(), facts.period().until(), within))
        .max(Comparator.naturalOrder());
  }

  private Optional<LocalDate> reportDue() {
    return facts
        .text()
        .reports()
        .flatMap(Reports::due)
        .map(within -> Deadline.of(facts.text(), facts.period().until(), within));
  }

  private Optional<LocalDate> lastDayToAsk() {
    return facts
        .issued()
        .flatMap(
            on ->
                facts
                    .text()
                    .reconsideration()
                    .map(terms -> Deadline.of(facts.text(), on, terms.requestWithin())));
  }
}
