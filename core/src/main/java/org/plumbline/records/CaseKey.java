package org.plumbline.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case's key as one text: its parts joined by {@code " / "}. Of several parts, one that could be
 * taken for two, or for a quoted one, stands in double quotes, so that no two keys are the same
 * text: {@code "North / South" / 17}. A key of one part is that part as it is.
 */
public final class CaseKey {

  /** What stands between two parts. */
  public static final String JOINT = " / ";

  private CaseKey() {}

  /** The text of a key. */
  public static String of(List<String> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : String.join(JOINT, parts.stream().map(CaseKey::part).toList());
  }

  /** The parts of a key's text; empty if it is no key of so many parts. */
  public static Optional<List<String>> parts(String key, int count) {
    if (count == 1) {
      return Optional.of(List.of(key));
    }
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (true) {
      boolean quoted = key.startsWith("\"", at);
      int end = quoted ? closing(key, at) : key.indexOf(JOINT, at);
      end = end < 0 ? key.length() : end;
      String part = key.substring(at, end);
      parts.add(quoted ? unquoted(part) : part);
      if (end == key.length()) {
        return parts.size() == count ? Optional.of(List.copyOf(parts)) : Optional.empty();
      }
      if (!key.startsWith(JOINT, end)) {
        return Optional.empty();
      }
      at = end + JOINT.length();
    }
  }

  private static String part(String part) {
    boolean plain = !part.contains(" /") && !part.contains("/ ") && !part.startsWith("\"");
    return plain ? part : '"' + part.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Behind the quote that ends the part which begins at a quote. */
  private static int closing(String key, int from) {
    for (int at = from + 1; at < key.length(); at++) {
      if (key.charAt(at) == '\\') {
        at++;
      } else if (key.charAt(at) == '"') {
        return at + 1;
      }
    }
    return key.length();
  }

  private static String unquoted(String part) {
    StringBuilder text = new StringBuilder();
    for (int at = 1; at < part.length(); at++) {
      char each = part.charAt(at);
      if (each == '\\' && at + 1 < part.length()) {
        at++;
        text.append(part.charAt(at));
      } else if (each != '"') {
        text.append(each);
      }
    }
    return text.toString();
  }
}
