package org.plumbline.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;

/**
 * The measure profile of each promise (QSMO Performance Management Guidebook): owner, description,
 * source of data, target, method of calculation, who collects, how often; and its screening, as far
 * as a text can be screened: validity by a catalog's measure, cost by the method, reliability by
 * evidence or a second supplier.
 */
final class MeasureProfiles {

  private MeasureProfiles() {}

  static List<Row> of(Agreement agreement) {
    List<Row> rows = new ArrayList<>();
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              boolean promised = !(metric.target() instanceof Level.NotPromised);
              if (promised && agreement.records().containsKey(metric.records())) {
                rows.add(row(id, metric, agreement));
              }
            });
    return rows;
  }

  private static Row row(String id, Metric metric, Agreement agreement) {
    Optional<Delivery> delivery =
        Optional.ofNullable(agreement.records().get(metric.records())).flatMap(RecordSet::delivery);
    List<String> lacking = new ArrayList<>();
    if (delivery.map(Delivery::suppliedBy).filter(by -> !by.isEmpty()).isEmpty()) {
      lacking.add("who collects (supplied-by)");
    }
    if (delivery.flatMap(Delivery::source).isEmpty()) {
      lacking.add("the source of the data (source)");
    }
    if (delivery.flatMap(Delivery::method).isEmpty()) {
      lacking.add("the method of collection (method)");
    }
    if (metric.target() instanceof Level.Open) {
      lacking.add("a target");
    }
    boolean checked =
        agreement.reconsideration().isPresent()
            || delivery.filter(d -> d.evidenceRequired() || d.suppliedBy().size() > 1).isPresent();
    if (!checked) {
      lacking.add("a way to check the records (evidence, a second supplier, reconsideration)");
    }
    if (lacking.isEmpty() && metric.implementsMeasure().isEmpty()) {
      return new Row(
          "QSMO measure profile",
          id,
          Row.Standing.LIKELY,
          "additional; no catalog's measure stands behind it");
    }
    return Row.of(
        "QSMO measure profile",
        id,
        lacking.isEmpty(),
        "complete",
        "without " + String.join("; ", lacking));
  }
}
