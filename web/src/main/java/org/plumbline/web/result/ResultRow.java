package org.plumbline.web.result;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A period measured, in the register.
 *
 * @param version the last text under which it was measured
 * @param versions all of them, the original first
 * @param asOf up to when something happened
 * @param knownAt up to when something was known
 * @param zone the agreement’s
 * @param loads the files that were read
 */
public record ResultRow(
    UUID id,
    UUID agreement,
    UUID organization,
    String organizationName,
    UUID version,
    List<UUID> versions,
    String period,
    Instant asOf,
    Instant knownAt,
    ZoneId zone,
    List<UUID> loads,
    String evaluatedBy,
    Instant evaluatedAt,
    Optional<Instant> sentAt) {

  /** Copies the lists. */
  public ResultRow {
    versions = List.copyOf(versions);
    loads = List.copyOf(loads);
  }

  /** Whether the other party sees it. */
  public boolean isSent() {
    return sentAt.isPresent();
  }
}
