package org.plumbline.web.conops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CompanionEdit;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.evidence.EvidenceFiles;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * A concept of operations changed in forms: a new draft each time, in which what was not changed
 * keeps its words, its layout and its comments.
 */
@Component
final class ConceptForms {

  private static final int MOST = 2_000;

  private static final Pattern PATHS =
      Pattern.compile(
          "title"
              + "|(?:areas|retained|layers|processes|clauses)/[a-z][a-z0-9-]{0,62}(?:/[a-z-]+)?"
              + "|processes/[a-z][a-z0-9-]{0,62}/steps/[a-z][a-z0-9-]{0,62}(?:/[a-z-]+)?");

  private static final Set<String> REFERENCES =
      Set.of("as-is", "to-be", "responsible", "consulted", "informed", "does", "after");

  private static final Set<String> SENTENCES = Set.of("systems", "needs");

  private static final Set<String> SINGLE =
      Set.of(
          "name",
          "value",
          "area",
          "accountable",
          "before",
          "calendar",
          "fte",
          "heading",
          "text",
          "title");

  private final Agreements agreements;
  private final Authority authority;
  private final Concepts concepts;
  private final EvidenceFiles evidence;

  ConceptForms(
      Agreements agreements, Authority authority, Concepts concepts, EvidenceFiles evidence) {
    this.agreements = agreements;
    this.authority = authority;
    this.concepts = concepts;
    this.evidence = evidence;
  }

  /** A step as a form shows it: its own values, which stand in the text. */
  record StepForm(String path, String process, Conops.Step step) {

    /** A list as it is put in. */
    public String listed(List<String> values) {
      return String.join(", ", values);
    }

    /** How long it may take, as the language writes it. */
    public String before() {
      return step.before().map(Object::toString).orElse("");
    }
  }

  /** One of the five areas, as a form shows it. */
  record AreaForm(String path, String wanted, boolean isThere, Conops.Area area) {}

  /** Steps with the paths of their values. */
  static List<StepForm> steps(Conops concept) {
    List<StepForm> forms = new ArrayList<>();
    concept
        .processes()
        .forEach(
            (id, process) ->
                process
                    .steps()
                    .forEach(
                        step ->
                            forms.add(
                                new StepForm(
                                    "processes/" + id + "/steps/" + step.id(),
                                    process.name(),
                                    step))));
    return forms;
  }

  /** The areas that are there, then those of the five that are not. */
  static List<AreaForm> areas(ConceptView view, Conops concept) {
    List<AreaForm> forms = new ArrayList<>();
    concept.areas().forEach((id, area) -> forms.add(new AreaForm("areas/" + id, "", true, area)));
    view.areas().stream()
        .filter(area -> area.name().isEmpty())
        .forEach(
            area ->
                forms.add(
                    new AreaForm(
                        "areas/" + id(area.wanted()),
                        area.wanted(),
                        false,
                        new Conops.Area(
                            area.wanted(),
                            java.util.Optional.empty(),
                            List.of(),
                            List.of(),
                            List.of()))));
    return forms;
  }

  /**
   * Keeps a concept with other values as a new draft.
   *
   * @param values texts by path; an empty one takes out what stands there. Several references stand
   *     with commas between them, several sentences on lines of their own
   * @return the new draft
   */
  UUID keep(Viewer viewer, UUID agreement, UUID concept, Map<String, String> values) {
    agreements.one(viewer, agreement);
    ConceptRow row = concepts.one(viewer, agreement, concept);
    authority.require(viewer, agreement, Act.DRAFT);
    String text = concepts.text(viewer, row);
    Conops before =
        ConceptView.of(text)
            .concept()
            .orElseThrow(
                () ->
                    new Refused(
                        "Mend the errors in the text first; a form can only change what can be"
                            + " read."));
    List<CompanionEdit.Change> changes = changes(before, values);
    String edited;
    try {
      edited = CompanionEdit.edit(text, changes);
    } catch (IllegalArgumentException fault) {
      throw new Refused("There is nothing to change at that place.");
    }
    if (edited.equals(text)) {
      throw new Refused("Nothing was changed.");
    }
    ConceptView after = ConceptView.of(edited);
    List<Finding> wrong =
        after.findings().stream().filter(each -> each.severity() == Severity.ERROR).toList();
    if (after.concept().isEmpty() || !wrong.isEmpty()) {
      throw new Refused(
          wrong.isEmpty()
              ? "With these values it cannot be read."
              : wrong.get(0).place().path()
                  + ": "
                  + wrong.get(0).found()
                  + "; "
                  + wrong.get(0).right()
                  + ".");
    }
    UUID kept = concepts.draft(viewer, agreement, edited);
    evidence.carry(viewer, agreement, concept, kept);
    return kept;
  }

