package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.plumbline.agreement.yaml.ReadCalendars;

/** The calendars of an agreement, or of a file of calendars. */
final class CalendarFiles {
  private CalendarFiles() {}

  /**
   * By id.
   *
   * @throws InputRefused with its findings, if one of them is an error
   */
  static ReadCalendars read(Path file) throws IOException {
    ReadCalendars read = org.plumbline.agreement.yaml.AgreementFile.calendars(file);
    if (read.hasErrors()) {
      throw AgreementFile.refusal(file.toString(), read.findings());
    }
    return read;
  }
}
