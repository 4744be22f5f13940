package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.yaml.Written.Entries;
import org.plumbline.agreement.yaml.Written.Items;
import org.plumbline.finding.Findings;

/**
 * Changes values of a document beside an agreement, such as a concept of operations, by their
 * paths, within the text that a person wrote: what is not changed keeps its words, its layout and
 * its comments.
 */
public final class CompanionEdit {

  private static final int[] DEPTHS = {Integer.MAX_VALUE, 4, 3, 2, 1};

  /** What is a list of things with ids; all else that has something below it is a map. */
  private static final Set<String> LISTS = Set.of("steps", "clauses");

  private CompanionEdit() {}

  /**
   * A new value.
   *
   * @param path from the top; a thing in a list is named by its id: {@code
   *     processes/invoice/steps/enter/accountable}
   * @param texts what stands there; nothing: it is taken out, with all below it
   * @param isList whether several may stand there; one alone is written without brackets
   */
  public record Change(String path, List<String> texts, boolean isList) {
    /** Copies the list. */
    public Change {
      texts = List.copyOf(texts);
      if (path.isBlank() || path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
        throw new IllegalArgumentException("no path: " + path);
      }
    }
  }

  /**
   * The changed text.
   *
   * @param text what a person wrote; it reads as a YAML map
   * @throws IllegalArgumentException if it does not, or a path leads through a single value
   */
  public static String edit(String text, List<Change> changes) {
    Written before = read(text).orElseThrow(() -> new IllegalArgumentException("no YAML map"));
    Entries after = (Entries) copy(before);
    changes.forEach(change -> set(after, change));
    if (before.equals(after)) {
      return text;
    }
    for (int depth : DEPTHS) {
      Optional<String> edited = TextChange.of(text, before, after, depth);
      if (edited.flatMap(CompanionEdit::read).filter(after::equals).isPresent()) {
        return edited.get();
      }
    }
    return TextChange.commentsOf(text) + YamlPrinter.print(after);
  }

  private static Optional<Written> read(String text) {
    Findings findings = new Findings();
    return YamlText.read("document.yaml", text, findings)
        .filter(YamlValue.Mapping.class::isInstance)
        .map(value -> copy(TermEdit.of(value)));
  }

  private static Written copy(Written written) {
    if (written instanceof Entries map) {
      Map<String, Written> entries = new LinkedHashMap<>();
      map.entries().forEach((key, below) -> entries.put(key, copy(below)));
      return new Entries(entries, false);
    }
    return written instanceof Items list
        ? new Items(new ArrayList<>(list.items().stream().map(CompanionEdit::copy).toList()), false)
        : written;
  }

  private static void set(Entries root, Change change) {
    List<String> steps = List.of(change.path().split("/", -1));
    if (change.texts().isEmpty()) {
      remove(root, steps);
      return;
    }
    Written at = root;
    for (int i = 0; i < steps.size() - 1; i++) {
      at = below(at, steps.get(i));
    }
    Written value =
        change.isList() && change.texts().size() > 1
            ? Written.texts(change.texts(), false)
            : Written.text(String.join("\n", change.texts()));
    if (!(at instanceof Entries map)) {
      throw new IllegalArgumentException("nothing can stand at " + change.path());
    }
    map.put(steps.get(steps.size() - 1), value);
  }

  /** What stands below; made if it is not there yet. */
  private static Written below(Written at, String step) {
    if (at instanceof Items list) {
      return item(list, step)
          .orElseGet(
              () -> {
                Entries made = Entries.flow().put("id", step);
                list.items().add(made);
                return made;
              });
    }
    if (at instanceof Entries map) {
      return map.entries()
          .computeIfAbsent(
              step,
              key -> LISTS.contains(key) ? new Items(new ArrayList<>(), false) : Entries.flow());
    }
    throw new IllegalArgumentException("nothing can stand below a single value");
  }

  private static Optional<Written> item(Items list, String id) {
    return list.items().stream()
        .filter(
            item ->
                item instanceof Entries map
                    && map.entries().get("id") instanceof Written.Single single
                    && single.text().equals(id))
        .findFirst();
  }

  /** Takes out what is there, and what held nothing else. */
  private static void remove(Written at, List<String> steps) {
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (at instanceof Entries map) {
      Optional<Written> found = Optional.ofNullable(map.entries().get(step));
      if (!rest.isEmpty()) {
        found.ifPresent(below -> remove(below, rest));
      }
      if (rest.isEmpty() || found.filter(CompanionEdit::isEmpty).isPresent()) {
        map.entries().remove(step);
      }
    } else if (at instanceof Items list) {
      Optional<Written> found = item(list, step);
      if (!rest.isEmpty()) {
        found.ifPresent(below -> remove(below, rest));
      } else {
        found.ifPresent(item -> list.items().remove(item));
      }
    }
  }

  private static boolean isEmpty(Written written) {
    return written instanceof Entries map
        ? map.entries().isEmpty()
        : written instanceof Items list && list.items().isEmpty();
  }
}
