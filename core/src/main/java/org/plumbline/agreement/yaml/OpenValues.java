package org.plumbline.agreement.yaml;

import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.yaml.Written.Entries;

/** Puts values that are still to be agreed back where they stood. */
final class OpenValues {

  private OpenValues() {}

  /** Puts the value at the path; what stands there already gives way. */
  static void put(Entries root, String path, Written open) {
    String[] keys = path.split("/", -1);
    replaced(root, keys, 0, open);
  }

  /** The part with the value in it; the same object where it could be changed in place. */
  private static Written replaced(Written part, String[] keys, int depth, Written open) {
    if (depth == keys.length) {
      return open;
    }
    if (part instanceof Written.Either either) {
      boolean inList = keys[depth].matches("\\d+");
      boolean brief = !inList && either.brief() instanceof Entries;
      return replaced(brief ? either.brief() : either.full(), keys, depth, open);
    }
    if (part instanceof Entries entries) {
      Map<String, Written> below = entries.entries();
      Written next = Optional.ofNullable(below.get(keys[depth])).orElseGet(Entries::flow);
      Written made = replaced(next, keys, depth + 1, open);
      below.put(keys[depth], rejoined(next, made));
    } else if (part instanceof Written.Items items && keys[depth].matches("\\d{1,6}")) {
      int at = Integer.parseInt(keys[depth]);
      if (at < items.items().size()) {
        items.items().set(at, replaced(items.items().get(at), keys, depth + 1, open));
      }
    }
    return part;
  }

  /** Keeps the long form of one line beside its short form when the line was changed. */
  private static Written rejoined(Written before, Written after) {
    boolean line =
        before instanceof Written.Either either
            && either.brief() instanceof Entries
            && either.full() instanceof Written.Items;
    return line
        ? new Written.Either(
            after, new Written.Items(new java.util.ArrayList<>(java.util.List.of(after)), false))
        : after;
  }
}
