package org.plumbline.difference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;

/**
 * All that changed from one version of an agreement to another.
 *
 * @param before the earlier one
 * @param after the later one
 * @param changes key by key
 * @param groups the changes by what they are of, in the order of the document
 * @param sentences what changed of metrics, as people say it
 * @param cost of what remains
 * @param blocks of an Interagency Agreement that it touches, by form
 */
public record VersionChange(
    Side before,
    Side after,
    List<Change> changes,
    List<ChangeGroup> groups,
    List<String> sentences,
    Cost cost,
    Map<String, List<Integer>> blocks) {

  /** Copies lists. */
  public VersionChange {
    changes = List.copyOf(changes);
    groups = List.copyOf(groups);
    sentences = List.copyOf(sentences);
  }

  /**
   * A version.
   *
   * @param name as it was named
   * @param hash what identifies it
   * @param canonical its canonical form
   */
  public record Side(String name, String hash, String canonical, Agreement agreement) {}

  /**
   * Compares two versions.
   *
   * @param from from when on the cost is said; empty: from the day on which the later one takes
   *     effect
   * @param quantities how many of a metric each of its periods, for fees per metric
   */
  public static VersionChange between(
      Side before, Side after, Optional<LocalDate> from, Map<String, BigDecimal> quantities) {
    List<Change> changes = Difference.between(before.canonical(), after.canonical());
    Agreement old = before.agreement();
    Agreement young = after.agreement();
    LocalDate first =
        from.orElseGet(
            () ->
                young
                    .amendment()
                    .map(Amendment::effective)
                    .orElse(young.performancePeriod().from()));
    Cost cost = Cost.of(old, young, first, quantities);
    return new VersionChange(
        before,
        after,
        changes,
        ChangeGroup.of(changes, old, young),
        MetricChanges.between(old, young),
        cost,
        InteragencyBlocks.touched(changes, old, young, cost));
  }

  /** Whether anything changed. */
  public boolean isChanged() {
    return !changes.isEmpty();
  }

  /** The cost in sentences; none where neither text has a fee, or nothing changed. */
  public List<String> costSentences() {
    return cost.isWritten() && isChanged()
        ? cost.sentences(before.agreement(), after.agreement())
        : List.of();
  }

  /** Which blocks of an Interagency Agreement have to be amended with it, a sentence a form. */
  public List<String> blockSentences() {
    List<String> sentences = new ArrayList<>();
    blocks.forEach(
        (form, numbers) ->
            sentences.add(
                "Interagency Agreement, FS Form "
                    + form
                    + ": it touches blocks "
                    + String.join(
                        ", ",
                        numbers.stream()
                            .map(
                                number ->
                                    number + " (" + InteragencyBlocks.name(form, number) + ")")
                            .toList())
                    + "."));
    return sentences;
  }
}
