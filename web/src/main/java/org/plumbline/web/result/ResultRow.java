package org.plumbline.web.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A period measured, in the register.
 *
 * @param loads the files that were read
 */
public record ResultRow(
    UUID id,
    UUID agreement,
    UUID organization,
    String organizationName,
    UUID version,
    String period,
    Instant asOf,
    List<UUID> loads,
    String evaluatedBy,
    Instant evaluatedAt,
    Optional<Instant> sentAt) {

  /** Copies the list. */
  public ResultRow {
    loads = List.copyOf(loads);
  }

  /** Whether the other party sees it. */
  public boolean isSent() {
    return sentAt.isPresent();
  }
}
