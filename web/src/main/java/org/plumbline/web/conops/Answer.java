package org.plumbline.web.conops;

import java.time.Instant;
import java.util.Optional;

/**
 * What an approver said of a concept of operations.
 *
 * @param changes what has to change first, or why it is not accepted
 */
public record Answer(
    String organization,
    String role,
    String by,
    String decision,
    Optional<String> changes,
    Instant at) {

  /** As people say it. */
  public String says() {
    return decision.replace('-', ' ');
  }
}
