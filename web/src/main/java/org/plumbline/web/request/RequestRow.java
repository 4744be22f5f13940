package org.plumbline.web.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request to reconsider, in the register.
 *
 * @param number by the order of sending; empty while it is a draft
 * @param asked what is asked for, as text of JSON in the format of {@code register.yaml}
 */
public record RequestRow(
    UUID id,
    Optional<Integer> number,
    UUID organization,
    String organizationName,
    String metric,
    String period,
    Optional<String> ground,
    String reason,
    List<String> evidence,
    String asked,
    String askedBy,
    Optional<Instant> sentAt) {

  /** Copies the list. */
  public RequestRow {
    evidence = List.copyOf(evidence);
  }

  /** Whether the other party sees it. */
  public boolean isSent() {
    return sentAt.isPresent();
  }

  /** Its id in the register: {@code request-3}. */
  public String key() {
    return number.map(it -> "request-" + it).orElse("a draft");
  }
}
