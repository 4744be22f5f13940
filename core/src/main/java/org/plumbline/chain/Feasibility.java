package org.plumbline.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.calendar.DayCounting;
import org.plumbline.calendar.DayLimit;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.calendar.WorkCalendar;

/**
 * Goes through each chain from every start that matters: each day of the performance period, and
 * where time is counted in hours each hour of them, on its first and its last minute. Each step
 * takes all the time that it may.
 */
public final class Feasibility {

  /** So many days of starts are gone through; a longer performance period repeats itself. */
  private static final int MOST_DAYS = 3 * 366;

  /** So long after the last start calendars are known; no promise is longer. */
  private static final int BEYOND_DAYS = 4 * 366;

  /** So many chains are gone through; no agreement that people can read has as many. */
  private static final int MOST_CHAINS = 1_000;

  private final Agreement agreement;
  private final LocalDate from;
  private final LocalDate until;
  private final Map<String, OpenTime> times = new HashMap<>();

  private Feasibility(Agreement agreement) {
    this.agreement = agreement;
    from = agreement.performancePeriod().from();
    LocalDate last = agreement.performancePeriod().until();
    LocalDate most = from.plusDays(MOST_DAYS - 1L);
    until = last.isBefore(most) ? last : most;
  }

  /** The chains of an agreement whose steps say how long they may take. */
  public static List<Chain> of(Agreement agreement, Optional<Conops> conops) {
    Feasibility feasibility =
        new Feasibility(conops.map(c -> c.calendarsInto(agreement)).orElse(agreement));
    Chains chains = new Chains(agreement);
    List<Chain> gone = new ArrayList<>();
    boolean more = false;
    for (Promise promise : chains.promises()) {
      Ways<Chains.Way> ways = chains.of(promise, conops);
      boolean full = gone.size() >= MOST_CHAINS;
      more |= full ? !ways.all().isEmpty() : ways.all().isEmpty() && ways.cut();
      for (Chains.Way way : full ? List.<Chains.Way>of() : ways.all()) {
        try {
          feasibility.chain(promise, way, ways.cut()).ifPresent(gone::add);
        } catch (RefusedInputException | OutsideCalendarException e) {
          // A calendar that reaches no further, or a limit of many years: nothing is said of it.
        }
      }
    }
    if (more && !gone.isEmpty()) {
      gone.set(gone.size() - 1, gone.get(gone.size() - 1).last());
    }
    return gone;
  }

  private Optional<Chain> chain(Promise promise, Chains.Way way, boolean cut) {
    List<Link> links = way.links();
    TreeMap<Long, Long> bySlack = new TreeMap<>();
    Optional<Course> worst = Optional.empty();
    Optional<Course> others = Optional.empty();
    List<Link> ofOthers =
        links.stream()
            .filter(link -> link.parties().equals(List.of(Party.CUSTOMER)) && link.counted())
            .toList();
    boolean asked = !ofOthers.isEmpty() && promise.metric().performing().equals(Party.PROVIDER);
    long starts = 0;
    for (long start : starts(promise, links)) {
      Course course = course(promise, links, start);
      bySlack.merge(course.slack(), 1L, Long::sum);
      worst = Optional.of(worst.filter(w -> w.slack() <= course.slack()).orElse(course));
      if (asked) {
        Course alone = course(promise, ofOthers, start);
        others = Optional.of(others.filter(o -> o.slack() <= alone.slack()).orElse(alone));
      }
      starts++;
    }
    if (worst.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Chain(
            promise.id(),
            promise.metric().name(),
            promise.metric().performing(),
            promise.path(),
            promise.limit(),
            links,
            way.by(),
            starts,
            bySlack,
            worst.get(),
            others.filter(course -> course.slack() < 0),
            cut ? Chain.Untold.WAYS : Chain.Untold.NOTHING));
  }

  /** Every start that matters, in microseconds. */
  private List<Long> starts(Promise promise, List<Link> links) {
    boolean hours =
        promise.limit().kind() == TimeAmount.Kind.ELAPSED
            || links.stream().anyMatch(l -> l.allotted().kind() == TimeAmount.Kind.ELAPSED);
    OpenTime time = time(promise.limit(), promise.hours());
    List<Long> starts = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
      if (hours) {
        for (int hour = 0; hour < 24; hour++) {
          starts.add(time.days().instantOf(day, LocalTime.of(hour, 0)));
          starts.add(time.days().instantOf(day, LocalTime.of(hour, 59)));
        }
      } else {
        starts.add(time.days().instantOf(day, LocalTime.NOON));
      }
    }
    return starts;
  }

  private Course course(Promise promise, List<Link> links, long start) {
    OpenTime own = time(promise.limit(), promise.hours());
    List<Course.Span> spans = new ArrayList<>();
    long used = 0;
    long at = start;
    boolean gap = false;
    long counting = start;
    for (Link link : links) {
      long end = end(time(link.allotted(), link.calendar()), link.allotted(), at);
      long takes = link.counted() ? elapsed(own, promise.limit(), at, end) : 0;
      spans.add(new Course.Span(link, instant(at), instant(end), takes));
      used += takes;
      gap |= !link.counted();
      at = end;
    }
    // Without a gap the clock runs through, which a sum of days by date may not say exactly.
    long whole = gap ? used : elapsed(own, promise.limit(), counting, at);
    return new Course(
        instant(start),
        spans,
        instant(end(own, promise.limit(), start)),
        whole,
        allowed(own, promise.limit(), start));
  }

  private static long allowed(OpenTime time, TimeAmount limit, long start) {
    return limit.kind() == TimeAmount.Kind.ELAPSED
        ? limit.micros()
        : DayCounting.allowed(time.days().dateOf(start), limit);
  }

  private static long elapsed(OpenTime time, TimeAmount limit, long from, long until) {
    return limit.kind() == TimeAmount.Kind.ELAPSED
        ? time.between(from, until)
        : DayCounting.elapsed(time, limit.kind(), from, until);
  }

  /** The last instant at which a step that began then is still in time. */
  private static long end(OpenTime time, TimeAmount amount, long from) {
    if (amount.kind() == TimeAmount.Kind.ELAPSED) {
      return time.due(from, amount.micros());
    }
    DayLimit limit = DayCounting.due(time, amount, from);
    long nextDay = time.days().startOfDay(limit.lastDay().plusDays(1));
    return Math.max(from, Math.min(limit.dueMicros(), nextDay - 1));
  }

  private OpenTime time(TimeAmount amount, Optional<String> named) {
    Optional<String> calendar =
        named.or(
            () ->
                amount.kind() == TimeAmount.Kind.ELAPSED ? Optional.empty() : agreement.calendar());
    return times.computeIfAbsent(
        calendar.orElse(Agreement.ALWAYS),
        id ->
            OpenTime.of(
                Optional.ofNullable(agreement.calendars().get(id))
                    .map(CalendarTerms::calendar)
                    .orElseGet(() -> WorkCalendar.always(agreement.zone())),
                from.minusDays(1),
                until.plusDays(BEYOND_DAYS)));
  }

  private static Instant instant(long micros) {
    return EpochMicros.toInstant(micros);
  }
}
