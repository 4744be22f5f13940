package org.plumbline.inforce;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;

/** What records are loaded for: the last version, with what earlier ones read beside it. */
final class Loading {

  private Loading() {}

  static Agreement of(Versions versions) {
    Agreement last = versions.last().agreement();
    if (versions.versions().size() == 1) {
      return last;
    }
    Map<String, RecordSet> records = new LinkedHashMap<>(last.records());
    for (Version version : versions.versions()) {
      version
          .agreement()
          .records()
          .forEach((id, set) -> records.merge(id, set, (own, other) -> both(own, other)));
    }
    return Composed.withRecords(last, records);
  }

  /** Whether records loaded for one text are as if loaded for another, and maybe more. */
  static boolean serves(Agreement loaded, Agreement other) {
    return loaded.zone().equals(other.zone())
        && other.records().entrySet().stream()
            .allMatch(
                set ->
                    serves(
                        Optional.ofNullable(loaded.records().get(set.getKey())), set.getValue()));
  }

  private static boolean serves(Optional<RecordSet> loaded, RecordSet other) {
    return loaded
        .filter(set -> set.caseKey().equals(other.caseKey()) && set.origin().equals(other.origin()))
        .filter(set -> recorded(set).entrySet().containsAll(recorded(other).entrySet()))
        .filter(set -> set.fields().entrySet().containsAll(other.fields().entrySet()))
        .filter(set -> set.turns().containsAll(other.turns()))
        .isPresent();
  }

  private static Map<String, MomentTerm> recorded(RecordSet set) {
    Map<String, MomentTerm> recorded = new LinkedHashMap<>(set.moments());
    recorded.values().removeIf(moment -> !(moment instanceof MomentTerm.Recorded));
    return recorded;
  }

  private static RecordSet both(RecordSet own, RecordSet other) {
    Map<String, MomentTerm> moments = new LinkedHashMap<>(own.moments());
    other.moments().forEach(moments::putIfAbsent);
    Map<String, Field> fields = new LinkedHashMap<>(own.fields());
    other.fields().forEach(fields::putIfAbsent);
    Set<String> holds = new LinkedHashSet<>();
    java.util.ArrayList<Turn> turns = new java.util.ArrayList<>(own.turns());
    own.turns().forEach(turn -> holds.add(turn.id()));
    other.turns().stream().filter(turn -> holds.add(turn.id())).forEach(turns::add);
    return new RecordSet(
        own.caseKey(),
        moments,
        fields,
        List.copyOf(turns),
        own.reopening(),
        own.voidedBy(),
        own.closedBy(),
        own.delivery(),
        own.origin());
  }
}
