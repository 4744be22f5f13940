package org.plumbline.agreement.yaml;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Finding;

/**
 * What reading an agreement gave.
 *
 * @param agreement the agreement; present only if no finding is an error
 * @param asFarAsRead the agreement without the parts that could not be read, so that checks can
 *     tell about the rest in the same breath; never to be evaluated. The same as {@code agreement}
 *     if that is present
 * @param places where its parts stand in the file
 * @param findings what is told, in file order
 */
public record ReadAgreement(
    Optional<Agreement> agreement,
    Optional<Agreement> asFarAsRead,
    Places places,
    List<Finding> findings) {
  /** Copies the list. */
  public ReadAgreement {
    findings = List.copyOf(findings);
  }
}
