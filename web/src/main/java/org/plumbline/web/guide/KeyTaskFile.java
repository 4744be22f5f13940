package org.plumbline.web.guide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.yaml.YamlText;
import org.plumbline.agreement.yaml.YamlValue;
import org.plumbline.finding.Findings;

/**
 * Reads a key task from the front matter of a page, as the site of the playbook keeps them. These
 * pages are written by hand and have defects: a stakeholder named twice, {@code shared} for both
 * parties, links in text, empty lists, a number that is missing. All of that is read, and said.
 */
final class KeyTaskFile {

  private final String file;
  private final List<String> remarks = new ArrayList<>();

  private KeyTaskFile(String file) {
    this.file = file;
  }

  /**
   * Reads one.
   *
   * @param file its name, such as {@code 3.16.md}
   * @return nothing if it has no front matter that names a task
   */
  static Optional<KeyTask> read(String file, String content) {
    return new KeyTaskFile(file).task(content);
  }

  private Optional<KeyTask> task(String content) {
    String text = content.replace("\r\n", "\n").replaceFirst("^\uFEFF?\\s*---[ \t]*\n", "");
    int end = text.indexOf("\n---");
    Findings findings = new Findings();
    Optional<YamlValue> root =
        YamlText.read(file, end < 0 ? text : text.substring(0, end + 1), findings);
    findings
        .inFileOrder()
        .forEach(each -> remarks.add("line " + each.place().line() + ": " + each.found()));
    if (root.isEmpty() || !(root.get() instanceof YamlValue.Mapping map)) {
      return Optional.empty();
    }
    String name = text(map, "name");
    return name.isEmpty() ? Optional.empty() : Optional.of(task(map, name));
  }

  private KeyTask task(YamlValue.Mapping map, String name) {
    return new KeyTask(
        name,
        number(map),
        text(map, "objective"),
        parties(map, EnumSet.noneOf(TaskParty.class)),
        activities(map),
        texts(map, "inputs"),
        texts(map, "outputs"),
        stakeholders(map),
        texts(map, "bestPractice"),
        remarks);
  }

  private String number(YamlValue.Mapping map) {
    String phase = text(map, "phase");
    String task = text(map, "keyTask");
    return !phase.isEmpty() && !task.isEmpty()
        ? phase + "." + task
        : file.matches("\\d+\\.\\d+\\.md") ? file.substring(0, file.length() - 3) : "";
  }

  private List<KeyTask.Activity> activities(YamlValue.Mapping map) {
    Set<TaskParty> whole = parties(map, EnumSet.of(TaskParty.CUSTOMER, TaskParty.PROVIDER));
    List<KeyTask.Activity> activities = new ArrayList<>();
    items(map, "activities").forEach(item -> add(activities, item, Optional.empty(), whole));
    for (YamlValue group : items(map, "activitiesGroups")) {
      if (group instanceof YamlValue.Mapping grouped) {
        Optional<String> heading =
            Optional.of(text(grouped, "group")).filter(words -> !words.isEmpty());
        items(grouped, "activities").forEach(item -> add(activities, item, heading, whole));
      }
    }
    if (activities.isEmpty()) {
      remarks.add("it has no activities");
    }
    return activities;
  }

  private void add(
      List<KeyTask.Activity> activities,
      YamlValue item,
      Optional<String> group,
      Set<TaskParty> whole) {
    String text = text(item);
    if (text.isEmpty()) {
      return;
    }
    boolean detailed = item instanceof YamlValue.Mapping;
    activities.add(
        new KeyTask.Activity(
            text,
            group,
            detailed ? parties((YamlValue.Mapping) item, whole) : whole,
            detailed ? texts((YamlValue.Mapping) item, "evidence") : List.of()));
  }

  /** Each once, with all the parties that it is named for. */
  private List<KeyTask.Stakeholder> stakeholders(YamlValue.Mapping map) {
    Map<String, Set<TaskParty>> all = new LinkedHashMap<>();
    for (YamlValue item : items(map, "stakeholders")) {
      String text = text(item);
      Set<TaskParty> parties =
          item instanceof YamlValue.Mapping detailed
              ? parties(detailed, EnumSet.of(TaskParty.CUSTOMER, TaskParty.PROVIDER))
              : EnumSet.of(TaskParty.CUSTOMER, TaskParty.PROVIDER);
      if (!text.isEmpty() && all.containsKey(text)) {
        remarks.add("the stakeholder " + text + " is named twice");
      }
      if (!text.isEmpty()) {
        all.computeIfAbsent(text, each -> EnumSet.noneOf(TaskParty.class)).addAll(parties);
      }
    }
    return all.entrySet().stream()
        .map(each -> new KeyTask.Stakeholder(each.getKey(), each.getValue()))
        .toList();
  }

  private Set<TaskParty> parties(YamlValue.Mapping map, Set<TaskParty> otherwise) {
    List<String> named = texts(map, "responsibleParty");
    Set<TaskParty> parties = EnumSet.noneOf(TaskParty.class);
    for (String name : named) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "customer", "c" -> parties.add(TaskParty.CUSTOMER);
        case "provider", "p" -> parties.add(TaskParty.PROVIDER);
        case "qsmo" -> parties.add(TaskParty.QSMO);
        case "shared", "s" -> parties.addAll(EnumSet.of(TaskParty.CUSTOMER, TaskParty.PROVIDER));
        default -> remarks.add("there is no party " + name);
      }
    }
    return parties.isEmpty() ? otherwise : parties;
  }

  private static List<YamlValue> items(YamlValue.Mapping map, String key) {
    Optional<YamlValue> value = map.entry(key).map(YamlValue.Entry::value);
    if (value.isEmpty() || (value.get() instanceof YamlValue.Scalar none && none.isNothing())) {
      return List.of();
    }
    return value.get() instanceof YamlValue.Sequence list ? list.items() : List.of(value.get());
  }

  private static List<String> texts(YamlValue.Mapping map, String key) {
    return items(map, key).stream()
        .map(KeyTaskFile::text)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static String text(YamlValue.Mapping map, String key) {
    return map.entry(key).map(YamlValue.Entry::value).map(KeyTaskFile::text).orElse("");
  }

  /** A text, or the text within a map; without links and other marks. */
  private static String text(YamlValue value) {
    if (value instanceof YamlValue.Mapping map) {
      return text(map, "text");
    }
    return value instanceof YamlValue.Scalar scalar && !scalar.isNothing()
        ? scalar
            .text()
            .replaceAll("<[^<>]*>", "")
            .replace("&amp;", "&")
            .replaceAll("\\s+", " ")
            .strip()
        : "";
  }
}
