package org.plumbline.referee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.SuppliedPart;

/** Works record sets out of others and of their own files (meaning 14). */
final class WorkedOut {

  final Ground ground;
  private final Map<String, RefereeRecords> files;

  private WorkedOut(Ground ground, Map<String, RefereeRecords> files) {
    this.ground = ground;
    this.files = files;
  }

  /** Fills the ground with the records of every set. */
  static void into(Ground ground, Map<String, RefereeRecords> files) {
    WorkedOut workedOut = new WorkedOut(ground, files);
    ground.agreement.records().keySet().forEach(workedOut::of);
    files.forEach(ground.records::putIfAbsent);
  }

  RefereeRecords of(String id) {
    RefereeRecords known = ground.records.get(id);
    if (known != null) {
      return known;
    }
    Origin origin = ground.set(id).origin();
    RefereeRecords records;
    if (origin instanceof Origin.Groups groups) {
      records = groups(id, groups);
    } else if (origin instanceof Origin.Sample sample) {
      records = new Draw(this, id, sample).records();
    } else if (origin instanceof Origin.Expected expected) {
      records = new Expectation(this, id, expected).records();
    } else if (origin instanceof Origin.Readings readings) {
      records = new Meters(this, id, readings).records();
    } else {
      records = files.getOrDefault(id, RefereeRecords.none(id));
    }
    ground.records.put(id, records);
    return records;
  }

  /** The cases of another set that are seen. */
  List<PlainCase> cases(String id) {
    return of(id).cases().stream().flatMap(one -> ground.plain(id, one).stream()).toList();
  }

  /** The records in the set's own files that are seen, in the order of files and rows. */
  List<PlainCase> own(String id) {
    RefereeRecords records = files.getOrDefault(id, RefereeRecords.none(id));
    Optional<RecordSet> part = SuppliedPart.of(ground.agreement, id).map(WorkedOut::supplied);
    return part.isEmpty()
        ? List.of()
        : records.cases().stream()
            .flatMap(one -> ground.plain(id, part.get(), records.eventLog(), one).stream())
            .toList();
  }

  RefereeRecords records(String id, List<RefereeCase> cases) {
    return new RefereeRecords(
        id, false, files.getOrDefault(id, RefereeRecords.none(id)).skewMicros(), cases);
  }

  /** The set as its files hold it: what they say has happened is hidden by T, if it has dates. */
  private static RecordSet supplied(RecordSet set) {
    boolean dated = set.moments().values().stream().anyMatch(MomentTerm.Recorded.class::isInstance);
    return new RecordSet(
        set.caseKey(),
        set.moments(),
        set.fields(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        dated ? new Origin.Supplied() : set.origin());
  }

  /**
   * A case with the values that another case has under the same names, and else those of its own
   * record.
   */
  RefereeCase completed(
      String id,
      String key,
      Optional<PlainCase> of,
      Optional<PlainCase> own,
      Map<String, Long> at) {
    RecordSet set = ground.set(id);
    Map<String, Long> moments = new HashMap<>(at);
    set.moments()
        .forEach(
            (name, term) -> {
              if (term instanceof MomentTerm.Recorded recorded && !at.containsKey(name)) {
                Optional<PlainCase> from =
                    of.filter(other -> other.set.moments().containsKey(name)).isPresent()
                        ? of
                        : own.filter(record -> record.set.moments().containsKey(name));
                from.flatMap(one -> one.named(name))
                    .ifPresent(point -> moments.put(name, stored(point, recorded.precision())));
              }
            });
    Map<String, Object> values = new HashMap<>();
    set.fields()
        .forEach(
            (name, field) -> {
              Optional<PlainCase> from =
                  of.filter(other -> other.set.fields().containsKey(name)).isPresent() ? of : own;
              from.flatMap(one -> one.field(name))
                  .flatMap(value -> PlainCase.as(field.type(), value))
                  .ifPresent(value -> values.put(name, value));
            });
    Optional<String> unusable =
        of.flatMap(other -> other.part.source().unusable())
            .or(() -> own.flatMap(record -> record.part.source().unusable()));
    return RefereeCase.workedOut(key, moments, values, unusable);
  }

  long stored(Point point, Precision precision) {
    Point cut = point.cutTo(precision, ground.wall);
    return precision == Precision.DATE ? cut.day().toEpochDay() : cut.micros();
  }

  private RefereeRecords groups(String id, Origin.Groups groups) {
    Map<String, List<PlainCase>> byKey = new TreeMap<>();
    for (PlainCase member : cases(groups.of())) {
      List<String> values = new ArrayList<>();
      boolean all = true;
      for (String field : groups.by()) {
        Optional<Object> value = member.field(field);
        all &= value.isPresent();
        values.add(value.map(PlainCase::text).orElse(""));
      }
      if (all || member.unusable()) {
        byKey.computeIfAbsent(String.join(" / ", values), key -> new ArrayList<>()).add(member);
      }
    }
    List<RefereeCase> cases = new ArrayList<>();
    byKey.forEach((key, members) -> cases.add(group(id, key, members)));
    return records(id, cases);
  }

  private RefereeCase group(String id, String key, List<PlainCase> members) {
    Map<String, Object> values = new HashMap<>();
    for (Map.Entry<String, Field> field : ground.set(id).fields().entrySet()) {
      Set<Object> known = new HashSet<>();
      members.forEach(member -> member.field(field.getKey()).ifPresent(known::add));
      if (known.size() == 1) {
        PlainCase.as(field.getValue().type(), known.iterator().next())
            .ifPresent(value -> values.put(field.getKey(), value));
      }
    }
    Optional<String> unusable =
        members.stream().anyMatch(PlainCase::unusable)
            ? Optional.of("a member is unusable")
            : Optional.empty();
    return RefereeCase.workedOut(key, Map.of(), values, unusable)
        .withMembers(members.stream().map(member -> member.part.source()).toList());
  }
}
