package org.plumbline.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.profile.Words;
import org.plumbline.profile.Yaml;

/**
 * A responsibility matrix (RACI) made the draft of a concept of operations: each row a step, each
 * column of marks a role. One role is accountable, and somebody performs; where not, it is said.
 */
public final class ResponsibilityMatrix {

  private final FormTable table;
  private final RaciColumns columns;
  private final DraftTerms terms;
  private final Map<Integer, RaciRole> roles = new LinkedHashMap<>();
  private final Map<String, List<RaciStep>> processes = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Understood.Row> rows = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private String process = "";

  private ResponsibilityMatrix(FormTable table, RaciColumns columns, DraftTerms terms) {
    this.table = table;
    this.columns = columns;
    this.terms = terms;
  }

  /**
   * Makes a draft of the table with most columns of marks.
   *
   * @param file the file as it was named
   */
  public static Understood read(String file, List<FormTable> tables, DraftTerms terms) {
    Optional<ResponsibilityMatrix> best = Optional.empty();
    for (FormTable table : tables) {
      Optional<RaciColumns> found = RaciColumns.find(table);
      if (found.isPresent()
          && (best.isEmpty() || found.get().roles().size() > best.get().columns.roles().size())) {
        best = Optional.of(new ResponsibilityMatrix(table, found.get(), terms));
      }
    }
    return best.map(ResponsibilityMatrix::made)
        .orElseGet(
            () ->
                new Understood(
                    "",
                    List.of(),
                    List.of(),
                    List.of(
                        Finding.of(
                            FindingCode.FORM_NOT_UNDERSTOOD,
                            Place.of(file),
                            "no table has columns of R, A, C and I",
                            "write what is done in one column, a role at the head of each other"
                                + " one, and R, A, C or I below")),
                    ""));
  }

  private Understood made() {
    FormTable.Line headings = table.lines().get(columns.at());
    columns
        .roles()
        .forEach((column, heading) -> roles.put(column, role(headings, column, heading)));
    for (FormTable.Line line : table.lines().subList(columns.at() + 1, table.lines().size())) {
      line(line);
    }
    long steps = processes.values().stream().mapToLong(List::size).sum();
    String what =
        Words.counted(steps, "step")
            + " and "
            + Words.counted(roles.size(), "role")
            + " in "
            + table.label()
            + ", headings in row "
            + headings.number();
    return new Understood(what, told(headings), rows, findings, steps == 0 ? "" : text());
  }

  private RaciRole role(FormTable.Line headings, int column, String heading) {
    RaciRole role = RaciRole.of(heading, columns.bands().getOrDefault(column, ""), terms);
    if (role.party().isEmpty()) {
      tell(
          FindingCode.CELL_NOT_UNDERSTOOD,
          headings.number(),
          column,
          "it is not said whose role " + Words.shown(heading) + " is",
          "write Customer or Provider above it, or before its name");
    } else if (role.declared().isPresent()) {
      tell(
          FindingCode.CELL_NOT_UNDERSTOOD,
          headings.number(),
          column,
          Words.shown(heading) + " is no stakeholder role of the M3 Playbook",
          "say in the draft for which of them it stands");
    }
    return role;
  }

  private List<Understood.Column> told(FormTable.Line headings) {
    List<Understood.Column> told = new ArrayList<>();
    for (int i = 0; i < headings.cells().size(); i++) {
      RaciRole role = roles.get(i);
      String heading = Words.oneLine(headings.text(i));
      if (!heading.isEmpty()) {
        told.add(
            new Understood.Column(
                heading,
                role != null
                    ? role.reference()
                    : i == columns.activity()
                        ? "what is done"
                        : i == columns.process() ? "process" : "not known; kept as a comment"));
      }
    }
    return told;
  }

  private void line(FormTable.Line line) {
    String name = Words.oneLine(line.text(columns.activity()));
    List<Integer> marked =
        roles.keySet().stream().filter(column -> !line.text(column).isEmpty()).toList();
    String within = columns.process() < 0 ? "" : Words.oneLine(line.text(columns.process()));
    process = within.isEmpty() ? process : within;
    if (marked.isEmpty() && (name.isEmpty() || columns.process() < 0 || within.isEmpty())) {
      String heading = name.isEmpty() ? Words.oneLine(line.text(0)) : name;
      if (!heading.isEmpty()) {
        process = heading;
        rows.add(new Understood.Row(row(line), heading, "a process: the rows below", List.of()));
      }
      return;
    }
    if (name.isEmpty()) {
      tell(
          FindingCode.ROW_LEFT_OUT,
          line.number(),
          columns.activity(),
          "the row has marks and does not say of what",
          "write what is done");
      return;
    }
    step(line, name);
  }

