package org.plumbline.agreement.yaml;

import java.util.Optional;

/**
 * The value of a key that has to stand in a map. It is asked for within {@link MapReader#build},
 * which runs only when all such values are there.
 *
 * @param <T> what it is
 */
public record Required<T>(Optional<T> given) {

  /** The value. */
  public T value() {
    return given.orElseThrow(() -> new IllegalStateException("asked for outside of build"));
  }
}
