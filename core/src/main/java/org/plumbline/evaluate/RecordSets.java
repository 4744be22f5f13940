package org.plumbline.evaluate;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.compile.WorkedOutSet;
import org.plumbline.compile.WorkedOutSets;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.records.StoredSet;

/**
 * What the metrics of an agreement are evaluated over.
 *
 * @param sets the record sets by id
 * @param declared the declared times that stand
 */
public record RecordSets(Map<String, StoredSet> sets, DeclaredTimes declared) {

  /** Copies the map, keeping its order. */
  public RecordSets {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
  }

  /**
   * All sets but {@code register/results}: those loaded from files, those worked out from them, and
   * those of the register without files, which have no cases.
   *
   * @param loaded the records of files, by set, as a load leaves them
   * @param asOf what happened later is not seen
   */
  public static RecordSets of(
      Engine engine, Agreement agreement, Map<String, StoredSet> loaded, Instant asOf) {
    DeclaredTimes declared = DeclaredTimes.of(agreement, engine.declarations(loaded), asOf);
    return new RecordSets(made(engine, declared.closing(agreement), loaded, asOf), declared);
  }

  private static Map<String, StoredSet> made(
      Engine engine, Agreement agreement, Map<String, StoredSet> loaded, Instant asOf) {
    Map<String, StoredSet> files = new LinkedHashMap<>(loaded);
    for (String set : RegisterSets.SETS.keySet()) {
      if (!set.equals(RegisterSets.RESULTS) && !files.containsKey(set) && isRead(agreement, set)) {
        files.put(set, engine.lay(empty(set)));
      }
    }
    List<String> order = WorkedOutSets.order(agreement);
    Map<String, StoredSet> made = new LinkedHashMap<>();
    files.forEach(
        (set, stored) -> {
          if (!order.contains(set)) {
            made.put(set, stored);
          }
        });
    for (String set : order) {
      Optional<WorkedOutSet> plan = WorkedOutSets.of(agreement, set, files, made, asOf);
      plan.ifPresent(each -> made.put(set, engine.workOut(each)));
    }
    return made;
  }

  private static boolean isRead(Agreement agreement, String set) {
    return agreement.metrics().values().stream().anyMatch(metric -> metric.records().equals(set))
        || agreement.records().values().stream()
            .anyMatch(other -> WorkedOutSets.source(other).equals(Optional.of(set)));
  }

  /** A set of the register without cases. */
  private static LaidSet empty(String id) {
    RecordSet set = RegisterSets.SETS.get(id);
    if (set == null) {
      throw new IllegalArgumentException("the register has no set " + id);
    }
    Map<String, Precision> moments = new LinkedHashMap<>();
    set.moments()
        .forEach((moment, term) -> moments.put(moment, ((MomentTerm.Recorded) term).precision()));
    Map<String, String> fields = new LinkedHashMap<>();
    set.fields()
        .forEach(
            (field, declared) ->
                fields.put(
                    field,
                    switch (declared.type()) {
                      case TEXT -> "VARCHAR";
                      case NUMBER, SHARE, MONEY -> "DECIMAL(38,9)";
                      case DURATION -> "BIGINT";
                      case FLAG -> "BOOLEAN";
                    }));
    return new LaidSet(id, "laid " + id, moments, fields, List.of());
  }
}
