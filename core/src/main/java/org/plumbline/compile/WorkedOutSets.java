package org.plumbline.compile;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.records.StoredSet;

/** The record sets of an agreement that are worked out before any metric (docs/meaning.md 14). */
public final class WorkedOutSets {

  private WorkedOutSets() {}

  /** The set from which a set is worked out, if it is. */
  public static Optional<String> source(RecordSet set) {
    return SetTerms.source(set);
  }

  /** Their ids, each after the set that it is worked out from; sets in a circle are left out. */
  public static List<String> order(Agreement agreement) {
    Set<String> ordered = new LinkedHashSet<>();
    agreement.records().keySet().forEach(id -> add(agreement, id, ordered, new LinkedHashSet<>()));
    return ordered.stream()
        .filter(
            id ->
                agreement
                    .recordSet(id)
                    .filter(set -> !(set.origin() instanceof Origin.Supplied))
                    .isPresent())
        .toList();
  }

  /** Adds a set after its source; false if it stands in a circle. */
  private static boolean add(
      Agreement agreement, String id, Set<String> ordered, Set<String> onWay) {
    if (ordered.contains(id) || !agreement.records().containsKey(id)) {
      return true;
    }
    if (!onWay.add(id)) {
      return false;
    }
    boolean fine =
        agreement
            .recordSet(id)
            .flatMap(SetTerms::source)
            .map(source -> add(agreement, source, ordered, onWay))
            .orElse(true);
    return fine && (ordered.add(id) || ordered.contains(id));
  }

  /**
   * How a set is worked out; empty if the records that it needs are not there.
   *
   * @param id one of {@link #order}
   * @param loaded the records of files, by set
   * @param made the sets that were worked out before
   * @param asOf what happened later is not seen
   */
  public static Optional<WorkedOutSet> of(
      Agreement agreement,
      String id,
      Map<String, StoredSet> loaded,
      Map<String, StoredSet> made,
      Instant asOf) {
    RecordSet set = agreement.records().get(id);
    if (set == null) {
      throw new IllegalArgumentException("no record set " + id);
    }
    Optional<StoredSet> source =
        SetTerms.source(set)
            .flatMap(
                of ->
                    Optional.ofNullable(made.get(of))
                        .or(() -> Optional.ofNullable(loaded.get(of))));
    if (SetTerms.source(set).isPresent() && source.isEmpty()) {
      return Optional.empty();
    }
    Optional<StoredSet> own = Optional.ofNullable(loaded.get(id));
    Derivation derivation = new Derivation(agreement, id, source, own, asOf);
    if (set.origin() instanceof Origin.Groups groups) {
      return Optional.of(WorkedOutGroups.of(derivation, groups));
    }
    if (set.origin() instanceof Origin.Sample sample) {
      return Optional.of(WorkedOutSamples.of(derivation, sample));
    }
    if (set.origin() instanceof Origin.Expected expected) {
      return Optional.of(WorkedOutExpected.of(derivation, expected));
    }
    return set.origin() instanceof Origin.Readings readings
        ? WorkedOutReadings.of(derivation, readings)
        : Optional.empty();
  }
}
