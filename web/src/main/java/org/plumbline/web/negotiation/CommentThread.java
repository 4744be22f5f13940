package org.plumbline.web.negotiation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.difference.Terms;

/**
 * A comment with its answers and what became of it.
 *
 * @param number of those that were sent, in the order of sending, the same for both parties; empty
 *     in the room
 * @param resolutions the latest last
 */
public record CommentThread(
    Optional<Integer> number, Note first, List<Note> answers, List<Resolution> resolutions) {

  /** Copies the lists. */
  public CommentThread {
    answers = List.copyOf(answers);
    resolutions = List.copyOf(resolutions);
  }

  /** How a thread ended. */
  public enum Outcome {
    ACCEPTED("Accepted"),
    ACCEPTED_WITH_CHANGES("Accepted with changes"),
    NOT_ACCEPTED("Not accepted"),
    WITHDRAWN("Withdrawn");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }

    /** As the register writes it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outcome that the register, or a person in a matrix, writes so. */
    public static Optional<Outcome> of(String text) {
      String key = text.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
      return Stream.of(values()).filter(outcome -> outcome.key().equals(key)).findFirst();
    }
  }

  /**
   * What one party says that becomes of a comment.
   *
   * @param sentAt empty while it is in its organization's room
   */
  public record Resolution(
      UUID id,
      UUID organization,
      String organizationName,
      UUID comment,
      Outcome outcome,
      String response,
      String resolvedBy,
      Instant resolvedAt,
      Optional<Instant> sentAt) {}

  /** The latest resolution. */
  public Optional<Resolution> resolution() {
    return resolutions.isEmpty()
        ? Optional.empty()
        : Optional.of(resolutions.get(resolutions.size() - 1));
  }

  /** Whether it ended. */
  public boolean isResolved() {
    return !resolutions.isEmpty();
  }

  /** The term that it is about, as pages call it. */
  public String about() {
    return first.place().isEmpty() ? "The whole text" : Terms.heading(first.place());
  }
}
