package org.plumbline.check;

import java.util.Optional;
import org.plumbline.agreement.Exclusion;
import org.plumbline.finding.FindingCode;

/** What one party declares the other accepts: nobody relieves itself. */
final class OwnDeclarations implements Rule {

  @Override
  public void check(Draft draft) {
    draft
        .agreement()
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.ground() instanceof Exclusion.Ground.Declared declared) {
                Optional<String> by = declared.declaredBy();
                Optional<String> accepts = declared.acceptedBy();
                boolean party = by.filter(draft.agreement().parties()::containsKey).isPresent();
                if (party && by.equals(accepts)) {
                  draft.tell(
                      FindingCode.ACCEPTS_ITS_OWN,
                      "exclusions/" + id + "/declared/accepted-by",
                      "\"" + by.get() + "\" declares these times and accepts them itself",
                      "write accepted-by: other, with silence: and decide-within:");
                }
              }
            });
  }
}
