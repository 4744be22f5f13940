package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.records.SetBinding;
import org.plumbline.records.StoredSet;

/** What records would look like once loaded, from the agreement and the binding alone. */
final class PlannedRecords {
  private PlannedRecords() {}

  static StoredSet of(Agreement agreement, String id, SetBinding binding) {
    RecordSet set = agreement.records().get(id);
    if (set == null) {
      throw new IllegalArgumentException("no record set " + id);
    }
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
    return new StoredSet(
        id,
        binding.events().isPresent(),
        moments,
        fields,
        holds,
        List.of(),
        0,
        binding.reading().skewMicros(),
        new StoredSet.DayRange(
            agreement.performancePeriod().from().toEpochDay(),
            agreement.performancePeriod().until().toEpochDay()));
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
