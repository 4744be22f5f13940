package org.plumbline.check;

import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.finding.FindingCode;

/**
 * A metric beside the measure that it implements.
 *
 * @param id the metric's id
 * @param tell where findings go
 */
record AlignedMetric(String id, Metric metric, Measure measure, Agreement agreement, Tell tell) {

  /** Who is told. */
  @FunctionalInterface
  interface Tell {
    /** Tells a finding about the part at a path. */
    void tell(FindingCode code, String path, String found, String right);
  }

  /** The word under {@code differs} for what no other word stands for. */
  static final String REASON = "reason";

  /**
   * Whether the metric says that it differs in this respect; a reason alone stands for what has no
   * word of its own.
   */
  private boolean says(String respect) {
    return metric
        .implementsMeasure()
        .map(Metric.Implements::differs)
        .filter(
            differs ->
                respect.equals(REASON)
                    ? differs.containsKey(REASON) && differs.size() == 1
                    : differs.containsKey(respect))
        .isPresent();
  }

  /** Tells a finding about a part of the metric, unless the metric says itself that it differs. */
  void tell(FindingCode code, String part, String respect, String found, String right) {
    if (!says(respect)) {
      String path = "metrics/" + id + (part.isEmpty() ? "" : "/" + part);
      String first = respect.equals(REASON) ? "" : respect + ": …, ";
      tell.tell(code, path, found, right + ", or say it: differs: {" + first + "reason: …}");
    }
  }

  /** The record set, if the agreement defines it. */
  Optional<RecordSet> set() {
    return Optional.ofNullable(agreement.records().get(metric.records()));
  }

  /** The measure's name and description. */
  String words() {
    return measure.name() + " " + measure.text(Column.DESCRIPTION);
  }
}
