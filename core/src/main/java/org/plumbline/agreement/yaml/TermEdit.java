package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.Written.Entries;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Findings;

/**
 * Changes values of an agreement by their paths, in the words of the language, within the text that
 * a person wrote: what is not changed keeps its words and its comments ({@link AgreementEdit}).
 */
public final class TermEdit {

  private static final String FILE = "agreement.yaml";

  private TermEdit() {}

  /**
   * A value as a form shows it.
   *
   * @param path from the top, such as {@code metrics/entered/target/at-least}
   * @param key the path below the term: {@code target/at-least}
   * @param text as the language writes it on one line; prose as it is
   */
  public record Value(String path, String key, String text) {
    /** Whether it is so long that it wants room. */
    public boolean isLong() {
      return text.length() > 60 || text.contains("\n");
    }
  }

  /**
   * What became of a change.
   *
   * @param text the changed text; empty if something in it is wrong
   * @param findings what is wrong with the values
   */
  public record Edited(Optional<String> text, List<Finding> findings) {
    /** Copies the list. */
    public Edited {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The values of a term: its keys, and of a key that holds a few single values each of these.
   *
   * @param term such as {@code metrics/entered}, {@code clauses/access} or {@code renewal}
   * @return nothing if there is no such term
   */
  public static List<Value> values(Agreement agreement, String term) {
    List<Value> values = new ArrayList<>();
    find(copy(WrittenAgreement.of(agreement)), steps(term))
        .ifPresent(written -> values(term, "", written, values));
    return values;
  }

  private static void values(String path, String key, Written written, List<Value> values) {
    boolean top = key.isEmpty();
    if (written instanceof Entries map && (top || isFlat(map))) {
      map.entries()
          .forEach(
              (name, below) ->
                  values(path + "/" + name, top ? name : key + "/" + name, below, values));
    } else {
      String text =
          written instanceof Written.Single single ? single.text() : YamlPrinter.flowOf(written);
      values.add(new Value(path, top ? path : key, text));
    }
  }

  private static boolean isFlat(Entries map) {
    return !map.entries().isEmpty()
        && map.entries().values().stream().allMatch(Written.Single.class::isInstance);
  }

  /**
   * Changes values, adds keys that are not there, and takes out those whose text is empty.
   *
   * @param text what a person wrote; it reads as an agreement
   * @param changes the new texts by path; one that begins with a brace or a bracket is a map or a
   *     list as the language writes it
   * @param folder where the files beside the agreement are looked up
   */
  public static Edited edit(String text, Map<String, String> changes, Folder folder) {
    return edit(text, root -> {}, changes, folder);
  }

  /**
   * Brings whole terms of another agreement into the text, then changes values.
   *
   * @param text what a person wrote; it reads as an agreement
   * @param other what the terms are taken from
   * @param terms such as {@code metrics/entered}; one that the other agreement does not have is
   *     taken out of the text
   * @param changes the new texts by path, as above
   * @param folder where the files beside the agreement are looked up
   */
  public static Edited edit(
      String text,
      Agreement other,
      Collection<String> terms,
      Map<String, String> changes,
      Folder folder) {
    Written from = copy(WrittenAgreement.of(other));
    return edit(
        text,
        root ->
            terms.forEach(
                term -> {
                  set(root, term, find(from, steps(term)).orElseGet(Entries::flow));
                  order(root, from, steps(term));
                }),
        changes,
        folder);
  }

  private static Edited edit(
      String text, Consumer<Entries> first, Map<String, String> changes, Folder folder) {
    Findings findings = new Findings();
    Optional<Agreement> before = AgreementYaml.read(FILE, text, folder).agreement();
    if (before.isEmpty()) {
      throw new IllegalArgumentException("the text is no agreement");
    }
    Entries root = (Entries) copy(WrittenAgreement.of(before.get()));
    first.accept(root);
    changes.forEach(
        (path, value) ->
            written(value.strip(), findings).ifPresent(written -> set(root, path, written)));
    if (findings.hasErrors()) {
      return new Edited(Optional.empty(), findings.inFileOrder());
    }
    ReadAgreement read = AgreementYaml.read(FILE, YamlPrinter.print(root), folder);
    return read.agreement()
        .map(
            changed ->
                new Edited(
                    Optional.of(AgreementEdit.edit(text, changed, folder)), List.<Finding>of()))
        .orElseGet(() -> new Edited(Optional.empty(), read.findings()));
  }

  /** A value of a form; an empty map stands for none. */
  private static Optional<Written> written(String text, Findings findings) {
    if (text.isEmpty()) {
      return Optional.of(Entries.flow());
    }
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return Optional.of(Written.text(text));
    }
    return YamlText.read(FILE, text, findings).map(TermEdit::of);
  }

