package org.plumbline.profile;

import java.util.List;
import java.util.Optional;

/**
 * What one column is taken for, and why.
 *
 * @param position its position, from 0
 * @param name its name, as a binding asks for it
 * @param kind what it is taken for
 * @param reason why, as one sentence
 * @param time how its times are read, if it has any
 * @param field how its cells are read as a field
 * @param sensitive whether it tells of single people
 * @param distinct how many different texts it holds
 * @param filled in how many rows it holds something
 * @param notes what is wrong with it, and where
 */
public record ColumnProfile(
    int position,
    String name,
    Kind kind,
    String reason,
    Optional<TimeColumn> time,
    FieldReading field,
    boolean sensitive,
    long distinct,
    long filled,
    List<String> notes) {

  /** What a column is taken for. */
  public enum Kind {
    /** Says when something happened. */
    MOMENT("moment"),
    /** Tells one case from another. */
    KEY("key"),
    /** Says in which state an event leaves its case. */
    STATE("state"),
    /** Says for which month a row is. */
    PERIOD("month"),
    /** A number counted elsewhere. */
    FIGURE("figure"),
    /** Says something else of a case. */
    FIELD("field"),
    /** Prose. */
    FREE_TEXT("not read"),
    /** Not used, for the reason said. */
    NOT_READ("not read");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for people. */
    public String word() {
      return word;
    }
  }

  /** Copies the list. */
  public ColumnProfile {
    notes = List.copyOf(notes);
  }

  /** The same, taken for something else. */
  ColumnProfile as(Kind other, String why) {
    return new ColumnProfile(
        position, name, other, why, time, field, sensitive, distinct, filled, notes);
  }

  /** Whether it is of this kind. */
  public boolean is(Kind other) {
    return kind == other;
  }

  /** What it is read as, for people: {@code moment, MM/dd/yyyy}. */
  public String readAs() {
    if (kind == Kind.MOMENT || kind == Kind.PERIOD) {
      List<String> patterns = time.map(TimeColumn::dates).orElse(List.of());
      List<String> times = time.map(TimeColumn::times).orElse(List.of());
      List<String> all = patterns.isEmpty() ? times : patterns;
      return kind.word() + (all.isEmpty() ? "" : ", " + all.get(0));
    }
    String type = sensitive ? "sensitive" : field.type().key();
    return kind == Kind.FIELD || (sensitive && kind == Kind.KEY)
        ? kind.word() + ", " + type
        : kind.word();
  }
}
