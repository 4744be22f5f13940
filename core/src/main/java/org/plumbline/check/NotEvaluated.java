package org.plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;

/**
 * Names what is read and kept, and not evaluated yet, so that nothing is ignored in silence. A
 * metric that needs such a part gets no figure at all, rather than a wrong one.
 */
public final class NotEvaluated {
  private static final String NO_FIGURE = "the metric gets no figure until it is";

  private NotEvaluated() {}

  /** Metrics that get no figure, each with what it needs, in the order written. */
  public static Map<String, String> metrics(Agreement agreement) {
    Map<String, String> reasons = new LinkedHashMap<>();
    agreement
        .metrics()
        .forEach((id, metric) -> reason(agreement, metric).ifPresent(it -> reasons.put(id, it)));
    return reasons;
  }

  /** A finding for each part, in file order. */
  public static List<Finding> findings(Agreement agreement, Places places) {
    Findings all = new Findings();
    metrics(agreement)
        .forEach(
            (id, reason) ->
                all.add(
                    FindingCode.NOT_EVALUATED,
                    places.at("metrics/" + id),
                    reason + " is read and kept, and not evaluated yet",
                    NO_FIGURE));
    return all.inFileOrder();
  }

  private static Optional<String> reason(Agreement agreement, Metric metric) {
    Optional<RecordSet> found = agreement.recordSet(metric.records());
    if (found.isEmpty()) {
      return Optional.of("the record set " + metric.records());
    }
    RecordSet set = found.get();
    List<String> needs = new ArrayList<>();
    parts(metric.figure())
        .filter(part -> metric.figure().filter(part::equals).isEmpty())
        .map(NotEvaluated::figure)
        .flatMap(Optional::stream)
        .forEach(needs::add);
    metric
        .each()
        .map(set.fields()::get)
        .flatMap(Field::read)
        .filter(Field.Read.AT_EACH_MOMENT::equals)
        .ifPresent(read -> needs.add("a figure for each holder of a field"));
    return needs.stream().findFirst();
  }

  private static Optional<String> figure(Quantity quantity) {
    if (quantity instanceof Quantity.ShareOfAvailableTime) {
      return Optional.of("a share of available time inside another figure");
    }
    return Optional.empty();
  }

  /** A figure and the quantities in it. */
  private static Stream<Quantity> parts(Optional<Quantity> figure) {
    return figure.stream().flatMap(NotEvaluated::withParts);
  }

  private static Stream<Quantity> withParts(Quantity quantity) {
    List<Quantity> parts = new ArrayList<>();
    if (quantity instanceof Quantity.Ratio ratio) {
      parts.addAll(List.of(ratio.of(), ratio.to()));
    } else if (quantity instanceof Quantity.Difference difference) {
      parts.addAll(List.of(difference.first(), difference.second()));
    } else if (quantity instanceof Quantity.Absolute absolute) {
      parts.add(absolute.of());
    } else if (quantity instanceof Quantity.LargerOf larger) {
      parts.addAll(larger.quantities());
    }
    return Stream.concat(Stream.of(quantity), parts.stream().flatMap(NotEvaluated::withParts));
  }
}
