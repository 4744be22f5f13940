package org.plumbline.cli;

import java.util.ArrayList;
import java.util.List;

/** Sentences as lines of limited width. */
final class Lines {
  private Lines() {}

  /**
   * Breaks a text at spaces.
   *
   * @param first what stands before the first line
   * @param next what stands before the others
   */
  static List<String> wrapped(String text, String first, String next, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.strip().split("[\\s\\p{Cc}]+")) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
