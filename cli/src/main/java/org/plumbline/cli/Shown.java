package org.plumbline.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.plumbline.report.PlainText;

/** How things are written in a command that somebody may copy. */
final class Shown {
  private Shown() {}

  /** The command as it was called, so that what is shown can be copied: {@code ./plumbline}. */
  static String command() {
    return word(System.getProperty("plumbline.command", "plumbline"));
  }

  /** A path, in quotes where a shell needs them. */
  static String path(Path path) {
    return word(path.toString());
  }

  /**
   * The path that somebody named.
   *
   * @throws InputRefused if no file can have this name
   */
  static Path named(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InputRefused("no file can be called " + text.replaceAll("\\p{Cc}", "?"), e);
    }
  }

  /** A file relative to where the command runs, if it is below. */
  static String relative(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) && !absolute.equals(here)
        ? here.relativize(absolute).toString()
        : path.toString();
  }

  /** A message, line by line without characters that move a cursor or turn the direction. */
  static String plain(String message) {
    return message.lines().map(PlainText::clean).collect(Collectors.joining("\n"));
  }

  /** One word of a command line. */
  static String word(String text) {
    return text.matches("[A-Za-z0-9_./:@%+=,~-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
