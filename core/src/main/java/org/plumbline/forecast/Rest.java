package org.plumbline.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.LineId;

/**
 * What came in a past period after the same point of it.
 *
 * @param lines by line as it was counted; a line without cases may be missing
 */
record Rest(ReportingPeriod period, Map<LineId, Addition> lines) {
  /** Copies the map, keeping its order. */
  Rest {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }

  /** What came to a line. */
  Addition of(LineId line) {
    return lines.getOrDefault(line, Addition.cases(0, 0));
  }
}
