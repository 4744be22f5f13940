package org.plumbline.compile;

import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.plumbline.calendar.EpochMicros;

/**
 * How the local times of a date lie on the line of instants: {@code base + time of day}, with one
 * base before the change of the clocks on that date and another from it on. Of several changes on
 * one date the first counts.
 */
final class ZoneDays {

  private final Horizon horizon;

  ZoneDays(Horizon horizon) {
    this.horizon = horizon;
  }

  private Optional<ZoneOffsetTransition> change(long date) {
    ZoneRules rules = horizon.zone().getRules();
    if (rules.isFixedOffset()) {
      return Optional.empty();
    }
    long start = utcMidnight(date) - 15 * EpochMicros.HOUR;
    ZoneOffsetTransition next = rules.nextTransition(EpochMicros.toInstant(start));
    while (next != null
        && EpochMicros.of(next.getInstant()) < utcMidnight(date) + 40 * EpochMicros.HOUR) {
      LocalDate from = earlier(next).toLocalDate();
      LocalDate until = later(next).minusNanos(1).toLocalDate();
      LocalDate day = LocalDate.ofEpochDay(date);
      if (!day.isBefore(from) && !day.isAfter(until)) {
        return Optional.of(next);
      }
      next = rules.nextTransition(next.getInstant());
    }
    return Optional.empty();
  }

  private static java.time.LocalDateTime earlier(ZoneOffsetTransition change) {
    return change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
  }

  private static java.time.LocalDateTime later(ZoneOffsetTransition change) {
    return change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
  }

  private static long utcMidnight(long date) {
    return date * Horizon.DAY;
  }

  private long base(long date, java.time.ZoneOffset offset) {
    return utcMidnight(date) - offset.getTotalSeconds() * EpochMicros.SECOND;
  }

  private java.time.ZoneOffset offsetAtNoon(long date) {
    return horizon.zone().getRules().getOffset(LocalDate.ofEpochDay(date).atTime(12, 0));
  }

  /** What to add to a time of day before the change. */
  DateFunction firstBase() {
    return new DateFunction(
        "before change",
        date ->
            change(date)
                .map(change -> base(date, change.getOffsetBefore()))
                .orElseGet(() -> base(date, offsetAtNoon(date))));
  }

  /** The time of day from which the second base holds: the gap's start, the overlap's end. */
  DateFunction changesAt() {
    return new DateFunction(
        "change at",
        date ->
            change(date)
                .map(
                    change ->
                        EpochMicros.of(
                                change.getDateTimeBefore().toInstant(java.time.ZoneOffset.UTC))
                            - utcMidnight(date))
                .orElse(Long.MAX_VALUE));
  }

  /** What to add to a time of day after the change. */
  DateFunction secondBase() {
    return new DateFunction(
        "after change",
        date ->
            change(date)
                .map(change -> base(date, change.getOffsetAfter()))
                .orElseGet(() -> base(date, offsetAtNoon(date))));
  }

  /** The instant of the change; before it the second base does not hold. */
  DateFunction earliestAfter() {
    return new DateFunction(
        "change",
        date -> change(date).map(change -> EpochMicros.of(change.getInstant())).orElse(0L));
  }
}
