package org.plumbline.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;

/** What a password must be: long, rather than strange (NIST SP 800-63B, 3.1.1.2). */
final class PasswordRules {

  private static final int SHORTEST = 12;

  /** What bcrypt takes. */
  private static final int LONGEST_BYTES = 72;

  private PasswordRules() {}

  /** What is wrong with it, in a sentence that says what would be right. */
  static Optional<String> mistake(String password, String name, String email) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("Use at least 12 characters; a few words in a row are good.");
    }
    if (password.getBytes(UTF_8).length > LONGEST_BYTES) {
      return Optional.of("Use at most 72 bytes.");
    }
    if (password.codePoints().distinct().count() < 5) {
      return Optional.of("Use more than four different characters.");
    }
    String small = password.toLowerCase(Locale.ROOT);
    String mailbox = email.replaceFirst("@.*", "").toLowerCase(Locale.ROOT);
    if ((mailbox.length() > 3 && small.contains(mailbox))
        || (name.length() > 3 && small.contains(name.toLowerCase(Locale.ROOT)))) {
      return Optional.of("Leave your name and address out of it.");
    }
    return Optional.empty();
  }
}
