package org.plumbline.register.yaml;

import java.util.List;
import java.util.Optional;
import org.plumbline.finding.Finding;
import org.plumbline.register.Register;

/**
 * What reading a register gave.
 *
 * @param register empty if one of the findings is an error
 * @param vocabulary the keys that were asked for, by kind of map
 */
public record ReadRegister(
    Optional<Register> register,
    List<Finding> findings,
    java.util.Map<String, java.util.Collection<String>> vocabulary) {

  /** Copies the list. */
  public ReadRegister {
    findings = List.copyOf(findings);
  }
}
