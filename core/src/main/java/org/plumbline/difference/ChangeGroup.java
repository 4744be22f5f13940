package org.plumbline.difference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.wording.Reading;
import org.plumbline.wording.Wording;

/**
 * All changes of one thing, such as a metric or the performance period, with what is said of it in
 * one version and not in the other.
 *
 * @param section such as {@code metrics}
 * @param thing its id; empty for a section that is one thing
 * @param before sentences that are said no more; the thing's first sentence stands first
 * @param after sentences that are new
 * @param changes key by key, in order; never empty
 */
public record ChangeGroup(
    String section, String thing, List<String> before, List<String> after, List<Change> changes) {

  private static final Set<String> PROSE = Set.of("title", "definitions", "clauses");

  /** Copies the lists. */
  public ChangeGroup {
    before = List.copyOf(before);
    after = List.copyOf(after);
    changes = List.copyOf(changes);
  }

  /** {@code Calendar desk}. */
  public String heading() {
    return Sections.heading(section, thing);
  }

  /** What happened to the thing as a whole. */
  public Change.Kind kind() {
    return isWhole() ? changes.get(0).kind() : Change.Kind.CHANGED;
  }

  /** Whether the one change is the whole thing: it came, it went, or it is a single value. */
  public boolean isWhole() {
    return changes.size() == 1
        && changes.get(0).path().size() == (Sections.holdsThings(section) ? 2 : 1);
  }

  /** Groups changes by what they are of, in the order of the document. */
  public static List<ChangeGroup> of(List<Change> changes, Agreement before, Agreement after) {
    Map<List<String>, List<Change>> groups = new LinkedHashMap<>();
    for (Change change : changes) {
      String thing = Sections.holdsThings(change.section()) ? change.thing() : "";
      groups
          .computeIfAbsent(List.of(change.section(), thing), key -> new ArrayList<>())
          .add(change);
    }
    List<ChangeGroup> grouped = new ArrayList<>();
    groups.forEach(
        (key, list) -> {
          List<String> old = sentences(before, key.get(0), key.get(1));
          List<String> young = sentences(after, key.get(0), key.get(1));
          grouped.add(
              new ChangeGroup(
                  key.get(0),
                  key.get(1),
                  old.stream().filter(each -> !young.contains(each)).toList(),
                  young.stream().filter(each -> !old.contains(each)).toList(),
                  list));
        });
    grouped.sort(
        Comparator.comparing((ChangeGroup group) -> Sections.order(group.section()))
            .thenComparing(
                group -> DocumentOrder.of(group.section(), before, after).indexOf(group.thing())));
    return grouped;
  }

  /** Whether all that changed is prose, so that the redline says everything. */
  public boolean isProse() {
    return PROSE.contains(section)
        && changes.stream()
            .allMatch(
                change -> change.kind() == Change.Kind.CHANGED && Redline.isProse(change.path()));
  }

  private static List<String> sentences(Agreement agreement, String section, String thing) {
    return Wording.of(agreement).part(section, thing).map(ChangeGroup::all).orElse(List.of());
  }

  private static List<String> all(Reading.Item item) {
    List<String> all = new ArrayList<>();
    String name = item.name();
    all.add(name.isEmpty() ? item.sentence() : name + ": " + item.sentence());
    all.addAll(item.details());
    return all;
  }
}
