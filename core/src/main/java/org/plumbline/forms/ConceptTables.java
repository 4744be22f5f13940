package org.plumbline.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.profile.Words;
import org.plumbline.profile.Yaml;
import org.plumbline.workbook.WordBlock;

/**
 * The tables of a concept of operations that Plumbline wrote, recognized by their headings: who
 * takes part, which steps there are, who performs them and answers for them.
 */
final class ConceptTables {

  /** What a table holds. */
  private enum Kind {
    PARTIES("party id"),
    CALENDARS("calendar id", "as it is written"),
    ROLES("role id"),
    AREAS("area id"),
    PROCESSES("process id"),
    STEPS("reference", "step"),
    ANSWERED("reference", "accountable"),
    RETAINED("retained role"),
    LAYERS("layer", "must have");

    private final String key;
    private final String also;

    Kind(String key) {
      this(key, key);
    }

    Kind(String key, String also) {
      this.key = key;
      this.also = also;
    }
  }

  /** A row by its headings. */
  private record Row(Map<String, String> cells) {
    String text(String heading) {
      return cells.getOrDefault(heading, "");
    }
  }

  private final Map<Kind, List<Row>> rows = new LinkedHashMap<>();
  private final Map<String, String> facts = new LinkedHashMap<>();

  /** Whether it is one of them; its rows are kept, and told. */
  boolean takes(WordBlock.Table table, List<String> told) {
    if (table.rows().isEmpty()) {
      return false;
    }
    List<String> headings = table.rows().get(0).stream().map(Headings::plain).toList();
    for (Kind kind : Kind.values()) {
      if (headings.contains(kind.key) && headings.contains(kind.also)) {
        List<Row> own = rows.computeIfAbsent(kind, each -> new ArrayList<>());
        for (List<String> cells : table.rows().subList(1, table.rows().size())) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 0; i < Math.min(cells.size(), headings.size()); i++) {
            row.put(headings.get(i), Words.oneLine(cells.get(i)));
          }
          if (!row.getOrDefault(kind.key, "").isEmpty()) {
            own.add(new Row(row));
          }
        }
        told.add(
            Words.counted(table.rows().size() - 1L, "row")
                + " of "
                + kind.name().toLowerCase(Locale.ROOT));
        return true;
      }
    }
    return false;
  }

  /** What the last page says of the document: its id, title and zone. */
  void facts(WordBlock.Table table) {
    for (List<String> row : table.rows()) {
      if (row.size() == 2) {
        facts.putIfAbsent(Headings.plain(row.get(0)), Words.oneLine(row.get(1)));
      }
    }
  }

  private Optional<String> fact(String name, String shape) {
    return Optional.ofNullable(facts.get(name)).filter(text -> text.matches(shape));
  }

  /** Id, title, zone and parties, with a note at what the document does not say. */
  void head(Yaml yaml, DraftTerms terms) {
    Optional<String> id = fact("concept of operations", "[a-z][a-z0-9-]*");
    said(yaml, "conops: ", id, "draft-conops", "check: an id of your own");
    Optional<String> title = fact("title", ".+").map(Yaml::value);
    said(yaml, "title: ", title, "Target State Concept of Operations", "check");
    Optional<String> zone = terms.zone().or(() -> fact("zone", "[A-Za-z_]+(/[A-Za-z_+-]+)*"));
    said(yaml, "zone: ", zone, "America/New_York", "check");
    yaml.line("parties:");
    List<Row> parties = of(Kind.PARTIES);
    if (parties.isEmpty()) {
      yaml.line("  customer: {name: " + Yaml.value(terms.customer().orElse("The customer")) + "}");
      yaml.line("  provider: {name: " + Yaml.value(terms.provider().orElse("The provider")) + "}");
    }
    for (Row party : parties) {
      List<String> entries = new ArrayList<>(List.of("name: " + Yaml.value(party.text("party"))));
      String federal = party.text("federal");
      if (federal.matches("yes|no")) {
        entries.add("federal: " + federal.equals("yes"));
      }
      yaml.line("  " + id(party.text("party id")) + ": {" + String.join(", ", entries) + "}");
    }
  }

  private static void said(
      Yaml yaml, String key, Optional<String> value, String otherwise, String check) {
    if (value.isPresent()) {
      yaml.line(key + value.get());
    } else {
      yaml.line(key + otherwise, check);
    }
  }

  private List<Row> of(Kind kind) {
    return rows.getOrDefault(kind, List.of());
  }

  /**
   * Everything else that stands in tables.
   *
   * @param others roles that other parts of the document name, by id; a line each
   */
  void write(Yaml yaml, Map<String, UserRole> others) {
    List<String> calendars = calendars();
    List<String> works = new ArrayList<>();
    for (Row party : of(Kind.PARTIES)) {
      if (!party.text("counts its time in").isEmpty()) {
        works.add(id(party.text("party id")) + ": " + id(party.text("counts its time in")));
      }
    }
    if (!works.isEmpty()) {
      String line = "works: {" + String.join(", ", works) + "}";
      if (calendars.isEmpty()) {
        yaml.line(line, "check: no table says what these calendars are");
      } else {
        yaml.line(line);
      }
    }
    if (!calendars.isEmpty()) {
      yaml.line("calendars:");
      calendars.forEach(yaml::line);
    }
    roles(yaml, others);
    list(yaml, "areas", Kind.AREAS);
    processes(yaml);
    list(yaml, "retained", Kind.RETAINED);
    layers(yaml);
  }

  /** The calendars that a table writes out, a line each. */
  private List<String> calendars() {
    List<String> lines = new ArrayList<>();
    for (Row row : of(Kind.CALENDARS)) {
      String written = row.text("as it is written").replace('“', '"').replace('”', '"');
      if (written.matches("\\{.*\\}")) {
        lines.add("  " + id(row.text("calendar id")) + ": " + written);
      }
    }
    return lines;
  }

  private void roles(Yaml yaml, Map<String, UserRole> others) {
    Map<String, UserRole> left = new LinkedHashMap<>(others);
    if (!left.isEmpty() || !of(Kind.ROLES).isEmpty()) {
      yaml.line("roles:");
    }
    for (Row row : of(Kind.ROLES)) {
      String id = reference(row.text(Kind.ROLES.key));
      left.remove(id);
      yaml.line(
          "  "
              + id
              + ": {name: "
              + Yaml.value(row.text("role"))
              + ", party: "
              + id(row.text("party"))
              + ", stands-for: "
              + id(row.text("stands for"))
              + "}");
    }
    left.forEach((id, role) -> role.write(yaml, id));
  }

  /** A map of one entry a row. */
  private void list(Yaml yaml, String key, Kind kind) {
    if (of(kind).isEmpty()) {
      return;
    }
    yaml.line(key + ":");
    for (Row row : of(kind)) {
      List<String> entries = new ArrayList<>();
      switch (kind) {
        case AREAS -> {
          entries.add("name: " + Yaml.value(row.text("area")));
          taking(row, entries);
        }
        case RETAINED -> {
          entries.add("name: " + Yaml.value(row.text("what it does")));
          if (row.text("full-time equivalents").matches("\\d+(\\.\\d+)?")) {
            entries.add("fte: " + row.text("full-time equivalents"));
          }
          entries.add("does: " + references(row.text("steps"), ";"));
        }
        default -> throw new IllegalStateException("a map of " + kind);
      }
      yaml.line("  " + reference(row.text(kind.key)) + ": {" + String.join(", ", entries) + "}");
    }
  }

  private static void taking(Row row, List<String> entries) {
    if (!row.text("accountable").isEmpty()) {
      entries.add("accountable: " + reference(row.text("accountable")));
    }
    for (String part : List.of("responsible", "consulted", "informed")) {
      if (!row.text(part).isEmpty()) {
        entries.add(part + ": " + references(row.text(part), ";"));
      }
    }
  }

  private void processes(Yaml yaml) {
    Map<String, List<String>> steps = steps();
    if (of(Kind.PROCESSES).isEmpty() && steps.isEmpty()) {
      return;
    }
    yaml.line("processes:");
    for (Row process : of(Kind.PROCESSES)) {
      String id = id(process.text("process id"));
      yaml.line("  " + id + ":");
      yaml.line("    name: " + Yaml.value(process.text("process")));
      if (!process.text("business value").isEmpty()) {
        yaml.line("    value: " + Yaml.value(process.text("business value")));
      }
      if (!process.text("area").isEmpty()) {
        yaml.line("    area: " + id(process.text("area")));
      }
      if (!process.text("systems").isEmpty()) {
        yaml.line("    systems: " + Yaml.list(parts(process.text("systems"), ";")));
      }
      lines(yaml, steps.remove(id));
    }
    steps.forEach(
        (id, left) -> {
          yaml.line("  " + id + ":");
          yaml.line("    name: " + Yaml.value(id), "check: no table names this process");
          lines(yaml, left);
        });
  }

  private static void lines(Yaml yaml, @org.jspecify.annotations.Nullable List<String> steps) {
    if (steps != null) {
      yaml.line("    steps:");
      steps.forEach(yaml::line);
    }
  }

  /** The steps of each process, a line each. */
  private Map<String, List<String>> steps() {
    Map<String, Row> answered = new LinkedHashMap<>();
    of(Kind.ANSWERED).forEach(row -> answered.put(row.text("reference"), row));
    Map<String, List<String>> steps = new LinkedHashMap<>();
    for (Row row : of(Kind.STEPS)) {
      String reference = reference(row.text("reference"));
      int slash = reference.indexOf('/');
      String step = reference.substring(slash + 1);
      List<String> entries = new ArrayList<>();
      entries.add("id: " + step);
      entries.add("name: " + Yaml.value(row.text("step")));
      party(entries, "as-is", row.text("today"));
      party(entries, "to-be", row.text("target state"));
      Row who = answered.get(row.text("reference"));
      if (who != null) {
        taking(who, entries);
      }
      String[] takes = row.text("takes at most").split(" in ", 2);
      if (!takes[0].isEmpty()) {
        entries.add("before: " + takes[0].toLowerCase(Locale.ROOT));
      }
      if (takes.length == 2) {
        entries.add("calendar: " + id(takes[1]));
      }
      if (!row.text("after").isEmpty()) {
        entries.add("after: " + Yaml.list(parts(row.text("after"), ";")));
      }
      steps
          .computeIfAbsent(
              slash < 0 ? "steps" : reference.substring(0, slash), id -> new ArrayList<>())
          .add("      - {" + String.join(", ", entries) + "}");
    }
    return steps;
  }

  private static void party(List<String> entries, String key, String text) {
    if (!text.isEmpty()) {
      entries.add(key + ": " + references(text, ";"));
    }
  }

  private void layers(Yaml yaml) {
    Map<String, List<Row>> layers = new LinkedHashMap<>();
    of(Kind.LAYERS)
        .forEach(
            row -> layers.computeIfAbsent(id(row.text("layer")), id -> new ArrayList<>()).add(row));
    if (!layers.isEmpty()) {
      yaml.line("layers:");
    }
    layers.forEach(
        (id, own) -> {
          List<String> entries = new ArrayList<>();
          party(entries, "as-is", own.get(0).text("today"));
          party(entries, "to-be", own.get(0).text("target state"));
          List<String> needs =
              own.stream()
                  .map(row -> row.text("must have"))
                  .filter(need -> !need.isEmpty())
                  .toList();
          if (!needs.isEmpty()) {
            entries.add("needs: " + Yaml.list(needs));
          }
          yaml.line("  " + id + ": {" + String.join(", ", entries) + "}");
        });
  }

  /** A party or a role in the words of a table: {@code customer, business owner}. */
  private static String reference(String words) {
    List<String> ids = new ArrayList<>();
    for (String part : words.split("[,/]")) {
      if (!part.isBlank()) {
        ids.add(id(part));
      }
    }
    return String.join("/", ids);
  }

  private static String references(String text, String between) {
    return "["
        + String.join(", ", parts(text, between).stream().map(ConceptTables::reference).toList())
        + "]";
  }

  private static List<String> parts(String text, String between) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(between, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private static String id(String words) {
    return Words.id(words, new java.util.HashSet<>());
  }
}
