package org.plumbline.wording;

import java.util.List;
import java.util.Locale;

/** Small joints of sentences. */
final class Phrases {

  private Phrases() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String and(List<String> parts) {
    return joined(parts, " and ");
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  static String or(List<String> parts) {
    return joined(parts, " or ");
  }

  /** The first letter a capital. */
  static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** A sentence: capital first letter, one full stop. */
  static String sentence(String text) {
    String trimmed = text.strip();
    return capital(trimmed.endsWith(".") ? trimmed : trimmed + ".");
  }

  /** An id as words: {@code awaiting-user} is {@code awaiting user}. */
  static String words(String id) {
    return id.replace('-', ' ').replace('/', ' ').strip();
  }

  /** An id as a quoted name: {@code “awaiting user”}. */
  static String quoted(String id) {
    return "“" + words(id) + "”";
  }

  private static String joined(List<String> parts, String last) {
    int size = parts.size();
    if (size < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, size - 1)) + last + parts.get(size - 1);
  }
}
