package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.plumbline.agreement.Agreement;

/**
 * A change of an agreement at random: a value, an entry or item taken out, one added.
 *
 * @param kind value, removed or added
 * @param path keys and numbers that lead to it
 * @param text the changed agreement, as the writer writes it
 */
record RandomChange(String kind, List<String> path, String text) {

  private static final List<String> VALUES =
      List.of(
          "96.5%",
          "3 workdays",
          "17",
          "Another text: with # in it",
          "true",
          "customer",
          "x1",
          "2 lines\nof text");

  static RandomChange of(Agreement agreement, Random random) {
    Written.Entries root = (Written.Entries) YamlPrinter.plain(WrittenAgreement.of(agreement));
    List<String> path = new ArrayList<>();
    Written at = root;
    while (!(at instanceof Written.Single)) {
      List<String> keys = keys(at);
      if (keys.isEmpty() || path.size() > 1 && random.nextInt(5) == 0) {
        break;
      }
      String key = keys.get(random.nextInt(keys.size()));
      path.add(key);
      at = below(at, key);
    }
    String kind =
        at instanceof Written.Single && random.nextInt(3) > 0
            ? "value"
            : random.nextBoolean() ? "removed" : "added";
    Written changed = changed(root, path, 0, kind, random);
    return new RandomChange(kind, path, YamlPrinter.print((Written.Entries) changed));
  }

  boolean removes() {
    return kind.equals("removed");
  }

  /** The lines of what it takes out. */
  SpannedYaml.Span in(SpannedYaml.Value root, String text) {
    SpannedYaml.Value at = root;
    int from = 0;
    for (String key : path) {
      if (at instanceof SpannedYaml.Entries map && map.entry(key).isPresent()) {
        from = map.entry(key).orElseThrow().from();
        at = map.entry(key).orElseThrow().value();
      } else if (at instanceof SpannedYaml.Items list && key.matches("\\d+")) {
        at = list.items().get(Integer.parseInt(key));
        from = at.span().from();
      } else {
        return new SpannedYaml.Span(from, at.span().until());
      }
    }
    return new SpannedYaml.Span(
        SpannedYaml.lineStart(text, from), SpannedYaml.lineEnd(text, at.span().until()));
  }

  private static List<String> keys(Written value) {
    if (value instanceof Written.Entries map) {
      return List.copyOf(map.entries().keySet());
    }
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < ((Written.Items) value).items().size(); i++) {
      keys.add(String.valueOf(i));
    }
    return keys;
  }

  private static Written below(Written value, String key) {
    return value instanceof Written.Entries map
        ? java.util.Objects.requireNonNull(map.entries().get(key))
        : ((Written.Items) value).items().get(Integer.parseInt(key));
  }

  private static Written changed(
      Written value, List<String> path, int depth, String kind, Random random) {
    if (depth == path.size()) {
      return value instanceof Written.Single
          ? Written.text(VALUES.get(random.nextInt(VALUES.size())))
          : value;
    }
    boolean here = depth == path.size() - 1 && !kind.equals("value");
    String key = path.get(depth);
    if (value instanceof Written.Entries map) {
      Map<String, Written> entries = new LinkedHashMap<>();
      map.entries()
          .forEach(
              (id, one) -> {
                if (!here || !kind.equals("removed") || !id.equals(key)) {
                  entries.put(
                      id,
                      id.equals(key) && !here ? changed(one, path, depth + 1, kind, random) : one);
                }
                if (here && kind.equals("added") && id.equals(key)) {
                  entries.put("one-more", one);
                }
              });
      return new Written.Entries(entries, map.tall());
    }
    List<Written> items = new ArrayList<>(((Written.Items) value).items());
    int at = Integer.parseInt(key);
    if (!here) {
      items.set(at, changed(items.get(at), path, depth + 1, kind, random));
    } else if (kind.equals("removed")) {
      items.remove(at);
    } else {
      items.add(at + 1, items.get(at));
    }
    return new Written.Items(items, ((Written.Items) value).set());
  }
}