  private static List<CompanionEdit.Change> changes(Conops before, Map<String, String> values) {
    if (values.size() > MOST) {
      throw new Refused("Change at most " + MOST + " values at once.");
    }
    Map<String, String> all = new LinkedHashMap<>(values);
    all.keySet().removeAll(unasked(before, values));
    List<CompanionEdit.Change> changes = new ArrayList<>();
    all.forEach(
        (path, value) -> {
          if (!PATHS.matcher(path).matches()) {
            throw new Refused("A form changes no “" + path + "”.");
          }
          String last = path.substring(path.lastIndexOf('/') + 1);
          boolean whole =
              path.matches("(?:areas|retained|layers|processes|clauses)/[^/]+|.*/steps/[^/]+");
          String said = value.strip().replace("\r\n", "\n");
          boolean known =
              REFERENCES.contains(last) || SENTENCES.contains(last) || SINGLE.contains(last);
          if (whole ? !said.isEmpty() : !known) {
            throw new Refused("A form changes no “" + path + "”.");
          }
          boolean references = REFERENCES.contains(last);
          boolean list = !whole && (references || SENTENCES.contains(last));
          List<String> texts =
              said.isEmpty()
                  ? List.of()
                  : !list
                      ? List.of(said)
                      : Arrays.stream(said.split(references ? "[,\n]" : "\n", -1))
                          .map(String::strip)
                          .filter(each -> !each.isEmpty())
                          .toList();
          changes.add(new CompanionEdit.Change(path, texts, list));
        });
    return changes;
  }

  /** Rows that are not there and of which nothing but the name was put in. */
  private static Set<String> unasked(Conops before, Map<String, String> values) {
    Set<String> unasked = new LinkedHashSet<>();
    for (String path : values.keySet()) {
      if (path.matches("areas/[^/]+/name")) {
        String row = path.substring(0, path.lastIndexOf('/') + 1);
        boolean there = before.areas().containsKey(row.substring(6, row.length() - 1));
        boolean said =
            values.entrySet().stream()
                .anyMatch(
                    each ->
                        each.getKey().startsWith(row)
                            && !each.getKey().equals(path)
                            && !each.getValue().isBlank());
        if (!there && !said) {
          values.keySet().stream().filter(each -> each.startsWith(row)).forEach(unasked::add);
        }
      }
    }
    return unasked;
  }

  /**
   * What a form adds, as values by path.
   *
   * @param what {@code process}, {@code step}, {@code retained}, {@code layer} or {@code clause}
   * @param in of a step, the process
   */
  static Map<String, String> added(String what, String in, String name, String text) {
    if (name.isBlank()) {
      throw new Refused("Name it.");
    }
    String id = id(name);
    Map<String, String> values = new LinkedHashMap<>();
    switch (what) {
      case "process" -> {
        values.put("processes/" + id + "/name", name);
        values.put("processes/" + id + "/value", text);
      }
      case "step" -> values.put("processes/" + in + "/steps/" + id + "/name", name);
      case "retained" -> {
        values.put("retained/" + id + "/name", text.isBlank() ? name : text);
      }
      case "clause" -> {
        values.put("clauses/" + id + "/heading", name);
        values.put("clauses/" + id + "/text", text);
      }
      default -> throw new Refused("Choose what to add.");
    }
    values.values().removeIf(String::isBlank);
    return values;
  }

  /** An id of a name: small letters, digits and hyphens. */
  static String id(String name) {
    String id =
        name.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+|-+$", "");
    return id.isEmpty() ? "new" : id.substring(0, Math.min(id.length(), 60)).replaceAll("-+$", "");
  }
}
