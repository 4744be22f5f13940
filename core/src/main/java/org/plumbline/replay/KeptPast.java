package org.plumbline.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.evaluate.Measurement;

/**
 * What was counted of a text, and the clocks of its cases: all that is needed to say what other
 * targets, minimums, limits and remedies would have done.
 *
 * @param counted of all metrics
 * @param clocks by metric, of those whose clocks can be kept
 */
public record KeptPast(List<Measurement> counted, Map<String, KeptClock> clocks) {

  /** Copies list and map. */
  public KeptPast {
    counted = List.copyOf(counted);
    clocks = Collections.unmodifiableMap(new LinkedHashMap<>(clocks));
  }
}
