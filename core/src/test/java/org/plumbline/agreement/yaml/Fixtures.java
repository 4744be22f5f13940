package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Small texts that several tests share. */
final class Fixtures {

  /** An iCalendar file with one holiday. */
  static final byte[] HOLIDAYS =
      String.join(
              "\r\n",
              "BEGIN:VCALENDAR",
              "VERSION:2.0",
              "PRODID:-//Example//Holidays//EN",
              "BEGIN:VEVENT",
              "UID:1@example.org",
              "DTSTAMP:20260101T000000Z",
              "DTSTART;VALUE=DATE:20261124",
              "SUMMARY:Founders' day",
              "END:VEVENT",
              "END:VCALENDAR",
              "")
          .getBytes(UTF_8);

  /** A folder in which each file is that one. */
  static final Folder FOLDER = path -> java.util.Optional.of(HOLIDAYS);

  private Fixtures() {}
}
