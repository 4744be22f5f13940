package org.plumbline.wording;

import java.util.List;

/**
 * An agreement read aloud.
 *
 * @param title what stands on the cover
 * @param sections in the order in which one reads them
 */
public record Reading(String title, List<Section> sections) {

  /** Copies the list. */
  public Reading {
    sections = List.copyOf(sections);
  }

  /**
   * A heading and what stands under it.
   *
   * @param items never empty
   */
  public record Section(String heading, List<Item> items) {
    /** Copies the list. */
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * One thing that is said.
   *
   * @param name what it is about; may be empty
   * @param sentence the main sentence
   * @param details what follows from it or is left to defaults, a sentence each
   */
  public record Item(String name, String sentence, List<String> details) {
    /** Copies the list. */
    public Item {
      details = List.copyOf(details);
    }

    /** An item of one sentence. */
    public static Item of(String name, String sentence) {
      return new Item(name, sentence, List.of());
    }
  }
}
