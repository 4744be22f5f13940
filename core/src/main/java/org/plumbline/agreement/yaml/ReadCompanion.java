package org.plumbline.agreement.yaml;

import java.util.List;
import java.util.Optional;
import org.plumbline.finding.Finding;

/**
 * What reading a document beside an agreement gave.
 *
 * @param document the document; empty if one of the findings is an error
 * @param <T> its kind
 */
public record ReadCompanion<T>(Optional<T> document, Places places, List<Finding> findings) {
  /** Copies the list. */
  public ReadCompanion {
    findings = List.copyOf(findings);
  }
}
