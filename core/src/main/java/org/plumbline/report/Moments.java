package org.plumbline.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as they are shown: in the agreement's zone, which is named (design 4.1). */
final class Moments {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final ZoneId zone;

  Moments(ZoneId zone) {
    this.zone = zone;
  }

  /** {@code 2016-03-31 14:05 UTC}. */
  String minute(Instant instant) {
    return plain(instant) + " " + zone;
  }

  /** The same without the zone, where the zone stands once beside many. */
  String plain(Instant instant) {
    return MINUTE.format(instant.atZone(zone));
  }
}
