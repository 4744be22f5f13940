package org.plumbline.agreement.companion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Level;

/**
 * What the customer requires, one by one (key task 3.9 of the M3 Playbook).
 *
 * @param requirements by id, which is the number of the traceability matrix in lower case
 */
public record Requirements(String id, String title, Map<String, Requirement> requirements) {

  /** Copies the map, keeping its order. */
  public Requirements {
    requirements = Conops.ordered(requirements);
  }

  /**
   * One requirement.
   *
   * @param area the process area
   * @param priority {@code mandatory desirable optional deferred}
   * @param source where it comes from
   * @param need the level that the customer needs
   * @param metrics metrics of the agreement that promise it
   * @param steps steps of the concept of operations that fulfill it
   * @param clauses clauses of the agreement that say it in prose
   */
  public record Requirement(
      String text,
      Optional<String> area,
      Optional<String> priority,
      Optional<String> source,
      Optional<Level> need,
      List<String> metrics,
      List<String> steps,
      List<String> clauses) {
    /** Copies the lists. */
    public Requirement {
      metrics = List.copyOf(metrics);
      steps = List.copyOf(steps);
      clauses = List.copyOf(clauses);
    }
  }
}
