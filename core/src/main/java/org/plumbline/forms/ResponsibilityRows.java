package org.plumbline.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.agreement.Role;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.profile.Words;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook.NewSheet;

/** Who does what by a concept of operations, as the rows of a responsibility matrix. */
public final class ResponsibilityRows {

  private final Conops conops;
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> roles = new LinkedHashSet<>();

  /** A step, with the letters of each role. */
  private record Line(String process, String activity, Map<String, String> marks, String open) {}

  private ResponsibilityRows(Conops conops) {
    this.conops = conops;
    conops
        .processes()
        .forEach((id, process) -> process.steps().forEach(step -> step(id, process, step)));
  }

  private void step(String id, Conops.Process process, Conops.Step step) {
    Map<String, String> marks = new LinkedHashMap<>();
    Optional<Conops.Area> area = process.area().map(conops.areas()::get);
    Set<String> performing = new LinkedHashSet<>(step.responsible());
    conops
        .retained()
        .forEach(
            (role, retained) -> {
              if (retained.does().contains(id + "/" + step.id())) {
                performing.add(role.contains("/") ? role : "customer/" + role);
              }
            });
    for (String party : step.toBe()) {
      if (performing.stream()
          .noneMatch(role -> role.equals(party) || role.startsWith(party + "/"))) {
        performing.add(party);
      }
    }
    performing.forEach(role -> add(marks, role, "R"));
    Optional<String> accountable =
        step.accountable().or(() -> area.flatMap(Conops.Area::accountable));
    accountable.ifPresent(role -> add(marks, role, "A"));
    step.consulted().forEach(role -> add(marks, role, "C"));
    step.informed().forEach(role -> add(marks, role, "I"));
    List<String> open = new ArrayList<>();
    if (accountable.isEmpty()) {
      open.add("nobody is accountable");
    }
    if (performing.isEmpty()) {
      open.add("nobody is responsible");
    }
    roles.addAll(marks.keySet());
    lines.add(new Line(process.name(), step.name(), marks, String.join("; ", open)));
  }

  private static void add(Map<String, String> marks, String role, String letter) {
    marks.merge(role, letter, (old, added) -> old.contains(added) ? old : old + "/" + added);
  }

  /** A matrix made anew; what is open stands in its last column. */
  public static NewSheet sheet(Conops conops) {
    ResponsibilityRows rows = new ResponsibilityRows(conops);
    List<String> order = rows.order();
    List<String> headings = new ArrayList<>(List.of("Process", "Activity"));
    order.forEach(role -> headings.add(rows.heading(role)));
    headings.add("What is open");
    List<Integer> widths = new ArrayList<>(List.of(26, 44));
    order.forEach(role -> widths.add(14));
    widths.add(30);
    List<List<Cell>> cells = new ArrayList<>();
    for (Line line : rows.lines) {
      List<Cell> row =
          new ArrayList<>(List.of(Cell.text(line.process()), Cell.text(line.activity())));
      order.forEach(role -> row.add(Cell.text(line.marks().getOrDefault(role, ""))));
      row.add(Cell.text(line.open()));
      cells.add(row);
    }
    return new NewSheet("Responsibilities", widths, headings, cells);
  }

  /** The customer's roles first, then the provider's. */
  private List<String> order() {
    List<String> order = new ArrayList<>(roles);
    List<String> parties = new ArrayList<>(conops.parties().keySet());
    order.sort(
        java.util.Comparator.comparingInt(
            role -> {
              int at = parties.indexOf(role.split("/", 2)[0]);
              return at < 0 ? parties.size() : at;
            }));
    return order;
  }

