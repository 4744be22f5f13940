package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written out of sight and then put in its place, where nothing may be. */
final class NewFile {

  private NewFile() {}

  /** Who writes the content. */
  interface Writer<X extends Exception> {
    void to(Path path) throws IOException, X;
  }

  /**
   * Refuses to begin.
   *
   * @throws InputRefused if something is there
   */
  static void refuseWhatIsThere(Path file) {
    if (Files.exists(file)) {
      throw new InputRefused(
          "there is already a file here: " + file + "; nothing was written\nName another file");
    }
  }

  /**
   * Writes it.
   *
   * @throws InputRefused if something is there
   */
  static <X extends Exception> void write(Path file, Writer<X> writer) throws IOException, X {
    refuseWhatIsThere(file);
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
    Path hidden = folder.resolve("." + absolute.getFileName() + ".part");
    try {
      writer.to(hidden);
      Files.move(hidden, absolute);
    } catch (FileAlreadyExistsException e) {
      refuseWhatIsThere(file);
      throw e;
    } finally {
      Files.deleteIfExists(hidden);
    }
  }
}
