package org.plumbline.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.profile.Words;
import org.plumbline.profile.Yaml;
import org.plumbline.workbook.WordBlock;

/**
 * A concept of operations in Word made the draft of one, by its headings: sections are clauses, a
 * table of processes gives processes, and the layers of the environment what must be had. What the
 * template asks for between double angle brackets is no content; a section that holds nothing else
 * is a hole.
 */
public final class ConopsDocument {

  private static final Map<String, String> SECTIONS = sections();
  private static final Map<String, String> LAYERS =
      Map.of(
          "infrastructure as a service", "infrastructure",
          "platform as a service", "platform",
          "software as a service", "software",
          "business services", "business-services");

  private final String file;
  private final DraftTerms terms;
  private final List<Section> read = new ArrayList<>();
  private final List<Section> open = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Understood.Row> rows = new ArrayList<>();
  private final Map<String, String> processes = new LinkedHashMap<>();
  private final Map<String, List<String>> needs = new LinkedHashMap<>();
  private final Map<String, UserRole> users = new LinkedHashMap<>();
  private final ConceptTables known = new ConceptTables();

  private static Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("overview|introduction|purpose.*", "overview");
    sections.put(".*solution summary|proposed solution", "summary");
    sections.put(".*processes.*", "processes");
    sections.put(".*(users|stakeholders).*", "users");
    sections.put(".*(policies|assumptions|constraints).*", "assumptions");
    sections.put("operational concept.*", "operational-concept");
    sections.put(".*environment.*", "environment");
    sections.put(".*scenarios?.*", "scenarios");
    return sections;
  }

  /** What stands below one heading. */
  private static final class Section {
    private final String heading;
    private final int level;
    private final List<String> texts = new ArrayList<>();
    private final List<WordBlock.Table> tables = new ArrayList<>();

    Section(String heading, int level) {
      this.heading = heading;
      this.level = level;
    }

    boolean isEmpty() {
      return texts.isEmpty() && tables.isEmpty();
    }
  }

  private ConopsDocument(String file, DraftTerms terms) {
    this.file = file;
    this.terms = terms;
  }

  /**
   * Makes a draft.
   *
   * @param file the document as it was named
   */
  public static Understood read(String file, List<WordBlock> blocks, DraftTerms terms) {
    ConopsDocument document = new ConopsDocument(file, terms);
    document.sections(blocks);
    if (document.read.isEmpty()) {
      Finding none =
          Finding.of(
              FindingCode.FORM_NOT_UNDERSTOOD,
              Place.of(file),
              "the document has no headings",
              "use Word's styles Heading 1, Heading 2 … for them");
      return new Understood("", List.of(), List.of(), List.of(none), "");
    }
    return document.made();
  }

  private void sections(List<WordBlock> blocks) {
    boolean asked = false;
    Optional<Section> section = Optional.empty();
    for (WordBlock block : blocks) {
      if (block instanceof WordBlock.Heading heading) {
        asked = false;
        boolean contents = heading.text().matches("(?i)(table of )?contents");
        section =
            contents ? Optional.empty() : Optional.of(new Section(heading.text(), heading.level()));
        section.ifPresent(read::add);
      } else if (block instanceof WordBlock.Paragraph paragraph) {
        String text = paragraph.text();
        boolean begins = text.contains("<<");
        String left = asked || begins ? withoutAsking(text, asked) : text;
        asked = text.lastIndexOf("<<") > text.lastIndexOf(">>") || asked && !text.contains(">>");
        if (!left.isBlank() && section.isPresent()) {
          section.get().texts.add((paragraph.listed() ? "- " : "") + left.strip());
        }
      } else if (block instanceof WordBlock.Table table && section.isPresent()) {
        section.get().tables.add(table);
      }
    }
  }

  /** What is left of a text without what the template asks for. */
  private static String withoutAsking(String text, boolean asked) {
    String whole = asked ? "<<" + text : text;
    return whole.replaceAll("(?s)<<.*?>>", " ").replaceAll("(?s)<<.*$", " ").strip();
  }

  private Understood made() {
    for (int i = 0; i < read.size(); i++) {
      section(read.get(i), leads(i));
    }
    long filled = read.stream().filter(section -> !section.isEmpty()).count();
    String what = Words.counted(read.size(), "section") + ", " + filled + " with content";
    return new Understood(what, List.of(), rows, findings, text());
  }

  /** Whether sections of a deeper level follow. */
  private boolean leads(int at) {
    return at + 1 < read.size() && read.get(at + 1).level > read.get(at).level;
  }

  private void section(Section section, boolean leads) {
    if (isAround(section)) {
      section.tables.forEach(known::facts);
      return;
    }
    String name = name(section);
    String layer = LAYERS.get(plain(section));
    List<String> notes = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    section.tables.removeIf(table -> known.takes(table, taken));
    if (section.isEmpty() && taken.isEmpty() && !leads) {
      notes.add("nobody has filled it in");
      open.add(section);
      findings.add(
          Finding.of(
              FindingCode.HOLE_IN_FORM,
              Place.of(file + ", section " + Words.shown(section.heading)),
              "the section holds nothing but what the template asks for",
              "write it, or say that it does not apply"));
    }
    for (WordBlock.Table table : section.tables) {
      table(table, name, notes);
    }
    if (name.equals("users") && taken.isEmpty()) {
      Map<String, UserRole> named = UserRole.of(section.texts, section.tables, terms);
      notes.addAll(UserRole.told(named));
      named.forEach(
          (id, role) -> {
            if (role.isDeclared()) {
              users.putIfAbsent(id, role);
            }
          });
    }
    if (layer != null) {
      needs.put(
          layer,
          section.texts.stream()
              .map(text -> Words.oneLine(text.replaceFirst("^- ", "")))
              .filter(text -> text.matches("(?i).*(availab|reliab|maintain|recover).*"))
              .toList());
    }
    List<String> as = new ArrayList<>();
    if (!section.isEmpty()) {
      as.add("clause " + name + (layer == null ? "" : ", layer " + layer));
    }
    as.addAll(taken);
    if (as.isEmpty()) {
      as.add(leads ? "a heading of the sections below" : "nothing; it would be " + name);
    }
    rows.add(new Understood.Row("section", section.heading, String.join("; ", as), notes));
  }

  /** A table of processes gives processes; a responsibility matrix is named. */
  private void table(WordBlock.Table table, String section, List<String> notes) {
    List<FormTable> form = FormTable.tables(file, List.of(table));
    if (RaciColumns.find(form.get(0)).isPresent()) {
      notes.add(
          "table "
              + table.number()
              + " is a responsibility matrix; import responsibilities reads it");
      return;
    }
    if (!section.equals("processes") || table.rows().size() < 2) {
      return;
    }
    List<String> head = table.rows().get(0).stream().map(Headings::plain).toList();
    int name = first(head, ".*(process|function|name).*");
    int value = first(head, ".*value.*");
    for (List<String> row : table.rows().subList(1, table.rows().size())) {
      String called = name < 0 || name >= row.size() ? "" : withoutAsking(row.get(name), false);
      if (!called.isBlank()) {
        String worth = value < 0 || value >= row.size() ? "" : withoutAsking(row.get(value), false);
        processes.put(Words.oneLine(called), Words.oneLine(worth));
      }
    }
    notes.add("processes: " + String.join(", ", processes.keySet()));
  }

  private static int first(List<String> head, String words) {
    for (int i = 0; i < head.size(); i++) {
      if (head.get(i).matches(words)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a section is about the document and no part of the concept. */
  private static boolean isAround(Section section) {
    return plain(section).matches("document history|management certification|about this document");
  }

  private static String plain(Section section) {
    return Headings.plain(section.heading).replaceAll("^[\\d.]+ ", "");
  }

  private static String name(Section section) {
    return nameOf(plain(section));
  }

  /** The layer of the environment that a heading is of; empty text if it is of none. */
  static String layerOf(String plain) {
    return LAYERS.getOrDefault(plain, "");
  }

  /** The id of the clause that stands below a heading, in lower case and without its number. */
  static String nameOf(String plain) {
    for (Map.Entry<String, String> known : SECTIONS.entrySet()) {
      if (plain.matches(known.getKey())) {
        return known.getValue();
      }
    }
    return Words.id(plain, new HashSet<>());
  }

  private String text() {
    Yaml yaml = new Yaml();
    yaml.note("Drafted from " + file + ", by its headings.");
    yaml.line("plumbline: 1");
    known.head(yaml, terms);
    known.write(yaml, users);
    Set<String> ids = new HashSet<>();
    if (!processes.isEmpty()) {
      yaml.line("processes:");
      processes.forEach(
          (name, value) -> {
            yaml.line("  " + Words.id(name, ids) + ":", "check: its steps, and who performs them");
            yaml.line("    name: " + Yaml.value(name));
            if (!value.isEmpty()) {
              yaml.line("    value: " + Yaml.value(value));
            }
          });
    }
    if (needs.values().stream().anyMatch(list -> !list.isEmpty())) {
      yaml.line("layers:");
      needs.forEach(
          (layer, list) -> {
            if (!list.isEmpty()) {
              yaml.line(
                  "  " + layer + ": {needs: " + Yaml.list(list) + "}",
                  "check: as-is and to-be, who provides it");
            }
          });
    }
    clauses(yaml);
    return yaml.text();
  }

  private void clauses(Yaml yaml) {
    Set<String> taken = new HashSet<>();
    List<Section> filled =
        read.stream().filter(section -> !section.isEmpty() && !isAround(section)).toList();
    if (!filled.isEmpty()) {
      yaml.line("clauses:");
    }
    for (Section section : filled) {
      List<String> texts = new ArrayList<>(section.texts);
      for (WordBlock.Table table : section.tables) {
        table.rows().forEach(row -> texts.add(String.join(" | ", row).strip()));
      }
      yaml.line("  - id: " + Words.id(name(section), taken));
      yaml.line("    heading: " + Yaml.value(section.heading));
      yaml.line("    text: " + Yaml.value(String.join("\n", texts)));
    }
    for (int i = 0; i < read.size(); i++) {
      if (open.contains(read.get(i))) {
        yaml.note("check: nothing stands under " + read.get(i).heading);
      }
    }
  }
}
