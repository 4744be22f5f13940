package org.plumbline.web.close;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An SLA Performance Report that was issued.
 *
 * @param number of the agreement's reports, from 1
 * @param period as the result was asked for
 * @param restates the number of the report that it restates
 * @param reason why it restates it
 * @param decision what the customer said: {@code accepted}, {@code with-reservations}, {@code
 *     not-accepted}
 * @param reservations in the customer's words
 */
public record PublicationRow(
    UUID id,
    int number,
    UUID result,
    String period,
    UUID organization,
    String issuedBy,
    Instant issuedAt,
    Optional<Integer> restates,
    Optional<String> reason,
    Optional<String> decision,
    Optional<String> reservations,
    Optional<Instant> decidedAt,
    Optional<String> decidedBy) {

  /** Why it restates another, without a full stop at the end; empty for a first one. */
  public String why() {
    return reason.map(text -> text.replaceFirst("\\.$", "")).orElse("");
  }

  /** What the customer said, in words. */
  public String words() {
    return decision.map(CloseSteps::words).orElse("Nothing was said yet.");
  }
}
