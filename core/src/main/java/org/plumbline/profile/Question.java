package org.plumbline.profile;

import java.util.List;

/**
 * Something that only a person knows, with an answer proposed from the evidence.
 *
 * @param option the option of the command that answers it, without dashes
 * @param asks the question
 * @param choices answers to choose from; none where it is free
 * @param proposed the proposed answer
 * @param because why it is proposed, as one sentence
 */
public record Question(
    String option, String asks, List<String> choices, String proposed, String because) {

  /** Copies the list. */
  public Question {
    choices = List.copyOf(choices);
  }
}
