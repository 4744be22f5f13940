package org.plumbline.records;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A change of what was recorded, which the parties have agreed on afterwards. Files stay as they
 * are; the records are read as if they said so.
 */
public sealed interface RecordChange {

  /** The record set. */
  String set();

  /**
   * A field of its own that is yes for some cases and no for all others.
   *
   * @param keys the cases' keys, as {@link CaseKey} writes them
   */
  record Marked(String set, String field, Set<String> keys) implements RecordChange {
    /** Copies the set. */
    public Marked {
      keys = Set.copyOf(keys);
    }
  }

  /**
   * A time of a case under a hold of its own. Instants are microseconds since 1970 in UTC.
   *
   * @param from included
   * @param until excluded
   */
  record Held(String set, String hold, String key, long from, long until) implements RecordChange {}

  /**
   * Another value of a recorded moment or a field of a case.
   *
   * @param column as {@link StoredSet} names it
   * @param value as it is stored, as text
   */
  record Corrected(String set, String key, String column, String value) implements RecordChange {}

  /**
   * Another time of a moment of an event log.
   *
   * @param was the one that is recorded so, as it is stored; empty: the first. One that is not
   *     recorded is added where no {@code was} is named
   * @param to the time, as it is stored
   * @param at the same as an instant, in microseconds since 1970 in UTC
   */
  record Moved(String set, String key, String moment, Optional<Long> was, long to, long at)
      implements RecordChange {}

  /**
   * A time that counts as declared under an exclusion.
   *
   * @param exclusion id of the exclusion
   * @param from included
   * @param until excluded
   */
  record Declared(String set, String exclusion, long from, long until) implements RecordChange {}

  /**
   * A row of one of the register's own sets, beside those of its files.
   *
   * @param key the row's key, as {@link CaseKey} writes it
   * @param moments days by moment
   * @param fields texts by field
   */
  record Written(String set, String key, Map<String, LocalDate> moments, Map<String, String> fields)
      implements RecordChange {
    /** Copies the maps. */
    public Written {
      moments = Map.copyOf(moments);
      fields = Map.copyOf(fields);
    }
  }
}
