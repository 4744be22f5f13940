package org.plumbline.web.negotiation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A comment on a term of a text, or an answer to one.
 *
 * @param version the text that it is about; empty for all
 * @param place the term; empty for the text as a whole
 * @param answers the comment that began the thread; empty for that one itself
 * @param sentAt empty while it is in its organization's room
 */
public record Note(
    UUID id,
    UUID organization,
    String organizationName,
    Optional<UUID> version,
    String place,
    Optional<UUID> answers,
    String text,
    String writtenBy,
    Instant writtenAt,
    Optional<Instant> sentAt) {

  /** Whether the other party sees it. */
  public boolean isSent() {
    return sentAt.isPresent();
  }
}
