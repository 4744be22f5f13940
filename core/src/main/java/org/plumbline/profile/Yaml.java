package org.plumbline.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes YAML with a note beside each line, for people who have never seen any. */
public final class Yaml {

  private static final int NOTE_AT = 46;
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*([ ./-][A-Za-z0-9_]+)*");
  private static final Pattern WORD = Pattern.compile("(?i)(true|false|yes|no|on|off|null|y|n)");
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder();

  /** A line of text; its indentation is part of it. */
  public Yaml line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** A line with a note. */
  public Yaml line(String line, String note) {
    int space = Math.max(2, NOTE_AT - line.length());
    text.append(line)
        .append(" ".repeat(space))
        .append("# ")
        .append(Words.oneLine(note))
        .append('\n');
    return this;
  }

  /** A line that is only a note. */
  public Yaml note(String note) {
    text.append(note.isEmpty() ? "#" : "# " + Words.oneLine(note)).append('\n');
    return this;
  }

  /** A blank line. */
  public Yaml blank() {
    text.append('\n');
    return this;
  }

  /** Everything so far. */
  public String text() {
    return text.toString();
  }

  /** A text as a value, in quotes where it needs them. */
  public static String value(String value) {
    if (value.length() <= 100 && PLAIN.matcher(value).matches() && !WORD.matcher(value).matches()) {
      return value;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (letter == '\n') {
        quoted.append("\\n");
      } else if (letter == '\t') {
        quoted.append("\\t");
      } else if (letter < ' '
          || letter == 0x7f
          || (letter >= 0x80 && letter < 0xa0)
          || letter == '\u2028'
          || letter == '\u2029'
          || letter == '\ufeff') {
        quoted.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          quoted.append(HEX.charAt(letter >> shift & 15));
        }
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }

  /** A list on one line. */
  public static String list(Collection<String> values) {
    List<String> quoted = new ArrayList<>();
    values.forEach(value -> quoted.add(value(value)));
    return "[" + String.join(", ", quoted) + "]";
  }

  /** A map of lists on one line. */
  public static String lists(Map<String, List<String>> map) {
    List<String> entries = new ArrayList<>();
    map.forEach((key, values) -> entries.add(value(key) + ": " + list(values)));
    return "{" + String.join(", ", entries) + "}";
  }
}
