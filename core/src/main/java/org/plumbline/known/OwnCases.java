package org.plumbline.known;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.records.StoredSet;

/**
 * By which field an agreement counts its own cases of a record set that it shares with others: all
 * its metrics over the set qualify only cases whose field has one of some values.
 *
 * @param values those values
 */
record OwnCases(String field, List<String> values) {

  /** Copies the list. */
  OwnCases {
    values = List.copyOf(values);
  }

  /**
   * The field, where there is one by which all other cases are not qualified and are asked for
   * nothing else: not of an event log, whose fields change, nor of a set from which others are
   * worked out.
   */
  static Optional<OwnCases> of(Agreement agreement, StoredSet set) {
    RecordSet records = agreement.records().get(set.set());
    if (records == null
        || set.eventLog()
        || !(records.origin() instanceof Origin.Supplied)
        || agreement.records().values().stream()
            .anyMatch(other -> !(other.origin() instanceof Origin.Supplied))) {
      return Optional.empty();
    }
    List<Metric> metrics =
        agreement.metrics().values().stream()
            .filter(metric -> metric.records().equals(set.set()))
            .toList();
    return metrics.isEmpty()
        ? Optional.empty()
        : required(metrics.get(0).qualifies(), records.fields())
            .filter(
                own ->
                    metrics.stream()
                        .allMatch(
                            metric ->
                                required(metric.qualifies(), records.fields())
                                    .anyMatch(own::equals)))
            .findFirst();
  }

  /** What a condition requires of fields of text. */
  private static Stream<OwnCases> required(
      Optional<Condition> condition, Map<String, Field> fields) {
    return condition.stream().flatMap(it -> required(it, fields));
  }

  private static Stream<OwnCases> required(Condition condition, Map<String, Field> fields) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().flatMap(each -> required(each, fields));
    }
    if (condition instanceof Condition.OneOf one
        && fields.containsKey(one.subject())
        && Objects.requireNonNull(fields.get(one.subject())).type() == Field.Type.TEXT
        && one.values().stream().allMatch(Literal.Text.class::isInstance)) {
      return Stream.of(
          new OwnCases(
              one.subject(),
              one.values().stream().map(value -> ((Literal.Text) value).value()).toList()));
    }
    return Stream.empty();
  }
}
