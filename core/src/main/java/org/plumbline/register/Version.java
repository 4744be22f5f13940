package org.plumbline.register;

import java.time.LocalDate;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;

/**
 * One version of an agreement: its complete text from a day on (language.md 8).
 *
 * @param agreement the text as data
 * @param hash what names it: {@code plumbline1:sha-256:…}
 * @param file where it stands, as it was named
 */
public record Version(Agreement agreement, String hash, String file) {

  /** The number of the amendment that made it; 0 for the original text. */
  public int number() {
    return agreement.amendment().map(Amendment::number).orElse(0);
  }

  /** The first day on which it is in force. */
  public LocalDate from() {
    return agreement
        .amendment()
        .map(Amendment::effective)
        .orElse(agreement.performancePeriod().from());
  }

  /** What people call it: {@code the original text}, {@code amendment 2}. */
  public String name() {
    return number() == 0 ? "the original text" : "amendment " + number();
  }

  /** The same within an id: {@code original}, {@code amendment-2}. */
  public String id() {
    return number() == 0 ? "original" : "amendment-" + number();
  }
}
