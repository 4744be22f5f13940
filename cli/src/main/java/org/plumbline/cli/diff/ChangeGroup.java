package org.plumbline.cli.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.wording.Wording;

/**
 * All changes of one named thing, such as a metric, with its sentence before and after.
 *
 * @param section such as {@code metrics}
 * @param thing its id; empty for a section without named things
 * @param before its sentence before, if it has one
 * @param after its sentence after, if it has one
 * @param changes in order; never empty
 */
public record ChangeGroup(
    String section,
    String thing,
    Optional<String> before,
    Optional<String> after,
    List<Change> changes) {

  /** Copies the list. */
  public ChangeGroup {
    changes = List.copyOf(changes);
  }

  /** What happened to the thing as a whole. */
  public Change.Kind kind() {
    boolean whole = changes.size() == 1 && changes.get(0).path().size() <= 2;
    return whole ? changes.get(0).kind() : Change.Kind.CHANGED;
  }

  /** Groups changes by what they are of. */
  public static List<ChangeGroup> of(List<Change> changes, Agreement before, Agreement after) {
    Map<List<String>, List<Change>> groups = new LinkedHashMap<>();
    for (Change change : changes) {
      groups
          .computeIfAbsent(List.of(change.section(), change.thing()), key -> new ArrayList<>())
          .add(change);
    }
    List<ChangeGroup> grouped = new ArrayList<>();
    groups.forEach(
        (key, list) ->
            grouped.add(
                new ChangeGroup(
                    key.get(0),
                    key.get(1),
                    sentence(before, key.get(0), key.get(1)),
                    sentence(after, key.get(0), key.get(1)),
                    list)));
    return grouped;
  }

  private static Optional<String> sentence(Agreement agreement, String section, String thing) {
    return section.equals("metrics") && agreement.metrics().containsKey(thing)
        ? Optional.of(Wording.of(agreement).metric(thing))
        : Optional.empty();
  }
}
