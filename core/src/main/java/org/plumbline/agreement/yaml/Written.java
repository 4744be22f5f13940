package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of an agreement as the language writes it: what the writer and the canonical form share.
 */
sealed interface Written {

  /**
   * A single value.
   *
   * @param text as it is written
   * @param shortest the same with numbers in their shortest form
   * @param bare whether it is a number or a flag in JSON, not a string
   */
  record Single(String text, String shortest, boolean bare) implements Written {}

  /**
   * A list.
   *
   * @param set whether order and repetition mean nothing
   */
  record Items(List<Written> items, boolean set) implements Written {}

  /**
   * A map; its entries may still be added to.
   *
   * @param tall whether it is never written on one line
   */
  record Entries(Map<String, Written> entries, boolean tall) implements Written {
    static Entries flow() {
      return new Entries(new LinkedHashMap<>(), false);
    }

    static Entries block() {
      return new Entries(new LinkedHashMap<>(), true);
    }

    Entries put(String key, Written value) {
      entries.put(key, value);
      return this;
    }

    Entries put(String key, String text) {
      return put(key, text(text));
    }

    <T> Entries put(String key, Optional<T> value, Function<T, Written> write) {
      value.ifPresent(given -> put(key, write.apply(given)));
      return this;
    }

    Entries putText(String key, Optional<String> text) {
      return put(key, text, Written::text);
    }

    Entries putAny(String key, Optional<?> value) {
      return put(key, value.map(Object::toString), Written::text);
    }

    Entries putTexts(String key, Collection<String> texts) {
      return texts.isEmpty() ? this : put(key, texts(texts, false));
    }

    Entries putSet(String key, Collection<String> texts) {
      return texts.isEmpty() ? this : put(key, texts(texts, true));
    }

    <T> Entries putList(String key, Collection<T> values, Function<T, Written> write) {
      return values.isEmpty() ? this : put(key, list(values, write));
    }

    <T> Entries putNamed(String key, Map<String, T> named, Function<T, Written> write) {
      if (!named.isEmpty()) {
        Entries below = block();
        named.forEach((id, value) -> below.put(id, write.apply(value)));
        put(key, below);
      }
      return this;
    }
  }

  /** A value with a short form: the writer takes the short one, the canonical form the long one. */
  record Either(Written brief, Written full) implements Written {}

  /** Holidays by rule: written as the rule, canonical as its name and the days it yields. */
  record ByRule(Written rule, Written canonical) implements Written {}

  static Written text(String text) {
    return new Single(text, text, false);
  }

  static Written bare(String text) {
    return new Single(text, text, true);
  }

  static Written texts(Collection<String> texts, boolean set) {
    return new Items(new ArrayList<>(texts.stream().map(Written::text).toList()), set);
  }

  static <T> Written list(Collection<T> values, Function<T, Written> write) {
    return new Items(new ArrayList<>(values.stream().map(write).toList()), false);
  }
}
