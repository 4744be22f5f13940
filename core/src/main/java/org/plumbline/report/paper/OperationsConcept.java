package org.plumbline.report.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CalendarText;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.wording.CalendarWords;

/**
 * A Target State Concept of Operations for people to review and certify: the sections that readers
 * of the M3 template look for, and tables of who performs which step. Each table has the headings
 * by which it is read back.
 */
public final class OperationsConcept {

  private static final String AND = "; ";

  private final Conops conops;
  private final ConceptSource source;
  private final Set<Clause> placed = new LinkedHashSet<>();

  private OperationsConcept(ConceptSource source) {
    this.source = source;
    conops = source.conops();
  }

  /** The document. */
  public static Document of(ConceptSource source) {
    return new OperationsConcept(source).document();
  }

  private Document document() {
    List<Document.Section> sections = new ArrayList<>();
    sections.add(history());
    sections.add(certification());
    sections.add(section("overview", "Overview", Parts.list()));
    sections.add(section("summary", "Proposed solution summary", Parts.list()));
    sections.add(section("processes", "Major processes and functions", processes()));
    sections.add(section("users", "Users and other stakeholders", people()));
    sections.add(section("assumptions", "Policies, assumptions and constraints", Parts.list()));
    sections.add(section("operational-concept", "Operational concept", retained()));
    sections.add(section("environment", "Operational and support environment", layers()));
    sections.add(section("scenarios", "Sample operational scenarios", Parts.list()));
    for (Clause clause : conops.clauses()) {
      if (!placed.contains(clause)) {
        sections.add(section(clause.id(), clause.heading(), Parts.list()));
      }
    }
    return source.document(sections);
  }

  /** A section with its clause, under the clause's own heading. */
  private Document.Section section(String id, String heading, List<Block> tables) {
    Optional<Clause> clause =
        conops.clauses().stream().filter(each -> each.id().equals(id)).findFirst();
    List<Block> blocks = new ArrayList<>();
    clause.ifPresent(each -> blocks.add(Parts.text(each.text().strip())));
    clause.ifPresent(placed::add);
    blocks.addAll(tables);
    if (blocks.isEmpty()) {
      blocks.add(Parts.text("<< Nothing is said of it yet. >>"));
    }
    return Parts.section(id, clause.map(Clause::heading).orElse(heading), blocks);
  }

  private Document.Section history() {
    return Parts.section(
        "history",
        "Document history",
        List.of(
            Parts.table(
                "Releases of this document",
                List.of("Release", "Date", "Author", "Revision"),
                List.of(
                    List.of("This one", source.day(), source.program(), source.hash()),
                    List.of("", "", "", "")))));
  }

  private Document.Section certification() {
    return Parts.section(
        "certification",
        "Management certification",
        List.of(
            Parts.text(
                "Who signs has read the concept of operations “"
                    + conops.title()
                    + "” whose text has the hash "
                    + source.hash()
                    + ", and checks one line."),
            Parts.table(
                "Statement",
                List.of("Check", "Statement"),
                List.of(
                    List.of("[  ]", "The document is accepted."),
                    List.of("[  ]", "The document is accepted pending the changes noted below."),
                    List.of("[  ]", "The document is not accepted."))),
            Parts.table("Changes noted", List.of("Section", "Change"), twoEmptyRows()),
            new Block.Signatures(
                "Certified by",
                List.of(
                    signer("Executive sponsor", Party.CUSTOMER),
                    signer("Business owner", Party.CUSTOMER),
                    signer("Program manager", Party.CUSTOMER),
                    signer("Functional lead", Party.CUSTOMER),
                    signer("Service manager", Party.PROVIDER))),
            new Block.PageBreak()));
  }

  private static List<List<String>> twoEmptyRows() {
    return List.of(List.of("", ""), List.of("", ""));
  }

  private Block.Signatures.Signer signer(String role, String party) {
    Party known = conops.parties().get(party);
    return new Block.Signatures.Signer(
        role + ", " + (known == null ? party : known.name()), "", "", "");
  }

  // ---- what is done ----

  private List<Block> processes() {
    List<Block> blocks = new ArrayList<>();
    if (conops.processes().isEmpty()) {
      return blocks;
    }
    blocks.add(
        Parts.table(
            "Processes",
            List.of("Process ID", "Process", "Business value", "Area", "Systems"),
            rows(
                conops.processes(),
                (id, process) ->
                    List.of(
                        id,
                        process.name(),
                        process.value().orElse(""),
                        process.area().orElse(""),
                        String.join("; ", process.systems())))));
    if (!conops.areas().isEmpty()) {
      blocks.add(
          Parts.table(
              "Areas, and who answers for them",
              List.of("Area ID", "Area", "Accountable", "Responsible", "Consulted", "Informed"),
              rows(
                  conops.areas(),
                  (id, area) ->
                      List.of(
                          id,
                          area.name(),
                          area.accountable().map(this::named).orElse(""),
                          named(area.responsible()),
                          named(area.consulted()),
                          named(area.informed())))));
    }
    conops
        .processes()
        .forEach(
            (id, process) -> {
              if (!process.steps().isEmpty()) {
                blocks.add(new Block.Heading(process.name()));
                blocks.add(performed(id, process));
                blocks.add(answered(id, process));
              }
            });
    return blocks;
  }

