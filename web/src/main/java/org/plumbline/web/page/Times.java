package org.plumbline.web.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages show when the register recorded something: to the minute, and in which zone. */
public final class Times {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** An instant in an agreement’s zone, which is named: never in the reader’s own. */
  public String show(Instant at, ZoneId zone) {
    return LOCAL.format(at.atZone(zone)) + " " + zone;
  }

  /** An instant as text, in UTC where no agreement is at hand. */
  public String show(Instant at) {
    return MINUTE.format(at);
  }
}
