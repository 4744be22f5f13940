package org.plumbline.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.compile.WorkedOutSet;
import org.plumbline.compile.WorkedOutSets;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.Binding;
import org.plumbline.records.SetBinding;
import org.plumbline.records.StoredSet;

/**
 * What records would look like once loaded, from the agreement and the binding alone.
 *
 * @param stored the set asked for
 * @param workedOut the sets that are worked out before it can be asked, in this order
 */
record PlannedRecords(StoredSet stored, List<WorkedOutSet> workedOut) {

  private static final String FIELD = StoredSet.fieldColumn("");

  static PlannedRecords of(Agreement agreement, String id, Binding binding, Instant asOf) {
    Map<String, StoredSet> loaded = new LinkedHashMap<>();
    List<String> asked = new ArrayList<>();
    for (Optional<String> set = Optional.of(id); set.isPresent(); ) {
      asked.add(set.get());
      loaded.put(set.get(), loaded(agreement, set.get(), binding.of(set.get())));
      set =
          agreement
              .recordSet(set.get())
              .flatMap(WorkedOutSets::source)
              .filter(source -> !asked.contains(source));
    }
    Map<String, StoredSet> made = new LinkedHashMap<>();
    List<WorkedOutSet> before = new ArrayList<>();
    for (String set : WorkedOutSets.order(agreement)) {
      if (asked.contains(set)) {
        WorkedOutSets.of(agreement, set, loaded, made, asOf)
            .ifPresent(
                plan -> {
                  before.add(plan);
                  made.put(set, made(agreement, plan));
                });
      }
    }
    StoredSet stored = made.containsKey(id) ? made.get(id) : loaded.get(id);
    return new PlannedRecords(Objects.requireNonNull(stored), List.copyOf(before));
  }

  private static StoredSet loaded(Agreement agreement, String id, SetBinding binding) {
    RecordSet set =
        agreement
            .recordSet(id)
            .orElseThrow(() -> new IllegalArgumentException("no record set " + id));
    Map<String, Precision> moments = new LinkedHashMap<>();
    set.moments()
        .forEach(
            (name, term) -> {
              if (term instanceof MomentTerm.Recorded recorded) {
                moments.put(name, recorded.precision());
              }
            });
    Map<String, String> fields = new LinkedHashMap<>();
    set.caseKey().forEach(key -> fields.put(key, "VARCHAR"));
    set.fields().forEach((name, field) -> fields.put(name, column(field.type())));
    List<String> holds =
        set.turns().stream().filter(Turn.Hold.class::isInstance).map(Turn::id).toList();
    boolean eventLog = binding.events().isPresent() && set.origin() instanceof Origin.Supplied;
    return new StoredSet(
        id,
        eventLog,
        moments,
        fields,
        holds,
        List.of(),
        0,
        binding.reading().skewMicros(),
        performance(agreement));
  }

  /** A set that was worked out, as the engine would leave it. */
  private static StoredSet made(Agreement agreement, WorkedOutSet set) {
    Plan cases = set.plans().values().iterator().next();
    Map<String, String> fields = new LinkedHashMap<>();
    new Schemas()
        .types(cases)
        .forEach(
            (column, type) -> {
              if (column.startsWith(FIELD)) {
                fields.put(column.substring(FIELD.length()), column(type));
              }
            });
    return new StoredSet(
        set.set(),
        false,
        set.moments(),
        fields,
        set.holds(),
        set.files(),
        0,
        set.skewMicros(),
        performance(agreement),
        set.tables());
  }

  private static StoredSet.DayRange performance(Agreement agreement) {
    return new StoredSet.DayRange(
        agreement.performancePeriod().from().toEpochDay(),
        agreement.performancePeriod().until().toEpochDay());
  }

  private static String column(Type type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case FLAG -> "BOOLEAN";
      case LONG -> "BIGINT";
      case DECIMAL, HUGE -> "DECIMAL(18,4)";
    };
  }

  private static String column(Field.Type type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case NUMBER, MONEY, SHARE -> "DECIMAL(18,4)";
      case DURATION -> "BIGINT";
      case FLAG -> "BOOLEAN";
    };
  }
}
