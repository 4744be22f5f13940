package org.plumbline.agreement.yaml;

import java.util.Optional;

/**
 * Makes something of a value, or tells what is wrong with it.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface Decoder<T> {

  /** What the value means; empty if it means nothing, which has then been told. */
  Optional<T> decode(YamlValue value);
}
