package org.plumbline.report;

import java.util.List;
import java.util.Optional;

/**
 * A report as a document: what stands on it, not how it looks.
 *
 * @param title what stands on the cover
 * @param subtitle the parties and the periods
 * @param marking handling line that stands on every page
 * @param facts what a reader needs to recompute it: version, as-of, zone, loads
 * @param sections in order
 */
public record Document(
    String title,
    String subtitle,
    Optional<String> marking,
    List<Fact> facts,
    List<Section> sections) {

  /** Copies the lists. */
  public Document {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }

  /** A named fact. */
  public record Fact(String name, String value) {}

  /**
   * A section.
   *
   * @param id unique in the document, of letters and hyphens
   * @param lead one sentence on what it shows; may be empty
   */
  public record Section(String id, String title, String lead, List<Block> blocks) {
    /** Copies the list. */
    public Section {
      blocks = List.copyOf(blocks);
    }
  }
}
