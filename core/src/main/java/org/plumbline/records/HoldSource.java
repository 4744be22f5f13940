package org.plumbline.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the intervals of a hold are recorded (language.md 4.3, {@code holds}). */
public sealed interface HoldSource {

  /** From an event that enters one of these states to the next that leaves them. */
  record InState(List<String> states) implements HoldSource {
    /** Copies the list. */
    public InState {
      states = List.copyOf(states);
    }
  }

  /** Two columns of the same rows: held from the one (included) until the other (excluded). */
  record Between(String from, String until) implements HoldSource {}

  /**
   * Rows of other files, one an interval; the case key is found in columns of the same names as in
   * the set's own files, unless {@code keys} names others.
   *
   * @param files names of the files
   * @param keys columns of the key's parts, by part
   */
  record Listed(List<String> files, String from, String until, Map<String, String> keys)
      implements HoldSource {
    /** Copies lists and maps. */
    public Listed {
      files = List.copyOf(files);
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }
  }
}
