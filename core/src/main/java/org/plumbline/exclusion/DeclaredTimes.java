package org.plumbline.exclusion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Exclusion.Effect;
import org.plumbline.agreement.Exclusion.Ground.Declared;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.calendar.Closure;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.Finding;

/**
 * The declared times that stand, within their allowances, by exclusion (docs/meaning.md 19).
 *
 * @param times by exclusion in the order of the agreement; each list disjoint and in order
 * @param dates the local dates touched, by exclusion
 * @param above by metric the table of the cases that limits of work take out of it, with {@code
 *     case_key}, {@code f:part} and {@code f:by}, the position of the exclusion in the agreement
 * @param findings what is said of declarations that have no effect, or not their whole effect
 */
public record DeclaredTimes(
    Map<String, List<DeclaredTime>> times,
    Map<String, List<LocalDate>> dates,
    Map<String, String> above,
    List<Finding> findings) {

  /** Nothing was declared. */
  public static final DeclaredTimes NONE =
      new DeclaredTimes(Map.of(), Map.of(), Map.of(), List.of());

  /** The word for every metric and every service. */
  private static final String ALL = "all";

  /**
   * The times that stand.
   *
   * @param declarations all that was declared, whatever becomes of it
   * @param asOf what was declared or decided later is not seen
   */
  public static DeclaredTimes of(
      Agreement agreement, List<Declaration> declarations, Instant asOf) {
    LocalTime local = new LocalTime(agreement);
    Standing standing = new Standing(agreement, local, EpochMicros.of(asOf));
    Map<String, List<DeclaredTime>> times = new LinkedHashMap<>();
    Map<String, List<LocalDate>> dates = new LinkedHashMap<>();
    agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.ground() instanceof Declared terms) {
                List<DeclaredTime> declared =
                    DeclaredTime.union(
                        declarations.stream()
                            .filter(each -> each.exclusion().equals(Optional.of(id)))
                            .flatMap(each -> standing.of(id, each, terms).declared().stream())
                            .toList());
                List<LocalDate> touched = touched(declared, terms, local);
                dates.put(id, touched);
                times.put(id, allowed(declared, touched, terms, local));
              }
            });
    return new DeclaredTimes(
        times, dates, Map.of(), DeclarationFindings.of(declarations, standing, times, dates));
  }

  /** The same with what limits of work take out. */
  public DeclaredTimes withAbove(Map<String, String> tables) {
    return new DeclaredTimes(times, dates, Map.copyOf(tables), findings);
  }

  // ---- allowances ----

  private static List<DeclaredTime> allowed(
      List<DeclaredTime> declared, List<LocalDate> dates, Declared terms, LocalTime local) {
    if (terms.atMost().isEmpty()) {
      return declared;
    }
    return terms.atMost().get().of().kind() == TimeAmount.Kind.ELAPSED
        ? usedUp(declared, terms.atMost().get(), local)
        : onDates(declared, dates, local);
  }

  /** The first so many hours of each period. */
  private static List<DeclaredTime> usedUp(
      List<DeclaredTime> declared, Exclusion.Allowance most, LocalTime local) {
    PeriodRule rule = rule(most, local);
    Map<LocalDate, Long> used = new HashMap<>();
    List<DeclaredTime> within = new ArrayList<>();
    for (DeclaredTime time : declared) {
      for (long from = time.from(); from < time.until(); ) {
        var period = ReportingPeriods.periodOf(rule, local.dateOf(from));
        long until = Math.min(time.until(), local.startOf(period.until().plusDays(1)));
        long left = most.of().micros() - used.getOrDefault(period.from(), 0L);
        long taken = Math.min(left, until - from);
        if (taken > 0) {
          within.add(new DeclaredTime(time.exclusion(), from, from + taken));
          used.merge(period.from(), taken, Long::sum);
        }
        from = until;
      }
    }
    return DeclaredTime.union(within);
  }

  private static List<DeclaredTime> onDates(
      List<DeclaredTime> declared, List<LocalDate> dates, LocalTime local) {
    List<DeclaredTime> within = new ArrayList<>();
    for (DeclaredTime time : declared) {
      for (LocalDate date : dates) {
        within.add(
            new DeclaredTime(
                time.exclusion(),
                Math.max(time.from(), local.startOf(date)),
                Math.min(time.until(), local.startOf(date.plusDays(1)))));
      }
    }
    return DeclaredTime.union(within);
  }

  /** The dates that declared times touch, as far as an allowance of days goes. */
  private static List<LocalDate> touched(
      List<DeclaredTime> declared, Declared terms, LocalTime local) {
    TreeSet<LocalDate> touched = new TreeSet<>();
    for (DeclaredTime time : declared) {
      LocalDate last = local.dateOf(time.until() - 1);
      for (LocalDate date = local.dateOf(time.from());
          !date.isAfter(last);
          date = date.plusDays(1)) {
        touched.add(date);
      }
    }
    Optional<Exclusion.Allowance> most =
        terms.atMost().filter(it -> it.of().kind() != TimeAmount.Kind.ELAPSED);
    if (most.isEmpty()) {
      return List.copyOf(touched);
    }
    PeriodRule rule = rule(most.get(), local);
    boolean workdays = most.get().of().kind() == TimeAmount.Kind.BY_DATE_WORKDAYS;
    Map<LocalDate, Long> used = new HashMap<>();
    List<LocalDate> within = new ArrayList<>();
    for (LocalDate date : touched) {
      LocalDate period = ReportingPeriods.periodOf(rule, date).from();
      if (used.getOrDefault(period, 0L) < most.get().of().days()) {
        within.add(date);
        used.merge(period, !workdays || local.isOpen(date) ? 1L : 0L, Long::sum);
      }
    }
    return within;
  }

  private static PeriodRule rule(Exclusion.Allowance most, LocalTime local) {
    return PeriodRules.find(local.agreement(), most.per()).orElse(PeriodRule.Civil.MONTH);
  }

  // ---- effects ----

  /**
   * By service the local dates that lie wholly in times that suspend it with its fees prorated
   * (docs/meaning.md 26): for these no fee is due.
   */
  public Map<String, Set<LocalDate>> unpaidDates(Agreement agreement) {
    Map<String, Set<LocalDate>> unpaid = new LinkedHashMap<>();
    for (String service : agreement.services().keySet()) {
      List<DeclaredTime> all = new ArrayList<>();
      agreement
          .exclusions()
          .forEach(
              (id, exclusion) -> {
                if (exclusion.effect() instanceof Effect.Suspends suspends
                    && suspends.fees().filter("prorated"::equals).isPresent()
                    && (suspends.services().contains(ALL)
                        || suspends.services().contains(service))) {
                  all.addAll(times.getOrDefault(id, List.of()));
                }
              });
      unpaid.put(service, wholeDates(all, agreement));
    }
    return unpaid;
  }

  /** The local dates that lie wholly in some times. */
  private static Set<LocalDate> wholeDates(List<DeclaredTime> all, Agreement agreement) {
    LocalTime local = new LocalTime(agreement);
    Set<LocalDate> dates = new TreeSet<>();
    for (DeclaredTime time : DeclaredTime.union(all)) {
      LocalDate first = local.dateOf(time.from());
      LocalDate date = local.startOf(first) < time.from() ? first.plusDays(1) : first;
      while (local.startOf(date.plusDays(1)) <= time.until()) {
        dates.add(date);
        date = date.plusDays(1);
      }
    }
    return dates;
  }

  /** Whether nothing was declared that stands. */
  public boolean isEmpty() {
    return times.values().stream().allMatch(List::isEmpty);
  }

  /**
   * The times in which no clock of a metric runs, disjoint and in order; where several exclusions
   * take the same time, it is of the first in the agreement.
   */
  public List<DeclaredTime> of(Agreement agreement, String metric) {
    List<DeclaredTime> all = new ArrayList<>();
    agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (takes(exclusion.effect(), agreement, metric)) {
                for (DeclaredTime time : times.getOrDefault(id, List.of())) {
                  all.addAll(without(time, all));
                }
              }
            });
    all.sort(java.util.Comparator.comparingLong(DeclaredTime::from));
    return List.copyOf(all);
  }

  /** What is left of a time where others have it already. */
  private static List<DeclaredTime> without(DeclaredTime time, List<DeclaredTime> others) {
    List<DeclaredTime> left = List.of(time);
    for (DeclaredTime other : others) {
      List<DeclaredTime> next = new ArrayList<>();
      for (DeclaredTime part : left) {
        next.add(
            new DeclaredTime(part.exclusion(), part.from(), Math.min(part.until(), other.from())));
        next.add(
            new DeclaredTime(part.exclusion(), Math.max(part.from(), other.until()), part.until()));
      }
      left = next.stream().filter(part -> part.from() < part.until()).distinct().toList();
    }
    return left;
  }

  private static boolean takes(Effect effect, Agreement agreement, String metric) {
    if (effect instanceof Effect.Excludes excludes) {
      return excludes.metrics().contains(ALL) || excludes.metrics().contains(metric);
    }
    Metric of = agreement.metrics().get(metric);
    return effect instanceof Effect.Suspends suspends
        && of != null
        && (suspends.services().contains(ALL)
            || of.service().filter(suspends.services()::contains).isPresent());
  }

  /** The local dates on which all time is suspended for a metric. */
  public Set<LocalDate> suspendedDates(Agreement agreement, String metric) {
    List<DeclaredTime> all = new ArrayList<>();
    agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.effect() instanceof Effect.Suspends
                  && takes(exclusion.effect(), agreement, metric)) {
                all.addAll(times.getOrDefault(id, List.of()));
              }
            });
    return wholeDates(all, agreement);
  }

  /** The agreement with the declared days closed in the calendars that they close. */
  public Agreement closing(Agreement agreement) {
    Map<String, CalendarTerms> calendars = new LinkedHashMap<>(agreement.calendars());
    agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.effect() instanceof Effect.Closes closes) {
                List<Closure> closed =
                    dates.getOrDefault(id, List.of()).stream().map(Closure::on).toList();
                closes
                    .calendars()
                    .forEach(
                        name ->
                            calendars.computeIfPresent(
                                name,
                                (key, terms) ->
                                    new CalendarTerms(
                                        terms.zone(), terms.calendar().closedOn(closed))));
              }
            });
    return agreement.withCalendars(calendars);
  }
}