  private void step(FormTable.Line line, String name) {
    Map<String, List<String>> marks = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    roles.forEach(
        (column, role) -> {
          String text = line.text(column);
          if (!text.isEmpty() && !RaciColumns.isMarks(text)) {
            String found = Words.shown(text) + " of " + role.heading() + " is no R, A, C or I";
            notes.add(found);
            tell(
                FindingCode.CELL_NOT_UNDERSTOOD,
                line.number(),
                column,
                found,
                "write R, A, C or I, several after a slash");
          } else {
            letters(text)
                .forEach(
                    mark ->
                        marks
                            .computeIfAbsent(mark, each -> new ArrayList<>())
                            .add(role.reference()));
          }
        });
    List<String> accountable = marks.getOrDefault("A", List.of());
    if (accountable.size() != 1) {
      hole(
          line,
          notes,
          accountable.isEmpty()
              ? "nobody is accountable"
              : "several are accountable: " + String.join(", ", accountable),
          "write A for the one role that answers for it");
    }
    if (!marks.containsKey("R")) {
      hole(line, notes, "nobody is responsible", "write R for who performs it");
    }
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < line.cells().size(); i++) {
      if (!roles.containsKey(i)
          && i != columns.activity()
          && i != columns.process()
          && !line.text(i).isEmpty()) {
        String heading = Words.oneLine(table.lines().get(columns.at()).text(i));
        kept.add((heading.isEmpty() ? "" : heading + ": ") + Words.oneLine(line.text(i)));
      }
    }
    RaciStep step = new RaciStep(Words.id(name, taken), name, line.number(), marks, notes, kept);
    processes.computeIfAbsent(process, each -> new ArrayList<>()).add(step);
    rows.add(new Understood.Row(row(line), name, step.words(), notes));
  }

  private void hole(FormTable.Line line, List<String> notes, String found, String right) {
    notes.add(found);
    tell(FindingCode.HOLE_IN_FORM, line.number(), -1, found, right);
  }

  private void tell(FindingCode code, int line, int column, String found, String right) {
    findings.add(Finding.of(code, table.place(line, column), found, right));
  }

  private static String row(FormTable.Line line) {
    return "row " + line.number();
  }

  /** The letters of a cell of marks. */
  static List<String> letters(String text) {
    Set<String> letters = new LinkedHashSet<>();
    for (String word : text.toUpperCase(Locale.ROOT).split("[\\s/,&+;]+")) {
      if (word.length() > 4) {
        letters.add(word.substring(0, 1));
      } else {
        word.chars().forEach(letter -> letters.add(String.valueOf((char) letter)));
      }
    }
    return List.copyOf(letters);
  }

  private String text() {
    Yaml yaml = new Yaml();
    yaml.note("Drafted from " + table.file() + ", " + table.label() + ".");
    yaml.note("A line marked check says what the matrix does not.");
    yaml.line("plumbline: 1");
    yaml.line("conops: draft-conops", "check: an id of your own");
    yaml.line("title: Concept of operations, who does what", "check");
    yaml.line("zone: " + terms.zone().orElse("America/New_York"), "check");
    yaml.line("parties:");
    Set<String> parties = new LinkedHashSet<>(List.of("customer", "provider"));
    roles.values().forEach(role -> role.party().ifPresent(parties::add));
    for (String party : parties) {
      String name =
          party.equals("customer")
              ? terms.customer().orElse("The customer")
              : party.equals("provider")
                  ? terms.provider().orElse("The provider")
                  : party.equals("qsmo") ? "QSMO" : "Treasury";
      yaml.line("  " + party + ": {name: " + Yaml.value(name) + "}");
    }
    declared(yaml);
    yaml.line("processes:");
    Set<String> ids = new HashSet<>();
    processes.forEach(
        (name, steps) -> {
          yaml.line("  " + Words.id(name.isEmpty() ? "activities" : name, ids) + ":");
          yaml.line("    name: " + Yaml.value(name.isEmpty() ? "Activities" : name));
          yaml.line("    steps:");
          steps.forEach(step -> step.write(yaml));
        });
    return yaml.text();
  }

  private void declared(Yaml yaml) {
    Map<String, RaciRole> declared = new LinkedHashMap<>();
    roles.values().forEach(role -> role.declared().ifPresent(id -> declared.putIfAbsent(id, role)));
    if (!declared.isEmpty()) {
      yaml.line("roles:");
      declared.forEach(
          (id, role) -> new UserRole(role.heading(), role.party(), true).write(yaml, id));
    }
  }
}
