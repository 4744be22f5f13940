package org.plumbline.web.outbox;

import java.util.Optional;
import java.util.UUID;

/**
 * What is told to somebody.
 *
 * @param agreement what it is about, if about one
 * @param isFormal a formal notice: mailed at once, whatever the person asked for
 * @param subject one line, at most 200 characters
 * @param text plain sentences
 * @param path the page where one goes on from here, such as {@code /agreements/…}
 */
public record Message(
    Optional<UUID> agreement, boolean isFormal, String subject, String text, String path) {

  private static final int LONGEST_SUBJECT = 200;

  /** Makes one line of the subject. */
  public Message {
    String line = subject.replaceAll("\\s+", " ").strip();
    subject =
        line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
  }

  /** About an agreement; told when the person wants to be told. */
  public static Message about(UUID agreement, String subject, String text, String path) {
    return new Message(Optional.of(agreement), false, subject, text, path);
  }

  /** A formal notice about an agreement. */
  public static Message formal(UUID agreement, String subject, String text, String path) {
    return new Message(Optional.of(agreement), true, subject, text, path);
  }
}
