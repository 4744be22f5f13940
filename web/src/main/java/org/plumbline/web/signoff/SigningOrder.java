package org.plumbline.web.signoff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.StakeholderRole;

/**
 * In which order who signs.
 *
 * @param id empty for the one that holds while none is agreed
 * @param organization who proposed it
 * @param agreed whether both parties said so
 */
public record SigningOrder(
    Optional<UUID> id, Optional<UUID> organization, List<SigningStep> steps, boolean agreed) {

  /** While none is agreed: first the provider's business owner, then the customer's. */
  public static final SigningOrder USUAL =
      new SigningOrder(
          Optional.empty(),
          Optional.empty(),
          List.of(
              new SigningStep("provider", StakeholderRole.BUSINESS_OWNER, List.of()),
              new SigningStep("customer", StakeholderRole.BUSINESS_OWNER, List.of())),
          false);

  /** Copies the list. */
  public SigningOrder {
    steps = List.copyOf(steps);
  }
}
