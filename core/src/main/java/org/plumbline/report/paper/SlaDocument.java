package org.plumbline.report.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.Settlement;
import org.plumbline.register.SignOff;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.Reading;
import org.plumbline.wording.Wording;

/**
 * The agreement as people sign it, in the order of the template of OPM's Human Resources Line of
 * Business (2011): introduction to approvals. All of it is in the text; nothing is added that
 * binds.
 */
public final class SlaDocument {

  private static final String NOTHING = "No clause of this agreement speaks of it.";

  private final Source source;
  private final Agreement agreement;
  private final Wording wording;
  private final Reading reading;
  private final Set<Clause> placed = new LinkedHashSet<>();

  private SlaDocument(Source source) {
    this.source = source;
    agreement = source.agreement();
    wording = source.wording();
    reading = wording.read();
  }

  /** The document. */
  public static Document of(Source source) {
    return new SlaDocument(source).document();
  }

  private Document document() {
    List<Document.Section> sections = new ArrayList<>();
    sections.add(introduction());
    sections.add(clauses("purpose", "2. Purpose", Parts.list(purpose()), "purpose", "objective"));
    sections.add(clauses("authority", "3. Authority", authority(), "authorit"));
    sections.add(
        clauses("period", "4. Period of performance", said("Period"), "renewal", "option"));
    sections.add(clauses("termination", "5. Termination", Parts.list(), "terminat", "exit"));
    sections.add(
        clauses(
            "security", "6. Security", Parts.list(), "security", "privacy", "continuity", "cui"));
    sections.add(
        clauses(
            "disputes",
            "7. Dispute resolution",
            agreement.reconsideration().isPresent() ? part("reconsideration") : Parts.list(),
            "dispute",
            "escalat",
            "resolution"));
    sections.add(
        clauses(
            "migration",
            "8. Migration",
            part("stabilization"),
            "migrat",
            "transition",
            "stabiliz",
            "cutover"));
    sections.add(
        clauses(
            "funding",
            "9. Funding and cost",
            funding(),
            "fund",
            "cost",
            "billing",
            "payment",
            "price",
            "financ"));
    sections.add(
        clauses("services", "10. Services provided", services(), "scope", "services provided"));
    sections.add(
        clauses(
            "modification",
            "11. Modification of services",
            part("amendment"),
            "modif",
            "change",
            "amend"));
    sections.add(
        clauses(
            "responsibilities",
            "12. Responsibilities",
            responsibilities(),
            "responsib",
            "duties",
            "customer"));
    sections.add(measures());
    sections.add(
        clauses(
            "configuration",
            "14. Configuration management",
            Parts.list(),
            "configuration",
            "release"));
    sections.add(contacts());
    sections.add(approvals());
    sections.add(appendix());
    otherClauses().ifPresent(sections::add);
    return source.document(agreement.title(), sections);
  }

