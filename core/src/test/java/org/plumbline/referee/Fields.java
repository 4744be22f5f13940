package org.plumbline.referee;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Field;
import org.plumbline.referee.CasePart.Occurred;

/** Which value of a changing field counts (meaning 3). */
record Fields(Ground ground, boolean eventLog, CasePart part) {

  /**
   * The value in force at the moment, its own events included; before all events the first one's.
   */
  Optional<Object> at(String id, Point moment) {
    return value(id, change -> Point.instant(change.at(), ground.wall).compare(moment) <= 0);
  }

  /** The value in force just before the instant. */
  Optional<Object> before(String id, long micros) {
    return value(id, change -> change.at() < micros);
  }

  Optional<Object> last(String id) {
    return value(id, change -> true);
  }

  /** The value as it stood at an occurrence. */
  Optional<Object> at(String id, Occurred occurred) {
    return occurred.seq() == Moments.DERIVED
        ? at(id, occurred.point())
        : value(id, change -> change.seq() <= occurred.seq());
  }

  Optional<Object> first(String id) {
    return known(id).findFirst();
  }

  Optional<Object> highest(String id) {
    return known(id).max(Fields::compare);
  }

  static Field.Read read(Field field) {
    return field.read().orElse(Field.Read.AT_STOP);
  }

  private java.util.stream.Stream<Object> known(String id) {
    return part.changes().stream()
        .flatMap(change -> Optional.ofNullable(change.values().get(id)).stream());
  }

  private Optional<Object> value(
      String id, java.util.function.Predicate<RefereeCase.Change> inForce) {
    List<RefereeCase.Change> changes = part.changes();
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    RefereeCase.Change found = changes.get(0);
    if (eventLog) {
      for (RefereeCase.Change change : changes) {
        found = inForce.test(change) ? change : found;
      }
    }
    return Optional.ofNullable(found.values().get(id));
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }
}
