package org.plumbline.reconcile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.Varying;
import org.plumbline.wording.Wording;

/** Other clocks: whose time counts, from when to when, in which calendar. */
final class ClockAlternatives {

  private static final int MOST_MOMENTS = 12;

  private final Agreement agreement;
  private final Metric metric;
  private final RecordSet set;
  private final Wording wording;
  private final AlternativeList all;

  ClockAlternatives(Agreement agreement, Metric metric, RecordSet set, AlternativeList all) {
    this.agreement = agreement;
    this.metric = metric;
    this.set = set;
    this.wording = Wording.of(agreement);
    this.all = all;
  }

  void turns() {
    all.kind("turns");
    if (metric.clock().isEmpty() || set.turns().isEmpty()) {
      return;
    }
    Clock.Counting own = metric.clock().get().counting();
    String whose = party(metric.performing());
    if (!(own instanceof Clock.Counting.AllTime)) {
      counting("all-time", "no time is taken off", agreed(own), new Clock.Counting.AllTime());
    }
    if (!(own instanceof Clock.Counting.Counts)) {
      counting(
          "counts-performing",
          "the time of " + whose + " alone counts",
          agreed(own),
          new Clock.Counting.Counts(List.of(metric.performing())));
    }
    if (own instanceof Clock.Counting.Pauses pauses && pauses.turns().size() > 1) {
      for (String turn : pauses.turns()) {
        counting(
            "counts-" + turn,
            "time as “" + Wording.turn(turn) + "” is not taken off",
            "the agreement takes it off",
            new Clock.Counting.Pauses(
                pauses.turns().stream().filter(each -> !each.equals(turn)).toList()));
      }
    }
    for (Turn turn : set.turns()) {
      boolean already =
          own instanceof Clock.Counting.Pauses pauses && pauses.turns().contains(turn.id());
      if (!(own instanceof Clock.Counting.Counts)
          && !already
          && !turn.whose().equals(metric.performing())) {
        Set<String> taken = new LinkedHashSet<>();
        if (own instanceof Clock.Counting.Pauses pauses) {
          taken.addAll(pauses.turns());
        }
        taken.add(turn.id());
        counting(
            "pauses-" + turn.id(),
            "time as “" + Wording.turn(turn.id()) + "” is taken off",
            "the agreement counts it",
            new Clock.Counting.Pauses(List.copyOf(taken)));
      }
    }
  }

  private String agreed(Clock.Counting own) {
    if (own instanceof Clock.Counting.Pauses pauses) {
      return "the agreement takes off "
          + String.join(
              ", ", pauses.turns().stream().map(turn -> "“" + Wording.turn(turn) + "”").toList());
    }
    if (own instanceof Clock.Counting.Counts counts) {
      return "the agreement counts the time of "
          + String.join(", ", counts.parties().stream().map(this::party).toList())
          + " alone";
    }
    return "the agreement counts all time";
  }

  private String party(String id) {
    return switch (id) {
      case "customer", "provider" -> "the " + id;
      default -> wording.party(id);
    };
  }

  private void counting(String id, String theirs, String agreed, Clock.Counting counting) {
    all.metric(
        id,
        theirs,
        agreed,
        (text, term) -> term.clock().map(clock -> term.withClock(Terms.clock(clock, counting))));
  }

  void moments() {
    if (metric.clock().isEmpty()) {
      return;
    }
    Clock own = metric.clock().get();
    List<String> names = set.moments().keySet().stream().limit(MOST_MOMENTS).toList();
    for (String name : names) {
      MomentTerm moment = new MomentTerm.Named(name);
      all.kind("starts");
      if (own.starts().isPresent()
          && !own.starts().get().equals(moment)
          && !own.stops().equals(moment)) {
        all.metric(
            "starts-" + name,
            "the clock starts at " + wording.moment(moment),
            "the agreement starts it at " + wording.moment(own.starts().get()),
            (text, term) ->
                term.clock()
                    .map(
                        clock ->
                            term.withClock(
                                new Clock(
                                    Optional.of(moment),
                                    clock.stops(),
                                    clock.calendar(),
                                    clock.counting()))));
      }
    }
    for (String name : names) {
      MomentTerm moment = new MomentTerm.Named(name);
      all.kind("stops");
      if (!own.stops().equals(moment) && !own.starts().equals(Optional.of(moment))) {
        all.metric(
            "stops-" + name,
            "the clock stops at " + wording.moment(moment),
            "the agreement stops it at " + wording.moment(own.stops()),
            (text, term) ->
                term.clock()
                    .map(
                        clock ->
                            term.withClock(
                                new Clock(
                                    clock.starts(), moment, clock.calendar(), clock.counting()))));
      }
    }
  }

  void calendars() {
    all.kind("calendars");
    if (metric.clock().isEmpty()) {
      return;
    }
    Set<String> others = new LinkedHashSet<>();
    others.add(Agreement.ALWAYS);
    others.addAll(agreement.calendars().keySet());
    Optional<String> own = metric.clock().get().calendar().flatMap(Varying::fixed);
    boolean varies = metric.clock().get().calendar().isPresent() && own.isEmpty();
    own.ifPresent(others::remove);
    if (own.isEmpty() && !varies) {
      others.remove(Agreement.ALWAYS);
      agreement.calendar().ifPresent(others::remove);
    }
    for (String calendar : others) {
      all.metric(
          "calendar-" + calendar,
          calendar.equals(Agreement.ALWAYS)
              ? "time counts around the clock"
              : "time counts by the calendar " + calendar,
          own.map(id -> "the agreement counts by the calendar " + id)
              .orElse("the agreement counts otherwise"),
          (text, term) ->
              term.clock()
                  .map(
                      clock ->
                          term.withClock(
                              new Clock(
                                  clock.starts(),
                                  clock.stops(),
                                  Optional.of(Varying.of(calendar)),
                                  clock.counting()))));
    }
    if (agreement.calendars().values().stream()
        .anyMatch(calendar -> !calendar.calendar().holidays().isEmpty())) {
      all.text(
          "holidays-open",
          "holidays count like other days",
          "by the agreement they are closed",
          (text, term) -> {
            Map<String, CalendarTerms> calendars = new LinkedHashMap<>();
            text.calendars()
                .forEach(
                    (id, terms) ->
                        calendars.put(
                            id,
                            new CalendarTerms(
                                terms.zone(), terms.calendar().withHolidays(List.of()))));
            return Optional.of(text.withCalendars(calendars));
          });
    }
  }
}