  private Document.Section introduction() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Parts.text(
            "This is the service level agreement between "
                + source.customer()
                + ", the customer, and "
                + source.provider()
                + ", the provider."));
    blocks.addAll(said("Parties"));
    if (!agreement.references().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      for (Reference reference : agreement.references()) {
        rows.add(
            List.of(
                reference.number(),
                Wording.turn(reference.kind()),
                reference.from().map(Object::toString).orElse("–"),
                reference.until().map(Object::toString).orElse("–")));
      }
      blocks.add(
          Parts.table(
              "Documents around this agreement", List.of("Number", "Kind", "From", "Until"), rows));
    }
    if (!agreement.definitions().isEmpty()) {
      blocks.add(new Block.Heading("Definitions"));
      blocks.addAll(said("Definitions"));
    }
    return clauses("introduction", "1. Introduction", blocks, "introduct", "background", "parties");
  }

  private Block purpose() {
    long customers =
        agreement.metrics().values().stream()
            .filter(metric -> metric.performing().equals(Party.CUSTOMER))
            .count();
    return Parts.text(
        "It says which services are bought, what is promised of them in "
            + Numbers.counted(agreement.metrics().size(), "metric", "metrics")
            + (customers > 0
                ? ", " + Numbers.count(customers) + " of them owed by the customer"
                : "")
            + ", how each figure is counted, and what follows when a promise is not kept.");
  }

  private List<Block> authority() {
    List<Block> blocks = new ArrayList<>();
    agreement
        .settlement()
        .flatMap(Settlement::authority)
        .ifPresent(
            text -> blocks.add(Parts.text("Money is reduced on the authority of " + text + ".")));
    return blocks;
  }

  private List<Block> funding() {
    List<Block> blocks = new ArrayList<>(said("Services"));
    blocks.addAll(said("Pools and settlement"));
    return blocks;
  }

  private List<Block> services() {
    List<List<String>> rows = new ArrayList<>();
    agreement
        .services()
        .forEach(
            (id, service) ->
                rows.add(
                    List.of(
                        service.name(),
                        service.systems().isEmpty() ? "–" : String.join(", ", service.systems()),
                        Numbers.count(
                            agreement.metrics().values().stream()
                                .filter(metric -> metric.service().equals(Optional.of(id)))
                                .count()))));
    return rows.isEmpty()
        ? Parts.list()
        : Parts.list(Parts.table("Services", List.of("Service", "Systems", "Metrics"), rows));
  }

  private List<Block> responsibilities() {
    List<Block> blocks = new ArrayList<>();
    if (!agreement.commitments().isEmpty()) {
      blocks.add(new Block.Heading("What the parties will do besides"));
      blocks.addAll(said("Commitments"));
    }
    blocks.add(
        Parts.ofMetrics(
            agreement,
            "Who owes, reports and answers for each metric",
            List.of("Metric", "Performs", "Reports", "Answers"),
            (id, metric) ->
                List.of(
                    metric.name(),
                    wording.party(metric.performing()),
                    wording.party(metric.reporting().orElse(metric.performing())),
                    wording.party(metric.accountable().orElse(metric.performing())))));
    return blocks;
  }

  private Document.Section measures() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Parts.ofMetrics(
            agreement,
            "All metrics",
            List.of("Metric", "Owed by", "Target", "Figure formed"),
            (id, metric) ->
                List.of(
                    metric.name(),
                    wording.party(metric.performing()),
                    wording.target(id),
                    wording.each(id))));
    agreement.metrics().forEach((id, metric) -> metric(blocks, id, metric));
    heading(blocks, "Remedies", said("Remedies"));
    heading(blocks, "What does not count, as agreed in advance", said("Exclusions"));
    heading(blocks, "Records and their delivery", said("Records"));
    heading(blocks, "Reports", part("reports"));
    return clauses(
        "measures",
        "13. Performance measures and metrics",
        blocks,
        "metric",
        "performance",
        "measure");
  }

  private void metric(List<Block> blocks, String id, Metric metric) {
    blocks.add(new Block.Heading(metric.name()));
    blocks.add(Parts.text(wording.metric(id)));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Owed by", wording.party(metric.performing())));
    metric.service().ifPresent(it -> rows.add(List.of("Service", wording.serviceName(it))));
    rows.add(List.of("Target", wording.target(id)));
    if (metric.minimum().isPresent()) {
      rows.add(List.of("Minimum, below which remedies run", wording.minimum(id)));
    }
    rows.add(List.of("Figure formed", wording.each(id)));
    rows.add(List.of("Counted over", Wording.turn(metric.records())));
    metric
        .implementsMeasure()
        .ifPresent(it -> rows.add(List.of("Measure of a framework", it.measure())));
    for (String detail : wording.details(id)) {
      rows.add(List.of("Rule", detail));
    }
    for (String remedy : metric.remedies()) {
      wording
          .part("remedies", remedy)
          .ifPresent(item -> rows.add(List.of("Remedy", item.sentence())));
    }
    blocks.add(Parts.table(metric.name() + ": terms", List.of("Term", "What is agreed"), rows));
  }

  private Document.Section contacts() {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, org.plumbline.agreement.Role> role : agreement.roles().entrySet()) {
      rows.add(
          List.of(
              role.getValue().name(),
              wording.party(role.getValue().party()),
              Wording.turn(role.getValue().standsFor()),
              ""));
    }
    for (String party : List.of(Party.CUSTOMER, Party.PROVIDER)) {
      rows.add(List.of("Program manager", wording.party(party), "program manager", ""));
    }
    return Parts.section(
        "contacts",
        "15. Points of contact",
        List.of(
            Parts.text(
                "Names of people are kept in the register and not in the text that is signed."),
            Parts.table(
                "Roles", List.of("Role", "For", "Stands for", "Name, telephone, e-mail"), rows),
            new Block.PageBreak()));
  }

  private Document.Section approvals() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Parts.text(
            "By signing, the parties agree to the text of this agreement whose hash is "
                + source.hash()
                + ". Another text has another hash."));
    for (String party : List.of(Party.CUSTOMER, Party.PROVIDER)) {
      blocks.add(new Block.Signatures("Signed for " + wording.party(party), signers(party)));
    }
    return Parts.section("approvals", "16. Approvals", blocks);
  }

  private List<Block.Signatures.Signer> signers(String party) {
    int version = agreement.amendment().map(amendment -> amendment.number()).orElse(0);
    List<Block.Signatures.Signer> signers = new ArrayList<>();
    for (SignOff signed : source.register().signOffs()) {
      if (signed.party().equals(party) && signed.version() == version) {
        signers.add(
            new Block.Signatures.Signer(
                signed.role().map(wording::role).orElse("–"),
                signed.person().orElse(""),
                signed.reference().map(at -> "on file: " + at).orElse("on file"),
                signed.on().toString()));
      }
    }
    if (signers.isEmpty()) {
      for (String role : List.of("Executive sponsor", "Business owner", "Program manager")) {
        signers.add(new Block.Signatures.Signer(role, "", "", ""));
      }
    }
    return signers;
  }

  private Document.Section appendix() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Parts.text("When time counts, and what a workday is."));
    blocks.addAll(said("Calendars"));
    return Parts.section("calendars", "Appendix A. Calendars", blocks);
  }

  private Optional<Document.Section> otherClauses() {
    List<Block> blocks = new ArrayList<>();
    agreement.clauses().stream()
        .filter(clause -> !placed.contains(clause))
        .forEach(clause -> Parts.clause(blocks, clause));
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(Parts.section("clauses", "Appendix B. Further clauses", blocks));
  }

  /** A section of what is computed and the clauses that speak of it, each clause once. */
  private Document.Section clauses(String id, String title, List<Block> blocks, String... about) {
    List<Block> all = new ArrayList<>(blocks);
    for (Clause clause : agreement.clauses()) {
      if (!placed.contains(clause) && Parts.isAbout(clause, about)) {
        placed.add(clause);
        Parts.clause(all, clause);
      }
    }
    if (all.isEmpty()) {
      all.add(Parts.text(NOTHING));
    }
    return Parts.section(id, title, all);
  }

  private static void heading(List<Block> blocks, String heading, List<Block> under) {
    if (!under.isEmpty()) {
      blocks.add(new Block.Heading(heading));
      blocks.addAll(under);
    }
  }

  /** A section of the agreement as it is read aloud; nothing if there is none. */
  private List<Block> said(String heading) {
    return reading.sections().stream()
        .filter(section -> section.heading().equals(heading))
        .<Block>map(section -> Parts.items(section.items()))
        .toList();
  }

  private List<Block> part(String section) {
    return wording.part(section, "").stream()
        .<Block>map(item -> Parts.items(List.of(item)))
        .toList();
  }
}
