package org.plumbline.inforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.RecordSets;
import org.plumbline.evaluate.SetDelivery;
import org.plumbline.evaluate.Staying;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.finding.Finding;
import org.plumbline.judge.Surroundings;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.rounds.KnownBeside;

/** Which cases stand under which version, metric by metric (docs/meaning.md 21). */
final class Division {

  private final Engine engine;
  private final Versions versions;
  private final List<Agreement> composed;
  private final Instant asOf;
  private final List<RecordSets> records = new ArrayList<>();
  private final Optional<List<SetDelivery>> deliveries;
  private final Map<Object, List<StoredSet>> divided = new HashMap<>();
  private int made;

  /** Makes the record sets of every version. */
  Division(
      Engine engine,
      Versions versions,
      List<Agreement> composed,
      Map<String, StoredSet> loaded,
      Instant asOf) {
    this.engine = engine;
    this.versions = versions;
    this.composed = composed;
    this.asOf = asOf;
    deliveries = engine.deliveries(loaded);
    for (int i = 0; i < composed.size(); i++) {
      records.add(own(i, RecordSets.of(engine, composed.get(i), loaded, asOf)));
    }
  }

  /** Sets that are worked out, in tables that the next version does not make anew. */
  private RecordSets own(int version, RecordSets made) {
    Map<String, StoredSet> sets = new LinkedHashMap<>();
    made.sets()
        .forEach(
            (id, stored) -> {
              RecordSet set = composed.get(version).records().get(id);
              boolean workedOut = set != null && !(set.origin() instanceof Origin.Supplied);
              sets.put(
                  id,
                  workedOut
                      ? engine.portion(
                          stored,
                          "version " + version + " of " + stored.tables(),
                          List.of(),
                          List.of())
                      : stored);
            });
    return new RecordSets(sets, made.declared());
  }

  /** What the last version says of declarations of which every version says something. */
  List<Finding> findings() {
    List<List<Finding>> told = records.stream().map(each -> each.declared().findings()).toList();
    return told.get(told.size() - 1).stream()
        .filter(
            finding ->
                told.stream()
                    .allMatch(
                        other -> other.stream().anyMatch(it -> it.place().equals(finding.place()))))
        .toList();
  }

  /** The cases of some versions with the same case terms. */
  record Epoch(int first, int last, Optional<StoredSet> portion) {

    /** The version of this epoch whose figures a version can take. */
    int nearest(int version) {
      return Math.max(first, Math.min(last, version));
    }
  }

  /** All cases of a metric's records, as a version sees them; empty if nothing is loaded. */
  Optional<StoredSet> whole(int version, String records) {
    return Optional.ofNullable(this.records.get(version).sets().get(records));
  }

  /** The cases of an epoch, as one of its versions sees them. */
  Optional<StoredSet> of(Epoch epoch, int version, String records) {
    return epoch.portion().or(() -> whole(version, records));
  }

  DeclaredTimes declared(int version) {
    return records.get(version).declared();
  }

  /** What is known beside what was counted, for a text over the periods of a version. */
  Surroundings surroundings(Agreement agreement, int version) {
    return KnownBeside.of(agreement, declared(version), deliveries, asOf);
  }

  /** The epochs of a metric, in order; each case stands in one of them or in none. */
  List<Epoch> epochs(Lineage lineage) {
    List<Integer> starts = new ArrayList<>();
    List<CaseTerms> terms = new ArrayList<>();
    for (int i = lineage.first(); i <= lineage.last(); i++) {
      CaseTerms own = CaseTerms.of(composed.get(i), lineage.id(i).orElseThrow());
      if (terms.isEmpty() || !own.equals(terms.get(terms.size() - 1))) {
        starts.add(i);
      }
      terms.add(own);
    }
    boolean ends = lineage.last() + 1 < versions.versions().size();
    if (starts.size() == 1 && lineage.first() == 0 && !ends) {
      return List.of(new Epoch(0, lineage.last(), Optional.empty()));
    }
    List<StoredSet> portions =
        divided.computeIfAbsent(key(lineage, starts, terms), key -> divide(lineage, starts));
    List<Epoch> epochs = new ArrayList<>();
    for (int k = 0; k < portions.size(); k++) {
      epochs.add(
          new Epoch(starts.get(k), lastOf(starts, k, lineage), Optional.of(portions.get(k))));
    }
    return epochs;
  }

