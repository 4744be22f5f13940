package org.plumbline.catalog;

import java.util.List;
import org.plumbline.finding.Finding;

/**
 * What became of a measure from one catalog to a later one.
 *
 * @param kind what happened to it as a whole
 * @param id its identifier, the later one if it changed
 * @param name its name, the later one
 * @param parts what changed in it
 * @param findings what is wrong with the change
 */
public record MeasureChange(
    Kind kind, String id, String name, List<Part> parts, List<Finding> findings) {

  /** Copies the lists. */
  public MeasureChange {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
  }

  /** What happened to a measure as a whole. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** Its meaning changed. */
    CHANGED,
    /** Only its words changed. */
    REWORDED
  }

  /**
   * What changed in a measure.
   *
   * @param what in which respect, such as {@code target}
   * @param before what it was, in words
   * @param after what it is, in words
   * @param meaning whether the meaning changed, and not only the words
   */
  public record Part(String what, String before, String after, boolean meaning) {}
}
