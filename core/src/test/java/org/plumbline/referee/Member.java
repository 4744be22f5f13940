package org.plumbline.referee;

import org.plumbline.calendar.ReportingPeriod;

/**
 * A case as it stands in a period of a metric.
 *
 * @param reading with the period at hand
 * @param kind decided, indeterminate or open
 * @param order by which the last case is told
 */
record Member(
    Reading reading, Standing.Kind kind, ReportingPeriod period, String each, long order) {

  boolean unusable() {
    return reading.part.source().unusable().isPresent();
  }

  String key() {
    return reading.part.source().key();
  }
}
