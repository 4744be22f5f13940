package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.agreement.yaml.CalendarFileYaml;
import org.plumbline.agreement.yaml.Folder;
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
    Path parent = file.toAbsolutePath().getParent();
    Folder beside = parent == null ? Folder.NONE : Folder.of(parent);
    ReadCalendars read = CalendarFileYaml.read(file.toString(), Files.readAllBytes(file), beside);
    if (read.hasErrors()) {
      throw AgreementFile.refusal(file.toString(), read.findings());
    }
    return read;
  }
}