  static Written of(YamlValue value) {
    if (value instanceof YamlValue.Mapping map) {
      Entries entries = Entries.flow();
      map.entries().forEach(entry -> entries.put(entry.key(), of(entry.value())));
      return entries;
    }
    return value instanceof YamlValue.Sequence list
        ? Written.list(list.items(), TermEdit::of)
        : Written.text(((YamlValue.Scalar) value).text());
  }

  private static void set(Entries root, String path, Written value) {
    List<String> steps = steps(path);
    Written at = root;
    for (String step : steps.subList(0, steps.size() - 1)) {
      Optional<Written> below =
          find(at, List.of(step)).filter(found -> !(found instanceof Written.Single));
      if (below.isEmpty()) {
        Entries made = Entries.flow();
        put(at, step, made);
        at = made;
      } else {
        at = below.get();
      }
    }
    String last = steps.get(steps.size() - 1);
    boolean gone = value instanceof Entries none && none.entries().isEmpty();
    if (!gone) {
      put(at, last, value);
    } else if (at instanceof Entries map) {
      map.entries().remove(last);
    } else if (at instanceof Written.Items list) {
      list.items().removeIf(item -> id(item).equals(last));
    }
  }

  /** Puts an item that was brought into a list behind the one that it stands behind there. */
  private static void order(Entries root, Written from, List<String> steps) {
    List<String> section = steps.subList(0, 1);
    if (steps.size() == 2
        && find(root, section).orElse(root) instanceof Written.Items here
        && find(from, section).orElse(from) instanceof Written.Items there) {
      String name = steps.get(1);
      List<String> order = there.items().stream().map(TermEdit::id).toList();
      List<Written> brought = here.items().stream().filter(item -> id(item).equals(name)).toList();
      here.items().removeAll(brought);
      int at = 0;
      for (int i = 0; i < here.items().size(); i++) {
        int before = order.indexOf(id(here.items().get(i)));
        at = before >= 0 && before < order.indexOf(name) ? i + 1 : at;
      }
      here.items().addAll(at, brought);
    }
  }

  /** Puts a value in the place of that of its name, or behind the others. */
  private static void put(Written at, String name, Written value) {
    if (at instanceof Entries map) {
      map.put(name, value);
    } else if (at instanceof Written.Items list) {
      if (value instanceof Entries item) {
        item.entries().putIfAbsent("id", Written.text(name));
      }
      int index = list.items().stream().map(TermEdit::id).toList().indexOf(name);
      if (index < 0) {
        list.items().add(value);
      } else {
        list.items().set(index, value);
      }
    }
  }

  private static Optional<Written> find(Written from, List<String> steps) {
    Optional<Written> at = Optional.of(from);
    for (String step : steps) {
      at =
          at.flatMap(
              here -> {
                if (here instanceof Entries map) {
                  return Optional.ofNullable(map.entries().get(step));
                }
                return here instanceof Written.Items list
                    ? list.items().stream().filter(item -> id(item).equals(step)).findFirst()
                    : Optional.<Written>empty();
              });
    }
    return at;
  }

  private static String id(Written item) {
    return item instanceof Entries map && map.entries().get("id") instanceof Written.Single id
        ? id.text()
        : "";
  }

  private static List<String> steps(String path) {
    return List.of(path.split("/", -1));
  }

  /** A copy in the form in which it is written, all of whose maps may be added to. */
  private static Written copy(Written written) {
    Written value = YamlPrinter.plain(written);
    if (value instanceof Entries map) {
      Map<String, Written> entries = new LinkedHashMap<>();
      map.entries().forEach((key, below) -> entries.put(key, copy(below)));
      return new Entries(entries, map.tall());
    }
    return value instanceof Written.Items list
        ? new Written.Items(
            new ArrayList<>(list.items().stream().map(TermEdit::copy).toList()), list.set())
        : value;
  }
}
