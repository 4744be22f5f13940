package org.plumbline.referee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.Closure;
import org.plumbline.calendar.WorkCalendar;

/**
 * What all cases of an evaluation stand on: the terms, the zone, the calendars, the as-of instant.
 */
final class Ground {

  final Agreement agreement;
  final WallClock wall;
  final Periods periods;
  final Point asOf;
  private final Map<String, Hours> hours = new HashMap<>();
  private final Exclusions exclusions = new Exclusions(this);
  private final Map<String, RecordSet> sets = new HashMap<>();

  /** The records of each set, worked out where that is how they come to be. */
  final Map<String, RefereeRecords> records = new HashMap<>();

  Ground(Agreement agreement, long asOfMicros) {
    this.agreement = agreement;
    wall = new WallClock(agreement.zone());
    periods = new Periods(agreement);
    asOf = Point.instant(asOfMicros, wall);
  }

  Hours hours(String id) {
    return hours.computeIfAbsent(id, this::newHours);
  }

  /** The calendar named, else the agreement's, else every hour of every day. */
  Hours hoursOrAgreements(Optional<String> id) {
    return hours(id.or(agreement::calendar).orElse(Agreement.ALWAYS));
  }

  /**
   * A record set with its key fields among its fields, and with what its origin adds (meaning 14).
   */
  RecordSet set(String id) {
    return sets.computeIfAbsent(
        id,
        key ->
            agreement
                .recordSet(key)
                .map(Ground::complete)
                .orElseThrow(() -> new IllegalArgumentException("no record set " + key)));
  }

  /** A case of a set of which the records are known, if anything of it has happened. */
  Optional<PlainCase> plain(String id, RefereeCase source) {
    boolean eventLog = records.containsKey(id) && records.get(id).eventLog();
    return plain(id, set(id), eventLog, source);
  }

  /** The same for records that have only a part of what the set has. */
  Optional<PlainCase> plain(String id, RecordSet set, boolean eventLog, RefereeCase source) {
    return new Reopenings(this, id, set, eventLog)
        .whole(source)
        .map(whole -> new PlainCase(this, set, eventLog, whole));
  }

  private static RecordSet complete(RecordSet set) {
    Map<String, MomentTerm> moments = new LinkedHashMap<>(set.moments());
    if (set.origin() instanceof Origin.Readings) {
      Precision precision =
          set.moments().values().stream()
              .filter(MomentTerm.Recorded.class::isInstance)
              .map(recorded -> ((MomentTerm.Recorded) recorded).precision())
              .findFirst()
              .orElse(Precision.INSTANT);
      moments.put("began", new MomentTerm.Recorded(precision));
      moments.put("ended", new MomentTerm.Recorded(precision));
    }
    Map<String, Field> fields = new LinkedHashMap<>(set.fields());
    for (String part : set.caseKey()) {
      if (!moments.containsKey(part)) {
        fields.putIfAbsent(
            part, new Field(Field.Type.TEXT, Optional.empty(), Optional.empty(), false));
      }
    }
    return new RecordSet(
        set.caseKey(),
        moments,
        fields,
        set.turns(),
        set.reopening(),
        set.voidedBy(),
        set.closedBy(),
        set.delivery(),
        set.origin());
  }

  /** The calendar as it was agreed, without days closed by declaration. */
  Hours agreedHours(Optional<String> id) {
    return new Hours(calendar(id.orElse(Agreement.ALWAYS)));
  }

  Exclusions exclusions() {
    return exclusions;
  }

  private Hours newHours(String id) {
    WorkCalendar agreed = calendar(id);
    List<Closure> closures = new ArrayList<>(agreed.closures());
    closures.addAll(exclusions.closures(id));
    return new Hours(
        new WorkCalendar(
            agreed.id(),
            agreed.zone(),
            agreed.hours(),
            agreed.breaks(),
            agreed.shifts(),
            closures,
            agreed.holidays(),
            agreed.dayEnds(),
            agreed.pausesBy()));
  }

  private WorkCalendar calendar(String id) {
    CalendarTerms terms = agreement.calendars().get(id);
    return terms == null ? WorkCalendar.always(agreement.zone()) : terms.calendar();
  }
}
