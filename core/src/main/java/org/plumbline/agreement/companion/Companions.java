package org.plumbline.agreement.companion;

import java.util.Optional;

/** The documents that an agreement includes, as far as they could be read. */
public record Companions(
    Optional<Conops> conops,
    Optional<Offer> offer,
    Optional<Requirements> requirements,
    Optional<SuccessMetrics> successMetrics) {

  /** An agreement that includes none. */
  public static final Companions NONE =
      new Companions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