  private static int lastOf(List<Integer> starts, int k, Lineage lineage) {
    return k + 1 < starts.size() ? starts.get(k + 1) - 1 : lineage.last();
  }

  /** Metrics whose cases start alike are divided alike, unless stops or decisions divide them. */
  private Object key(Lineage lineage, List<Integer> starts, List<CaseTerms> terms) {
    List<Object> key = new ArrayList<>(List.of(lineage.first(), lineage.last(), starts));
    boolean byStart =
        starts.stream().skip(1).allMatch(start -> what(start) == Staying.What.STARTED)
            && (lineage.last() + 1 == versions.versions().size()
                || what(lineage.last() + 1) == Staying.What.STARTED);
    if (!byStart) {
      key.add(lineage.name());
    }
    for (CaseTerms each : terms) {
      CaseTerms.Definition what = each.what();
      key.add(
          List.of(
              what.records(),
              what.sets(),
              what.unusable(),
              what.draw(),
              what.clock().flatMap(Clock::starts),
              what.clock().map(Clock::stops)));
    }
    return key;
  }

  private List<StoredSet> divide(Lineage lineage, List<Integer> starts) {
    String records = metric(lineage, starts.get(0)).records();
    String named = "portion " + made++ + " of " + records;
    List<String> nobodys = new ArrayList<>();
    List<StoredSet> portions = new ArrayList<>();
    Optional<StoredSet> first = whole(starts.get(0), records);
    if (first.isEmpty()) {
      return List.of();
    }
    if (lineage.first() > 0) {
      Version version = versions.versions().get(lineage.first());
      String before = named + ", before";
      keep(before, lineage, lineage.first(), first.get(), staying(version, Staying.What.STARTED));
      nobodys.add(before);
    }
    portions.add(engine.portion(first.get(), named + ", 0", List.of(), nobodys));
    for (int k = 1; k <= starts.size(); k++) {
      int at = k < starts.size() ? starts.get(k) : lineage.last() + 1;
      if (at == versions.versions().size()) {
        break;
      }
      List<String> without = new ArrayList<>(nobodys);
      for (int j = 0; j < portions.size(); j++) {
        String kept = named + ", " + j + " at " + k;
        int version = Math.min(lastOf(starts, j, lineage), at - 1);
        keep(
            kept,
            lineage,
            version,
            portions.get(j),
            staying(versions.versions().get(at), what(at)));
        portions.set(j, engine.portion(portions.get(j), kept + " cases", List.of(kept), List.of()));
        without.add(kept);
      }
      if (k < starts.size()) {
        StoredSet all = whole(at, metric(lineage, at).records()).orElse(first.get());
        portions.add(engine.portion(all, named + ", " + k, List.of(), without));
      }
    }
    return portions;
  }

  private void keep(String name, Lineage lineage, int version, StoredSet portion, Staying staying) {
    String id = lineage.id(version).orElseThrow();
    CompiledSet compiled =
        Compiler.compile(composed.get(version), portion, List.of(id), asOf, declared(version));
    engine.keep(name, compiled, id, staying);
  }

  private Staying staying(Version version, Staying.What what) {
    return new Staying(what, version.from(), version.agreement().zone());
  }

  private Staying.What what(int version) {
    return switch (versions
        .versions()
        .get(version)
        .agreement()
        .amendment()
        .flatMap(Amendment::transition)
        .orElse("by-start")) {
      case "by-stop" -> Staying.What.STOPPED;
      case "all-from-effective" -> Staying.What.DECIDED;
      default -> Staying.What.STARTED;
    };
  }

  private Metric metric(Lineage lineage, int version) {
    return Objects.requireNonNull(
        composed.get(version).metrics().get(lineage.id(version).orElseThrow()));
  }
}
