package org.plumbline.finding;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file the file as the person named it, or a path relative to the folder that they named
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1, in characters; 0 where the whole line is meant
 * @param path the keys that lead there, joined by {@code /}, such as {@code
 *     metrics/on-time/target}; may be empty
 */
public record Place(String file, int line, int column, String path) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column)
          .thenComparing(Place::path);

  /** The file as a whole. */
  public static Place of(String file) {
    return new Place(file, 0, 0, "");
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, as editors and terminals read it. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
