package org.plumbline.web.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A text of an agreement in the register.
 *
 * @param organization whose it is
 * @param number of its organization's texts, from 1
 * @param hash the canonical hash; empty while something in it is wrong
 * @param amendment the number that its amendment says; empty for an original text
 * @param restsOn the text that it was made from, of either party
 * @param zone the agreement's as this text has it; UTC while it cannot be read
 * @param sentAt empty while it is a draft in its organization's room
 */
public record VersionRow(
    UUID id,
    UUID agreement,
    UUID organization,
    String organizationName,
    int number,
    String title,
    Optional<String> hash,
    Optional<LocalDate> effective,
    Optional<Integer> amendment,
    Optional<UUID> restsOn,
    ZoneId zone,
    String writtenBy,
    Instant writtenAt,
    Optional<Instant> sentAt) {

  /** Its name on pages, such as {@code Agency 2}. */
  public String label() {
    return organizationName + " " + number;
  }

  /** The day that it is in the zone of the agreement; what is signed then is signed on it. */
  public LocalDate dayAt(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** Whether the other party sees it. */
  public boolean isSent() {
    return sentAt.isPresent();
  }
}
