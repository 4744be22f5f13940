package org.plumbline.records;

import java.util.List;

/**
 * The cases of a record set as one party recorded them beside those that the other recorded.
 *
 * @param set id of the record set
 * @param both cases that both have
 * @param here cases that only the one has
 * @param there cases that only the other has
 * @param parts what is not the same in cases that both have; those in most cases first
 */
public record SetBeside(String set, long both, long here, long there, List<Part> parts) {

  /** Copies the list. */
  public SetBeside {
    parts = List.copyOf(parts);
  }

  /** What is recorded of a case. */
  public enum Kind {
    /** The whole record: one of the two cannot be used. */
    RECORD,
    /** A moment. */
    MOMENT,
    /** A field. */
    FIELD,
    /** The values of all fields along the events of a log. */
    VALUES,
    /** The time under a hold. */
    HOLD
  }

  /**
   * What is not the same.
   *
   * @param name of the moment, field or hold; empty for the others
   * @param cases in how many cases that both have
   */
  public record Part(Kind kind, String name, long cases) {}

  /**
   * A part of a case as both recorded it.
   *
   * @param key the case's key, as {@link CaseKey} writes it
   * @param here as the one has it, as it is stored; empty: no value
   * @param there as the other has it
   */
  public record Value(String key, Part part, Stored here, Stored there) {}

  /**
   * A value with its place.
   *
   * @param text as it is stored; empty where there is none, or where it is more than one value
   * @param file where the case's record stands
   * @param row from 1
   */
  public record Stored(String text, String file, long row) {}
}
