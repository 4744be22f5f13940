package org.plumbline.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Results;

/**
 * A text over the past.
 *
 * @param agreement the text as it was run: over the performance period of the past
 * @param measurements of all metrics that are evaluated
 * @param results what they mean
 * @param answered by metric what its figures were worked out from
 */
public record Replayed(
    Agreement agreement,
    List<Measurement> measurements,
    Results results,
    Map<String, Answered> answered) {

  /** Copies list and map. */
  public Replayed {
    measurements = List.copyOf(measurements);
    answered = Collections.unmodifiableMap(new LinkedHashMap<>(answered));
  }
}
