package org.plumbline.agreement.yaml;

import java.util.List;
import java.util.Optional;
import org.plumbline.finding.Place;

/**
 * A value in a YAML file with its place. Scalars keep their text: what it means is decided by the
 * key under which it stands, never guessed from its look.
 */
public sealed interface YamlValue {

  /** Where the value begins. */
  Place place();

  /**
   * A single value.
   *
   * @param text its text, without quotes
   * @param quoted whether it stands in quotes or as a block of text
   */
  record Scalar(Place place, String text, boolean quoted) implements YamlValue {
    /** Whether it is nothing: left out, {@code null} or {@code ~}. */
    public boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  /** A list. */
  record Sequence(Place place, List<YamlValue> items) implements YamlValue {
    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A map. Of a key that stands twice, both entries are here; it has already been told. */
  record Mapping(Place place, List<Entry> entries) implements YamlValue {
    /** Copies the list. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The first entry with this key. */
    public Optional<Entry> entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    /** Whether the key stands here. */
    public boolean has(String key) {
      return entry(key).isPresent();
    }
  }

  /**
   * A key and its value.
   *
   * @param keyPlace where the key begins; its path is that of the value
   */
  record Entry(Place keyPlace, String key, YamlValue value) {}

  /** What it is, for a sentence: {@code a map}, {@code a list}, {@code nothing}, {@code "x"}. */
  default String described() {
    if (this instanceof Mapping) {
      return "a map";
    }
    if (this instanceof Sequence) {
      return "a list";
    }
    Scalar scalar = (Scalar) this;
    return scalar.isNothing() ? "nothing" : Words.quoted(scalar.text());
  }
}
