package org.plumbline.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a record set is read from files ({@code docs/meaning.md} 14, 15): of a set that is worked
 * out from another only what the other does not have.
 */
public final class SuppliedPart {

  private SuppliedPart() {}

  /**
   * The set as its files hold it, key fields of sets that are worked out, or that others are worked
   * out from, among its fields; empty if nothing of it is read from files.
   *
   * @param set id of a set of the agreement or of the register
   */
  public static Optional<RecordSet> of(Agreement agreement, String set) {
    RecordSet records = agreement.records().get(set);
    if (records == null) {
      return Optional.ofNullable(RegisterSets.SETS.get(set))
          .filter(known -> !set.equals(RegisterSets.RESULTS));
    }
    Origin origin = records.origin();
    if (origin instanceof Origin.Supplied) {
      return Optional.of(isWorkedFrom(agreement, set) ? withKeyFields(records) : records);
    }
    if (origin instanceof Origin.Readings) {
      return Optional.of(withKeyFields(records));
    }
    if (origin instanceof Origin.Sample sample) {
      RecordSet own = without(records, agreement.recordSet(sample.of()));
      boolean nothing =
          own.fields().isEmpty()
              && own.moments().values().stream().noneMatch(MomentTerm.Recorded.class::isInstance);
      return nothing ? Optional.empty() : Optional.of(withKeyFields(own));
    }
    if (origin instanceof Origin.Expected expected) {
      RecordSet own = without(records, expected.of().flatMap(agreement::recordSet));
      if (expected.inOrder() && expected.fills() instanceof MomentTerm.Named fills) {
        own = withoutMoment(own, fills.id());
      }
      return Optional.of(withKeyFields(own));
    }
    return Optional.empty();
  }

  /** Whether each row of the set's files is a record of its own, whatever its key. */
  public static boolean rowsAreRecords(RecordSet set) {
    return set.origin() instanceof Origin.Expected;
  }

  private static boolean isWorkedFrom(Agreement agreement, String set) {
    return agreement.records().values().stream()
        .map(RecordSet::origin)
        .anyMatch(
            origin ->
                (origin instanceof Origin.Expected expected
                        && expected.of().equals(Optional.of(set)))
                    || (origin instanceof Origin.Groups groups && groups.of().equals(set))
                    || (origin instanceof Origin.Sample sample && sample.of().equals(set)));
  }

  private static RecordSet without(RecordSet set, Optional<RecordSet> other) {
    Map<String, MomentTerm> moments = new LinkedHashMap<>(set.moments());
    Map<String, Field> fields = new LinkedHashMap<>(set.fields());
    other.ifPresent(
        of -> {
          moments.keySet().removeAll(of.moments().keySet());
          fields.keySet().removeAll(of.fields().keySet());
          fields.keySet().removeAll(of.caseKey());
        });
    return with(set, moments, fields);
  }

  private static RecordSet withoutMoment(RecordSet set, String moment) {
    Map<String, MomentTerm> moments = new LinkedHashMap<>(set.moments());
    moments.remove(moment);
    return with(set, moments, set.fields());
  }

  /** Key fields that are not declared are texts. */
  private static RecordSet withKeyFields(RecordSet set) {
    Map<String, Field> fields = new LinkedHashMap<>(set.fields());
    for (String part : set.caseKey()) {
      if (!set.moments().containsKey(part)) {
        fields.putIfAbsent(
            part, new Field(Field.Type.TEXT, Optional.empty(), Optional.empty(), false));
      }
    }
    return with(set, set.moments(), fields);
  }

  private static RecordSet with(
      RecordSet set, Map<String, MomentTerm> moments, Map<String, Field> fields) {
    return new RecordSet(
        set.caseKey(),
        moments,
        fields,
        List.copyOf(set.turns()),
        set.reopening(),
        set.voidedBy(),
        set.closedBy(),
        set.delivery(),
        set.origin());
  }
}
