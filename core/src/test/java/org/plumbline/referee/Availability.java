package org.plumbline.referee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Quantity.ShareOfAvailableTime;
import org.plumbline.evaluate.Exact;
import org.plumbline.referee.Standing.Kind;

/** Shares of available time in a window (meaning 16). */
final class Availability {

  private static final long DAY = 86_400_000_000L;

  /** A stretch in which a case is down, with its weight. */
  private record Down(long from, long until, Exact weight) {}

  private final Ground ground;
  private final Population population;
  private final Windows.Slice slice;
  private final long from;
  private final long until;
  private final Optional<Hours> hours;
  private final List<Hours.Stretch> excluded;

  private Availability(Population population, Windows.Slice slice) {
    this.population = population;
    this.slice = slice;
    ground = population.ground;
    PerformancePeriod performance = ground.agreement.performancePeriod();
    from = Math.max(ground.wall.startOf(slice.from()), ground.wall.startOf(performance.from()));
    until =
        Math.min(
            Math.min(ground.wall.endOf(slice.until()), ground.wall.endOf(performance.until())),
            ground.asOf.micros());
    hours =
        population.metric.clockOrDefault().calendar().isEmpty()
            ? Optional.of(ground.hours(Agreement.ALWAYS))
            : new Facts(ground, population.set, slice.from())
                .value(population.metric.clockOrDefault().calendar().get())
                .map(ground::hours);
    excluded =
        Exclusions.union(
            ground.exclusions().times(population.id).stream()
                .map(cover -> new Hours.Stretch(cover.from(), cover.until()))
                .toList());
  }

  /** The window of a metric, if its figure has a share of available time. */
  static Optional<Availability> of(Population population, Windows.Slice slice) {
    return population.metric.figureOrDefault() instanceof ShareOfAvailableTime
        ? Optional.of(new Availability(population, slice))
        : Optional.empty();
  }

  /** All cases that may be down, whenever that is. */
  List<Member> members() {
    List<Member> members = new ArrayList<>();
    List<Population.Placed> all = new ArrayList<>(population.placed);
    all.addAll(population.gaps);
    for (Population.Placed placed : all) {
      Kind kind = placed.standing().kind();
      if (kind == Kind.VOIDED || kind == Kind.NOT_QUALIFIED) {
        continue;
      }
      if (kind == Kind.OPEN && !isSure(placed.reading())) {
        kind = Kind.INDETERMINATE;
      }
      members.add(Member.of(placed.reading(), kind, slice.atHand(), placed.order()));
    }
    return members;
  }

  private boolean isSure(Reading reading) {
    return population
            .metric
            .qualifies()
            .map(condition -> reading.qualifying().holds(condition))
            .orElse(Truth.YES)
            .and(population.takenOut(reading).truth().not())
        == Truth.YES;
  }

  Counted count(ShareOfAvailableTime share, Sample sample) {
    Sample asked = sample.where(share.where());
    Set<Member> sure = new HashSet<>();
    Set<Member> possible = new HashSet<>(asked.indeterminate());
    for (Member member : asked.decided()) {
      Truth down = down(member, share);
      if (down == Truth.YES
          && share.weight().isPresent()
          && Figures.weight(member, share.weight().get()).isEmpty()) {
        down = Truth.UNKNOWN;
      }
      if (down == Truth.YES) {
        sure.add(member);
      } else if (down == Truth.UNKNOWN) {
        possible.add(member);
      }
    }
    possible.removeIf(member -> down(member, share) == Truth.NO);
    Optional<Exact> base = base(share);
    Set<Member> both = new HashSet<>(sure);
    both.addAll(possible);
    Optional<Exact> least = base.map(all -> downTime(share, sure));
    Optional<Exact> most = base.map(all -> downTime(share, both));
    Optional<Exact> figure = base.map(all -> available(all, least.orElseThrow()));
    return new Counted(
        figure,
        base.map(all -> available(all, most.orElseThrow())),
        figure,
        meeting(sure),
        meeting(sure).size(),
        meeting(possible),
        least.equals(most) ? least : Optional.empty());
  }

  /** Whether it is possible that a case of the line is down. */
  static boolean mayBeDown(Member member, Metric metric) {
    return !(metric.figureOrDefault() instanceof ShareOfAvailableTime share)
        || (share.where().stream().allMatch(where -> Sample.holds(member, where) != Truth.NO)
            && down(member, share) != Truth.NO);
  }

  private static Truth down(Member member, ShareOfAvailableTime share) {
    Optional<Origin.Missing> gap = member.reading().part.source().gap();
    if (gap.isPresent()) {
      return gap.get() == Origin.Missing.DOWN ? Truth.YES : Truth.UNKNOWN;
    }
    return share.down().map(condition -> Sample.holds(member, condition)).orElse(Truth.YES);
  }

  private static Exact available(Exact base, Exact down) {
    Exact least = down.compareTo(base) < 0 ? down : base;
    return Exact.of(1).minus(least.dividedBy(base));
  }

  /** The cases whose time meets the window. */
  private Set<Member> meeting(Set<Member> members) {
    Set<Member> meeting = new HashSet<>();
    for (Member member : members) {
      extent(member)
          .filter(time -> Math.max(time.from(), from) < Math.min(time.until(), until))
          .ifPresent(time -> meeting.add(member));
    }
    return meeting;
  }