  private Block performed(String id, Conops.Process process) {
    List<String> columns =
        new ArrayList<>(
            List.of("Reference", "Step", "Today", "Target state", "Manner", "Takes at most"));
    boolean ordered = process.steps().stream().anyMatch(step -> !step.after().isEmpty());
    if (ordered) {
      columns.add("After");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Conops.Step step : process.steps()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  id + "/" + step.id(),
                  step.name(),
                  named(step.asIs()),
                  named(step.toBe()),
                  manner(step.toBe()),
                  step.before().map(Object::toString).orElse("")
                      + step.calendar().map(name -> " in " + name).orElse("")));
      if (ordered) {
        row.add(String.join(AND, step.after()));
      }
      rows.add(row);
    }
    return Parts.table(process.name() + ": who performs which step", columns, rows);
  }

  private Block answered(String id, Conops.Process process) {
    return Parts.table(
        process.name() + ": who answers for it, and who takes part",
        List.of("Reference", "Accountable", "Responsible", "Consulted", "Informed"),
        process.steps().stream()
            .map(
                step ->
                    List.of(
                        id + "/" + step.id(),
                        step.accountable().map(this::named).orElse(""),
                        named(step.responsible()),
                        named(step.consulted()),
                        named(step.informed())))
            .toList());
  }

  private static String manner(List<String> parties) {
    return parties.isEmpty()
        ? "not decided"
        : parties.size() > 1
            ? "shared"
            : parties.get(0).equals(Party.CUSTOMER)
                ? "retained in-house"
                : "delivered as a service";
  }

  // ---- who takes part, and with what ----

  private List<Block> people() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Parts.table(
            "Parties",
            List.of("Party ID", "Party", "Federal", "Counts its time in"),
            rows(
                conops.parties(),
                (id, party) ->
                    List.of(
                        id,
                        party.name(),
                        party.federal().map(yes -> yes ? "yes" : "no").orElse(""),
                        conops.works().getOrDefault(id, "")))));
    if (!conops.calendars().isEmpty()) {
      blocks.add(
          Parts.table(
              "Calendars of this document",
              List.of("Calendar ID", "When time counts", "As it is written"),
              rows(
                  conops.calendars(),
                  (id, terms) ->
                      List.of(
                          id,
                          String.join(" ", CalendarWords.sentences(conops.zone(), id, terms)),
                          CalendarText.of(terms)))));
    }
    if (!conops.roles().isEmpty()) {
      blocks.add(
          Parts.table(
              "Roles of this document",
              List.of("Role ID", "Role", "Party", "Stands for"),
              rows(
                  conops.roles(),
                  (id, role) -> List.of(id, role.name(), role.party(), role.standsFor()))));
    }
    return blocks;
  }

  private List<Block> retained() {
    return conops.retained().isEmpty()
        ? List.of()
        : List.of(
            Parts.table(
                "The retained organization",
                List.of("Retained role", "What it does", "Full-time equivalents", "Steps"),
                rows(
                    conops.retained(),
                    (role, each) ->
                        List.of(
                            role,
                            each.name(),
                            each.fte().map(java.math.BigDecimal::toPlainString).orElse(""),
                            String.join("; ", each.does())))));
  }

  private List<Block> layers() {
    List<List<String>> rows = new ArrayList<>();
    conops
        .layers()
        .forEach(
            (id, layer) -> {
              String today = named(layer.asIs());
              String then = named(layer.toBe());
              rows.add(List.of(id, today, then, layer.needs().stream().findFirst().orElse("")));
              layer.needs().stream()
                  .skip(1)
                  .forEach(need -> rows.add(List.of(id, today, then, need)));
            });
    return rows.isEmpty()
        ? List.of()
        : List.of(
            Parts.table(
                "Layers, who provides them, and what must be had",
                List.of("Layer", "Today", "Target state", "Must have"),
                rows));
  }

  private static <V> List<List<String>> rows(
      Map<String, V> map, java.util.function.BiFunction<String, V, List<String>> row) {
    List<List<String>> rows = new ArrayList<>();
    map.forEach((id, value) -> rows.add(row.apply(id, value)));
    return rows;
  }

  private String named(List<String> references) {
    Function<String, String> name = this::named;
    return String.join(AND, references.stream().map(name).toList());
  }

  /** A party, or a role of one, in the words of the tables: {@code customer, business owner}. */
  private String named(String reference) {
    return reference.replace("/", ", ").replace('-', ' ');
  }
}