  private String heading(String role) {
    int slash = role.indexOf('/');
    String id = role.substring(slash + 1);
    Role declared = conops.roles().get(id);
    String name = declared == null ? id.replace('-', ' ') : declared.name();
    String party = slash < 0 ? "" : role.substring(0, slash);
    boolean said = name.toLowerCase(Locale.ROOT).contains(party);
    return capital(said || party.isEmpty() ? name : party + " " + name);
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /**
   * The cells of a form that differ: marks of its rows and roles, and rows that it lacks.
   *
   * @return empty if no table of the form is such a matrix
   */
  public static Optional<Filled> into(Conops conops, List<FormTable> form, DraftTerms terms) {
    for (FormTable table : form) {
      Optional<RaciColumns> columns = RaciColumns.find(table).or(() -> blank(table, terms));
      if (table.isSheet() && columns.isPresent()) {
        return Optional.of(new ResponsibilityRows(conops).fill(table, columns.get(), terms));
      }
    }
    return Optional.empty();
  }

  /** A form without any mark yet: a row of headings with an activity and roles. */
  private static Optional<RaciColumns> blank(FormTable table, DraftTerms terms) {
    for (int i = 0; i < Math.min(40, table.lines().size()); i++) {
      FormTable.Line line = table.lines().get(i);
      Map<Integer, String> roles = new LinkedHashMap<>();
      int activity = -1;
      int process = -1;
      for (int column = 0; column < line.cells().size(); column++) {
        String heading = line.text(column);
        String plain = Headings.plain(heading);
        if (plain.matches("activit(y|ies)|tasks?|steps?|what")) {
          activity = column;
        } else if (plain.matches("process(es)?|area|function|phase")) {
          process = column;
        } else if (!heading.isEmpty()) {
          RaciRole role = RaciRole.of(heading, "", terms);
          if (role.party().isPresent() || role.declared().isEmpty()) {
            roles.put(column, heading);
          }
        }
      }
      if (activity >= 0 && roles.size() > 1) {
        return Optional.of(new RaciColumns(i, activity, process, roles, Map.of()));
      }
    }
    return Optional.empty();
  }

  private Filled fill(FormTable table, RaciColumns columns, DraftTerms terms) {
    Map<String, Integer> places = new LinkedHashMap<>();
    columns
        .roles()
        .forEach(
            (column, heading) ->
                places.putIfAbsent(
                    RaciRole.of(heading, columns.bands().getOrDefault(column, ""), terms)
                        .reference(),
                    column));
    SortedMap<Long, SortedMap<Integer, Cell>> cells = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (String role : roles) {
      if (!places.containsKey(role)) {
        findings.add(
            Finding.of(
                FindingCode.HOLE_IN_FORM,
                table.place(),
                "the form has no column for " + role,
                "add a column with the heading " + Words.shown(heading(role))));
      }
    }
    List<FormTable.Line> body = table.lines().subList(columns.at() + 1, table.lines().size());
    long last = table.lines().get(table.lines().size() - 1).number();
    int added = 0;
    for (Line line : lines) {
      Optional<FormTable.Line> there =
          body.stream()
              .filter(own -> plain(own.text(columns.activity())).equals(plain(line.activity())))
              .findFirst();
      long number = there.map(own -> (long) own.number()).orElse(last + added + 1);
      added += there.isEmpty() ? 1 : 0;
      SortedMap<Integer, Cell> row = new TreeMap<>();
      if (there.isEmpty()) {
        row.put(columns.activity(), Cell.text(line.activity()));
        if (columns.process() >= 0) {
          row.put(columns.process(), Cell.text(line.process()));
        }
      }
      places.forEach(
          (role, column) -> {
            String ours = line.marks().getOrDefault(role, "");
            String theirs = there.map(own -> own.text(column)).orElse("");
            if (!ResponsibilityMatrix.letters(ours)
                    .containsAll(ResponsibilityMatrix.letters(theirs))
                || ResponsibilityMatrix.letters(ours).size()
                    != ResponsibilityMatrix.letters(theirs).size()) {
              row.put(column, Cell.text(ours));
            }
          });
      if (!row.isEmpty()) {
        cells.put(number, row);
        told.add(
            (there.isEmpty() ? "added row " : "changed row ") + number + ": " + line.activity());
      }
      if (!line.open().isEmpty()) {
        findings.add(
            Finding.of(
                FindingCode.HOLE_IN_FORM,
                table.place((int) number, -1),
                line.activity() + ": " + line.open(),
                "say it in the concept of operations"));
      }
    }
    return new Filled(Map.of(table.name(), cells), told, findings);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
