package org.plumbline.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** How many columns a text takes, and how it is broken into lines. */
final class TextWidth {

  private TextWidth() {}

  /** Columns of a text without escape sequences: wide characters take two, combining ones none. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x1F300 && point <= 0x1FAFF)
            || (point >= 0x20000 && point <= 0x3FFFD);
    return wide ? 2 : 1;
  }

  /** The longest word of a text. */
  static int longestWord(String text) {
    int longest = 0;
    for (String word : text.split(" ", -1)) {
      longest = Math.max(longest, of(word));
    }
    return longest;
  }

  /** The text in lines of at most so many columns, broken at spaces where that goes. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" +", -1)) {
      String rest = word;
      if (line.length() > 0 && of(line.toString()) + 1 + of(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (of(rest) > width) {
        int cut = cut(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(line.length() == 0 ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int cut(String text, int width) {
    int columns = 0;
    int index = 0;
    while (index < text.length()) {
      int point = text.codePointAt(index);
      columns += of(point);
      if (columns > width) {
        break;
      }
      index += Character.charCount(point);
    }
    return Math.max(1, index);
  }

  /** The text with spaces on one side up to the width. */
  static String padded(String text, int shownWidth, int width, boolean right) {
    String spaces = " ".repeat(Math.max(0, width - shownWidth));
    return right ? spaces + text : text + spaces;
  }
}
