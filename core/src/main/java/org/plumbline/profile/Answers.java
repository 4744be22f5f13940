package org.plumbline.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has been answered, by option.
 *
 * @param given the answers
 */
public record Answers(Map<String, String> given) {

  /** Nothing has been answered. */
  public static final Answers NONE = new Answers(Map.of());

  /** Copies the map. */
  public Answers {
    given = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  /** The answer of an option, if it was given. */
  public Optional<String> of(String option) {
    return Optional.ofNullable(given.get(option));
  }

  /** The same with one more. */
  public Answers with(String option, String answer) {
    Map<String, String> more = new LinkedHashMap<>(given);
    more.put(option, answer);
    return new Answers(more);
  }
}
