package org.plumbline.agreement.companion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Literal;

/**
 * By what the program measures its success: baselines and targets of task 1.6 of the M3 Playbook,
 * and the metrics that serve them.
 */
public record SuccessMetrics(String id, String title, Map<String, SuccessMetric> successMetrics) {

  /** Copies the map, keeping its order. */
  public SuccessMetrics {
    successMetrics = Conops.ordered(successMetrics);
  }

  /**
   * One of them.
   *
   * @param baseline what it was before
   * @param target what it shall be
   * @param serves metrics of the agreement that serve it
   */
  public record SuccessMetric(
      String name,
      Optional<Literal> baseline,
      Optional<Literal> target,
      Optional<String> source,
      List<String> serves) {
    /** Copies the list. */
    public SuccessMetric {
      serves = List.copyOf(serves);
    }
  }
}
