package org.plumbline.agreement.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files on disk that hold an agreement or calendars; what lies beside them is looked up there. */
public final class AgreementFile {

  private AgreementFile() {}

  /**
   * Reads an agreement.
   *
   * @throws IOException if the file cannot be opened or read
   */
  public static ReadAgreement read(Path file) throws IOException {
    return AgreementYaml.read(file.toString(), bytes(file), folderOf(file));
  }

  /**
   * Reads the calendars of an agreement or of a file of calendars.
   *
   * @throws IOException if the file cannot be opened or read
   */
  public static ReadCalendars calendars(Path file) throws IOException {
    return CalendarFileYaml.read(file.toString(), bytes(file), folderOf(file));
  }

  /** The folder that a file lies in. */
  public static Folder folderOf(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().getParent())
        .map(Folder::of)
        .orElse(Folder.NONE);
  }

  /**
   * The content, but never much more than what is read of a file at most.
   *
   * @throws IOException if the file cannot be opened or read
   */
  public static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(YamlText.MAXIMUM + 1);
    }
  }
}
