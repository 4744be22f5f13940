package org.plumbline.referee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Exclusion.Effect;
import org.plumbline.agreement.Exclusion.Ground.Declared;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.calendar.Closure;
import org.plumbline.calendar.TimeAmount;

/** Rules agreed in advance (meaning 19). */
final class Exclusions {

  private static final String ALL = "all";

  private final Ground ground;
  private final Map<String, List<Hours.Stretch>> declared = new LinkedHashMap<>();

  Exclusions(Ground ground) {
    this.ground = ground;
  }

  /** What never counts in a metric, in the order of the agreement. */
  List<Turns.Cover> times(String metric) {
    List<Turns.Cover> covers = new ArrayList<>();
    ground
        .agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.ground() instanceof Declared && takes(exclusion.effect(), metric)) {
                for (Hours.Stretch time : declared(id)) {
                  covers.add(Turns.Cover.never(Turns.Kind.EXCLUDED, id, time));
                }
              }
            });
    return covers;
  }

  /** The times in which a metric is suspended. */
  List<Hours.Stretch> suspended(String metric) {
    List<Hours.Stretch> times = new ArrayList<>();
    ground
        .agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.ground() instanceof Declared
                  && exclusion.effect() instanceof Effect.Suspends
                  && takes(exclusion.effect(), metric)) {
                times.addAll(declared(id));
              }
            });
    return times;
  }

  /** The dates on which a calendar is closed by declaration. */
  List<Closure> closures(String calendar) {
    List<Closure> closures = new ArrayList<>();
    ground
        .agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.ground() instanceof Declared terms
                  && exclusion.effect() instanceof Effect.Closes closes
                  && closes.calendars().contains(calendar)) {
                dates(id, terms).forEach(date -> closures.add(Closure.on(date)));
              }
            });
    return closures;
  }

  /** The conditions under which cases are taken out of a metric, by exclusion. */
  Map<String, Condition> cases(String metric) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    RecordSet set =
        ground.set(Objects.requireNonNull(ground.agreement.metrics().get(metric)).records());
    ground
        .agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.ground() instanceof Exclusion.Ground.Cases cases
                  && exclusion.effect() instanceof Effect.Excludes
                  && takes(exclusion.effect(), metric)
                  && knows(set, cases.condition())) {
                conditions.put(id, cases.condition());
              }
            });
    return conditions;
  }

  private boolean takes(Effect effect, String id) {
    Metric metric = Objects.requireNonNull(ground.agreement.metrics().get(id));
    if (effect instanceof Effect.Excludes excludes) {
      return excludes.metrics().contains(ALL) || excludes.metrics().contains(id);
    }
    return effect instanceof Effect.Suspends suspends
        && (suspends.services().contains(ALL)
            || metric.service().filter(suspends.services()::contains).isPresent());
  }

  private static boolean knows(RecordSet set, Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().allMatch(part -> knows(set, part));
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().allMatch(part -> knows(set, part));
    }
    if (condition instanceof Condition.None none) {
      return none.conditions().stream().allMatch(part -> knows(set, part));
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return knows(set, oneOf.subject());
    }
    if (condition instanceof Condition.Compares compares) {
      return knows(set, compares.subject());
    }
    if (condition instanceof Condition.Missing missing) {
      return knows(set, missing.subject());
    }
    Condition.Ordered ordered = (Condition.Ordered) condition;
    return knows(set, ordered.subject())
        && (!(ordered.against() instanceof MomentTerm.Named named) || knows(set, named.id()));
  }

  private static boolean knows(RecordSet set, String subject) {
    return set.moments().containsKey(subject)
        || set.fields().containsKey(subject)
        || subject.contains(".")
        || List.of("elapsed", "age", "hold", "stage", "period-start", "period-end")
            .contains(subject);
  }

  /** The declared times of an exclusion, disjoint and in order, within its allowance. */
  private List<Hours.Stretch> declared(String id) {
    return declared.computeIfAbsent(id, this::workOut);
  }

  private List<Hours.Stretch> workOut(String id) {
    Declared terms = terms(id);
    List<Hours.Stretch> union = union(standing(id, terms));
    if (terms.atMost().isEmpty()) {
      return union;
    }
    Exclusion.Allowance most = terms.atMost().get();
    if (most.of().kind() != TimeAmount.Kind.ELAPSED) {
      List<LocalDate> dates = dates(id, terms);
      List<Hours.Stretch> within = new ArrayList<>();
      for (Hours.Stretch time : union) {
        for (LocalDate date : dates) {
          long from = Math.max(time.from(), ground.wall.startOf(date));
          long until = Math.min(time.until(), ground.wall.endOf(date));
          if (from < until) {
            within.add(new Hours.Stretch(from, until));
          }
        }
      }
      return within;
    }
    Map<LocalDate, Long> used = new LinkedHashMap<>();
    List<Hours.Stretch> within = new ArrayList<>();
    for (Hours.Stretch time : union) {
      for (long from = time.from(); from < time.until(); ) {
        Periods.Days period = ground.periods.of(most.per(), ground.wall.date(from), 0);
        long until = Math.min(time.until(), ground.wall.startOf(period.next()));
        long left = most.of().micros() - used.getOrDefault(period.from(), 0L);
        long taken = Math.min(left, until - from);
        if (taken > 0) {
          within.add(new Hours.Stretch(from, from + taken));
          used.merge(period.from(), taken, Long::sum);
        }
        from = until;
      }
    }
    return within;
  }

  private Declared terms(String id) {
    return (Declared) Objects.requireNonNull(ground.agreement.exclusions().get(id)).ground();
  }

  /** The local dates that the declared times touch, within an allowance of days. */
  private List<LocalDate> dates(String id, Declared terms) {
    TreeSet<LocalDate> touched = new TreeSet<>();
    for (Hours.Stretch time : standing(id, terms)) {
      LocalDate last = ground.wall.date(time.until() - 1);
      for (LocalDate d = ground.wall.date(time.from()); !d.isAfter(last); d = d.plusDays(1)) {
        touched.add(d);
      }
    }
    if (terms.atMost().isEmpty() || terms.atMost().get().of().kind() == TimeAmount.Kind.ELAPSED) {
      return List.copyOf(touched);
    }
    Exclusion.Allowance most = terms.atMost().get();
    boolean workdays = most.of().kind() == TimeAmount.Kind.BY_DATE_WORKDAYS;
    Map<LocalDate, Long> used = new LinkedHashMap<>();
    List<LocalDate> within = new ArrayList<>();
    for (LocalDate date : touched) {
      LocalDate period = ground.periods.of(most.per(), date, 0).from();
      boolean counts = !workdays || ground.agreedHours(ground.agreement.calendar()).isOpen(date);
      if (used.getOrDefault(period, 0L) < most.of().days()) {
        within.add(date);
        used.merge(period, counts ? 1L : 0L, Long::sum);
      }
    }
    return within;
  }

  /** What was declared and stands, not yet joined. */
  private List<Hours.Stretch> standing(String id, Declared terms) {
    List<Hours.Stretch> standing = new ArrayList<>();
    RefereeRecords records =
        ground.records.getOrDefault(
            RegisterSets.DECLARATIONS, RefereeRecords.none(RegisterSets.DECLARATIONS));
    for (RefereeCase one : records.cases()) {
      if (stands(one, id, terms)) {
        long until = at(one, "until").orElse(ground.asOf.micros());
        standing.add(new Hours.Stretch(at(one, "from").orElseThrow(), until));
      }
    }
    return standing;
  }

  private boolean stands(RefereeCase one, String id, Declared terms) {
    Optional<Long> from = at(one, "from");
    Optional<Long> made = at(one, "declared");
    long asOf = ground.asOf.micros();
    if (one.unusable().isPresent()
        || !value(one, "exclusion").equals(Optional.of(id))
        || from.isEmpty()
        || made.isEmpty()
        || made.get() > asOf
        || from.get() >= at(one, "until").orElse(asOf)) {
      return false;
    }
    Optional<String> by = terms.declaredBy().filter(ground.agreement.parties()::containsKey);
    if (by.isPresent() && !value(one, "party").equals(by)) {
      return false;
    }
    if (!terms.grounds().isEmpty()
        && value(one, "ground").filter(terms.grounds()::contains).isEmpty()) {
      return false;
    }
    if (terms.notice().isPresent() && made.get() > shifted(from.get(), terms.notice().get(), -1)) {
      return false;
    }
    return terms.acceptedBy().isEmpty() || isAccepted(one, made.get(), terms);
  }

  private boolean isAccepted(RefereeCase one, long made, Declared terms) {
    Optional<Long> latest = terms.decideWithin().map(within -> shifted(made, within, 1));
    Optional<Long> decided =
        at(one, "decided")
            .filter(at -> at <= ground.asOf.micros())
            .filter(at -> latest.isEmpty() || at <= latest.get());
    Optional<String> decision = decided.flatMap(at -> value(one, "decision"));
    if (decision.isPresent()) {
      return decision.get().equals("accepted");
    }
    return terms.silence().equals(Optional.of("accepted"))
        && (latest.isEmpty() || latest.get() < ground.asOf.micros());
  }

  private long shifted(long micros, TimeAmount by, int sign) {
    return Moments.shifted(
            ground,
            Point.instant(micros, ground.wall),
            by,
            sign,
            ground.agreedHours(ground.agreement.calendar()))
        .micros();
  }

  private static Optional<Long> at(RefereeCase one, String moment) {
    return one.occurrences().getOrDefault(moment, List.of()).stream()
        .map(RefereeCase.Occurrence::at)
        .findFirst();
  }

  private static Optional<String> value(RefereeCase one, String field) {
    return one.changes().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable((String) one.changes().get(0).values().get(field));
  }

  /** The same time as disjoint stretches in order. */
  static List<Hours.Stretch> union(List<Hours.Stretch> stretches) {
    List<Hours.Stretch> sorted = new ArrayList<>(stretches);
    sorted.removeIf(stretch -> stretch.length() <= 0);
    sorted.sort(Comparator.comparingLong(Hours.Stretch::from));
    List<Hours.Stretch> union = new ArrayList<>();
    for (Hours.Stretch stretch : sorted) {
      int last = union.size() - 1;
      if (last >= 0 && union.get(last).until() >= stretch.from()) {
        union.set(
            last,
            new Hours.Stretch(
                union.get(last).from(), Math.max(union.get(last).until(), stretch.until())));
      } else {
        union.add(stretch);
      }
    }
    return union;
  }
}
