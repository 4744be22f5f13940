package org.plumbline.cli;

import java.nio.file.Path;
import java.util.Map;
import org.plumbline.calendar.WorkCalendar;

/** The calendars of a file. */
final class CalendarFiles {
  private CalendarFiles() {}

  /** By id. */
  static Map<String, WorkCalendar> read(Path file) {
    throw new InputRefused(file + ": calendars of files are not read yet");
  }
}
