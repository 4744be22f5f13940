package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.WorkCalendar;

/** The calendars of a file. */
final class CalendarFiles {
  private CalendarFiles() {}

  /**
   * By id.
   *
   * @throws InputRefused if the file cannot be read, or has none
   */
  static Map<String, WorkCalendar> read(Path file) throws IOException {
    Agreement agreement = AgreementFile.open(file.toString()).agreement();
    Map<String, WorkCalendar> calendars = new LinkedHashMap<>();
    agreement.calendars().forEach((id, terms) -> calendars.put(id, terms.calendar()));
    return calendars;
  }
}
