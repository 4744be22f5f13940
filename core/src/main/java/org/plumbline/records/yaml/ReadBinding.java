package org.plumbline.records.yaml;

import java.util.List;
import java.util.Optional;
import org.plumbline.finding.Finding;
import org.plumbline.records.Binding;

/**
 * What reading a binding gave.
 *
 * @param binding the binding; present only if no finding is an error
 * @param findings what is told, in file order
 */
public record ReadBinding(Optional<Binding> binding, List<Finding> findings) {

  /** Copies the list. */
  public ReadBinding {
    findings = List.copyOf(findings);
  }
}
