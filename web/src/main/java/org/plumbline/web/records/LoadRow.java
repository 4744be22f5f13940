package org.plumbline.web.records;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of records in the register.
 *
 * @param organization whose room it is in
 * @param binding whether it says which column is what, rather than what happened
 */
public record LoadRow(
    UUID id,
    UUID organization,
    String organizationName,
    String fileName,
    String sha256,
    long bytes,
    boolean binding,
    String receivedBy,
    Instant receivedAt,
    Optional<Instant> sentAt) {

  /** Its size as people say it. */
  public String size() {
    return bytes < 10_000
        ? bytes + " bytes"
        : bytes < 10_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
  }

  /** Whether it says what happened; else it is a binding, or a register of an earlier time. */
  public boolean isRecords() {
    return !binding && !fileName.equals(org.plumbline.register.Register.NAME);
  }

  /** Whether the other party sees it. */
  public boolean isSent() {
    return sentAt.isPresent();
  }
}
