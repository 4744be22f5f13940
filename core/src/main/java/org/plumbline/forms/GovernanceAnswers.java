package org.plumbline.forms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.Role;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.Reading;
import org.plumbline.wording.Wording;
import org.plumbline.workbook.DocumentAnswers;

/**
 * What an agreement answers to the template of a governance plan: who takes part, who does and
 * decides what, the documents around it, its terms. Who votes, and how, it does not know.
 */
public final class GovernanceAnswers {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Agreement agreement;
  private final Optional<Conops> conops;
  private final Wording wording;

  private GovernanceAnswers(Agreement agreement, Optional<Conops> conops) {
    this.agreement = agreement;
    this.conops = conops;
    wording = Wording.of(agreement);
  }

  /**
   * The answers.
   *
   * @param conops the concept of operations beside the agreement
   * @param hash the version
   * @param day that of the document
   */
  public static DocumentAnswers of(
      Agreement agreement, Optional<Conops> conops, String hash, LocalDate day) {
    GovernanceAnswers answers = new GovernanceAnswers(agreement, conops);
    return new DocumentAnswers(
        label -> Optional.empty(),
        heading -> Optional.of(answers.section(heading, hash)).filter(lines -> !lines.isEmpty()),
        words -> answers.blank(words, day),
        answers::rows,
        List.of());
  }

  private Optional<String> blank(String words, LocalDate day) {
    return switch (words) {
      case "name of customer agency", "customer agency" ->
          Optional.of(wording.party(Party.CUSTOMER));
      case "program name", "insert name of program", "name of program" ->
          Optional.of(agreement.title());
      case "day, month, year" -> Optional.of(DAY.format(day));
      default -> Optional.empty();
    };
  }

  private List<String> section(String heading, String hash) {
    // The same heading stands in several places: a section is known by those above it, too.
    String name = heading.replaceAll("[^a-z/ ]", " ").replaceAll(" +", " ").strip();
    return switch (name) {
      case "/purpose" ->
          List.of(
              "This plan says who takes part in governing “"
                  + agreement.title()
                  + "”, who decides what, and when the parties meet. It follows the service level"
                  + " agreement "
                  + agreement.id()
                  + ".",
              "Version of the agreement: " + hash);
      case "/business need/background" -> background();
      case "/governance body/purpose" -> clauses("governance");
      case "/governance body/composition" ->
          List.of("Roles that the agreement names. Who votes is for the parties to say.");
      case "/governance body/roles and responsibilities" -> responsibilities();
      case "/governance body/operations" -> meetings();
      case "/governance body/operations/decision rights and escalation criteria" -> decisions();
      case "/governance body/operations/voting mechanisms" -> clauses("voting", "quorum");
      case "/governance body/operations/communications" -> communications();
      case "/appendix a key references" ->
          List.of("Documents that the service level agreement names.");
      default -> List.of();
    };
  }

  private List<String> background() {
    List<String> lines = new ArrayList<>();
    List<String> services = agreement.services().values().stream().map(Service::name).toList();
    lines.add(
        wording.party(Party.PROVIDER)
            + " performs "
            + (services.isEmpty() ? "services" : String.join(", ", services))
            + " for "
            + wording.party(Party.CUSTOMER)
            + " from "
            + agreement.performancePeriod().from()
            + " to "
            + agreement.performancePeriod().until()
            + ". "
            + Numbers.counted(agreement.metrics().size(), "metric says", "metrics say")
            + " what is promised.");
    conops.stream()
        .flatMap(concept -> concept.clauses().stream())
        .filter(clause -> clause.id().equals("summary") || clause.id().equals("overview"))
        .forEach(clause -> clause.text().strip().lines().forEach(lines::add));
    lines.addAll(clauses("background", "introduct"));
    return lines;
  }

  private List<String> responsibilities() {
    List<String> lines = new ArrayList<>();
    for (Commitment commitment : agreement.commitments().values()) {
      if (commitment.every().isEmpty()) {
        lines.add(wording.party(commitment.performing()) + ": " + commitment.what());
      }
    }
    agreement
        .reports()
        .flatMap(reports -> reports.issuedBy())
        .ifPresent(by -> lines.add(named(by) + ": issues the SLA performance report"));
    lines.addAll(clauses("responsib", "duties"));
    return lines;
  }

  private String named(String reference) {
    return reference.contains("/") ? wording.role(reference) : wording.party(reference);
  }

  private List<String> meetings() {
    List<String> lines = new ArrayList<>();
    for (Commitment commitment : agreement.commitments().values()) {
      commitment
          .every()
          .ifPresent(
              every ->
                  lines.add(
                      commitment.what()
                          + ", every "
                          + Wording.turn(every)
                          + ", "
                          + wording.party(commitment.performing())));
    }
    return lines;
  }

  private List<String> decisions() {
    List<String> lines = new ArrayList<>(said("reconsideration"));
    lines.addAll(clauses("decision", "escalat", "dispute"));
    return lines;
  }

  private List<String> communications() {
    List<String> lines = new ArrayList<>(said("reports"));
    lines.addAll(clauses("communicat", "notice"));
    return lines;
  }

  private List<String> said(String part) {
    List<String> lines = new ArrayList<>();
    for (Reading.Item item : wording.part(part, "").stream().toList()) {
      lines.add(item.sentence());
      lines.addAll(item.details());
    }
    return lines;
  }

  private List<String> clauses(String... about) {
    List<String> lines = new ArrayList<>();
    for (Clause clause : agreement.clauses()) {
      String named = (clause.id() + " " + clause.heading()).toLowerCase(Locale.ROOT);
      if (List.of(about).stream().anyMatch(named::contains)) {
        clause.text().strip().lines().filter(line -> !line.isBlank()).forEach(lines::add);
      }
    }
    return lines;
  }

  // ---- tables ----

  private List<List<String>> rows(List<String> headings) {
    if (headings.size() == 2 && headings.get(0).startsWith("title and office")) {
      return roles();
    }
    if (headings.equals(List.of("document name", "description", "location"))) {
      return agreement.references().stream().map(this::reference).toList();
    }
    if (headings.equals(List.of("term", "definition"))) {
      return agreement.definitions().values().stream()
          .map(definition -> List.of(definition.term(), definition.means()))
          .toList();
    }
    return List.of();
  }

  private List<List<String>> roles() {
    Set<String> names = new LinkedHashSet<>();
    for (Map.Entry<String, Role> role : agreement.roles().entrySet()) {
      names.add(role.getValue().name() + ", " + wording.party(role.getValue().party()));
    }
    for (String party : List.of(Party.CUSTOMER, Party.PROVIDER)) {
      for (String role : List.of("Executive sponsor", "Business owner", "Program manager")) {
        names.add(role + ", " + wording.party(party));
      }
    }
    return names.stream().map(name -> List.of(name, "")).toList();
  }

  private List<String> reference(Reference reference) {
    String kind =
        reference.kind().equals("gt-and-c")
            ? "General terms and conditions (FS Form 7600A)"
            : reference.kind().equals("order")
                ? "Order (FS Form 7600B)"
                : Wording.turn(reference.kind());
    String period =
        reference.from().map(from -> ", from " + from).orElse("")
            + reference.until().map(until -> " to " + until).orElse("");
    return List.of(reference.number(), kind + period, "");
  }
}