  /** From where to where a case is down, if it is. */
  private Optional<Hours.Stretch> extent(Member member) {
    Reading r = member.reading();
    if (r.start.isPresent()) {
      long start = r.start.get().micros();
      long end = r.end().micros();
      if (start <= end) {
        return Optional.of(new Hours.Stretch(start, end));
      }
      return member.kind() == Kind.INDETERMINATE
          ? Optional.of(new Hours.Stretch(end, start))
          : Optional.empty();
    }
    return r.stop
        .or(() -> r.closing)
        .map(end -> new Hours.Stretch(ground.wall.startOf(periodOf(end.day())), end.micros()));
  }

  /** The first day of the (shorter) reporting period that holds a day. */
  private LocalDate periodOf(LocalDate day) {
    Agreement agreement = ground.agreement;
    String every =
        population
            .metric
            .period()
            .or(agreement::period)
            .flatMap(PeriodTerms::meanOf)
            .or(() -> population.metric.period().flatMap(PeriodTerms::every))
            .or(() -> agreement.period().flatMap(PeriodTerms::every))
            .orElse("month");
    return ground.periods.of(every, day, 0).from();
  }

  private List<Down> downs(ShareOfAvailableTime share, Set<Member> members) {
    List<Down> downs = new ArrayList<>();
    for (Member member : members) {
      Optional<Hours.Stretch> extent = extent(member);
      if (extent.isEmpty()) {
        continue;
      }
      Exact weight =
          share.weight().isEmpty()
              ? Exact.of(1)
              : Figures.weight(member, share.weight().get())
                  .filter(known -> known.compareTo(Exact.of(1)) < 0)
                  .orElse(Exact.of(1));
      Reading r = member.reading();
      if (r.start.isEmpty() || r.start.get().micros() > r.end().micros()) {
        downs.add(new Down(extent.get().from(), extent.get().until(), weight));
        continue;
      }
      for (Turns.Piece piece :
          r.turnsWithExcludedTimes().pieces(extent.get().from(), extent.get().until())) {
        if (Turns.counts(r.clock.counting(), piece.cover(), r.metric.performing())) {
          downs.add(new Down(piece.from(), piece.until(), weight));
        }
      }
    }
    return downs;
  }

  /** The weighed open time in the window in which any of the cases is down. */
  private Exact downTime(ShareOfAvailableTime share, Set<Member> members) {
    List<Down> downs = downs(share, members);
    List<Hours.Stretch> merged = new ArrayList<>();
    long gap = share.mergeGaps().map(amount -> amount.micros()).orElse(0L);
    for (Hours.Stretch next :
        Exclusions.union(
            downs.stream().map(d -> new Hours.Stretch(d.from(), d.until())).toList())) {
      int last = merged.size() - 1;
      if (last >= 0 && next.from() - merged.get(last).until() <= gap) {
        merged.set(last, new Hours.Stretch(merged.get(last).from(), next.until()));
      } else {
        merged.add(next);
      }
    }
    long least = share.ignoreUnder().map(amount -> amount.micros()).orElse(0L);
    merged.removeIf(stretch -> stretch.length() < least);
    TreeSet<Long> edges = new TreeSet<>();
    downs.forEach(d -> edges.addAll(List.of(d.from(), d.until())));
    merged.forEach(m -> edges.addAll(List.of(m.from(), m.until())));
    excluded.forEach(e -> edges.addAll(List.of(e.from(), e.until())));
    edges.addAll(List.of(from, until));
    Exact sum = Exact.ZERO;
    long begin = Long.MIN_VALUE;
    for (long edge : edges) {
      long f = begin;
      if (f >= from && edge <= until && f < edge && holds(merged, f) && !holds(excluded, f)) {
        Exact weight =
            downs.stream()
                .filter(d -> d.from() <= f && f < d.until())
                .map(Down::weight)
                .max(Exact::compareTo)
                .orElse(share.weight().isPresent() ? Exact.ZERO : Exact.of(1));
        long open = hours.orElseThrow().openMicros(f, edge);
        sum = sum.plus(weight.times(Exact.of(open)));
      }
      begin = edge;
    }
    return sum;
  }

  private static boolean holds(List<Hours.Stretch> stretches, long instant) {
    return stretches.stream().anyMatch(s -> s.from() <= instant && instant < s.until());
  }

  /** The time that counts as a whole; empty if there is none. */
  private Optional<Exact> base(ShareOfAvailableTime share) {
    if (hours.isEmpty() || from >= until) {
      return Optional.empty();
    }
    long open = hours.get().openMicros(from, until);
    for (Hours.Stretch out : excluded) {
      open -= hours.get().openMicros(Math.max(out.from(), from), Math.min(out.until(), until));
    }
    if (share.thirtyDays() && isWholeMonths()) {
      long months =
          (slice.until().plusDays(1).getYear() - slice.from().getYear()) * 12L
              + slice.until().plusDays(1).getMonthValue()
              - slice.from().getMonthValue();
      open += months * 30 * DAY - hours.get().openMicros(from, until);
    }
    return open > 0 ? Optional.of(Exact.of(open)) : Optional.empty();
  }

  private boolean isWholeMonths() {
    return slice.from().getDayOfMonth() == 1 && slice.until().plusDays(1).getDayOfMonth() == 1;
  }
}
