package org.plumbline.evaluate;

import java.util.List;

/**
 * What an engine counted over a record set.
 *
 * @param measurements by metric, period, line
 * @param totals where all cases went, of metrics that are no stocks
 */
public record Measurements(List<Measurement> measurements, List<CaseTotals> totals) {

  /** Copies the lists. */
  public Measurements {
    measurements = List.copyOf(measurements);
    totals = List.copyOf(totals);
  }
}
