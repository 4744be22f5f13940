package org.plumbline.web.conops;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A concept of operations in the register.
 *
 * @param organization whose it is
 * @param whole whether it has no errors
 * @param sentAt empty while it is a draft in its organization's room
 */
public record ConceptRow(
    UUID id,
    UUID organization,
    String organizationName,
    int number,
    String title,
    boolean whole,
    String writtenBy,
    Instant writtenAt,
    Optional<Instant> sentAt) {

  /** Its name on pages, such as {@code Agency 2}. */
  public String label() {
    return organizationName + " " + number;
  }

  /** Whether the other party sees it. */
  public boolean isSent() {
    return sentAt.isPresent();
  }
}
