package org.plumbline.referee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Quantity.Measurand;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.Share;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.Exact;

/**
 * Figures over the population of one line (meaning 12).
 *
 * @param limit the line's
 * @param elapsedUnit one of the unit in which elapsed is expressed
 * @param availability the window, where the figure has a share of available time
 */
record Figures(
    Optional<Level.Limit> limit, TimeAmount elapsedUnit, Optional<Availability> availability) {

  Counted count(Quantity quantity, Sample sample) {
    if (quantity instanceof Quantity.ShareOfAvailableTime share) {
      return availability.orElseThrow().count(share, sample);
    }
    if (quantity instanceof Quantity.ShareInTime share) {
      return share(sample.where(share.where()), this::inTime);
    }
    if (quantity instanceof Quantity.ShareOfCases share) {
      return share(
          sample.where(share.where()),
          member -> member.unusable() ? Truth.NO : Sample.holds(member, share.of()));
    }
    if (quantity instanceof Quantity.CountOfCases count) {
      return count(sample, sample.where(count.where()));
    }
    if (quantity instanceof Quantity.Statistic statistic) {
      if (statistic.weight().isPresent() || statistic.fastest().isPresent()) {
        return weighed(statistic, sample);
      }
      return statistic(
          sample,
          statistic.where(),
          statistic.of(),
          s -> s.figure(statistic.kind()),
          s -> s.low(statistic.kind()),
          s -> s.high(statistic.kind()));
    }
    if (quantity instanceof Quantity.Percentile percentile) {
      BigDecimal percent = percentile.percent();
      return statistic(
          sample,
          percentile.where(),
          percentile.of(),
          s -> s.percentile(percent),
          s -> s.lowPercentile(percent),
          s -> s.highPercentile(percent));
    }
    return composite(quantity, sample);
  }

  /** Whether a decided case is within the limit of the line. */
  Truth inTime(Member member) {
    if (member.unusable()) {
      return Truth.NO;
    }
    if (limit.isEmpty()) {
      return Truth.YES;
    }
    return Lines.limit(limit.get(), member.reading())
        .map(l -> Truth.of(member.reading().stop.isPresent() && l.kept()))
        .orElse(Truth.UNKNOWN);
  }

  private static Counted share(Sample sample, Function<Member, Truth> holds) {
    Set<Member> cases = new HashSet<>();
    Set<Member> unknown = new HashSet<>(sample.indeterminate());
    long holding = 0;
    for (Member member : sample.decided()) {
      Truth truth = holds.apply(member);
      if (truth == Truth.UNKNOWN) {
        unknown.add(member);
      } else {
        cases.add(member);
        holding += truth == Truth.YES ? 1 : 0;
      }
    }
    long n = cases.size();
    long k = unknown.size();
    return new Counted(
        ratio(holding, n),
        ratio(holding, n + k),
        ratio(holding + k, n + k),
        cases,
        holding,
        unknown);
  }

  private static Optional<Exact> ratio(long of, long to) {
    return to == 0 ? Optional.empty() : Optional.of(Exact.ratio(of, to));
  }

  private static Counted count(Sample population, Sample sample) {
    Sample usable = usable(sample);
    long n = usable.decided().size();
    long k = usable.indeterminate().size();
    boolean any = !usable(population).decided().isEmpty();
    Optional<Exact> figure = any ? Optional.of(Exact.of(n)) : Optional.empty();
    return new Counted(
        figure,
        any || k > 0 ? Optional.of(Exact.of(n)) : Optional.empty(),
        any || k > 0 ? Optional.of(Exact.of(n + k)) : Optional.empty(),
        new HashSet<>(usable.decided()),
        n,
        new HashSet<>(usable.indeterminate()));
  }

  /** Outside of shares an unusable case is indeterminate, even where it counts as not met. */
  private static Sample usable(Sample sample) {
    List<Member> decided = new ArrayList<>(sample.decided());
    List<Member> indeterminate = new ArrayList<>(sample.indeterminate());
    decided.removeIf(Member::unusable);
    sample.decided().stream().filter(Member::unusable).forEach(indeterminate::add);
    return new Sample(decided, indeterminate);
  }

  private Counted statistic(
      Sample all,
      Optional<org.plumbline.agreement.Condition> where,
      Measurand of,
      Function<Statistics, Optional<Exact>> figure,
      Function<Statistics, Optional<Exact>> low,
      Function<Statistics, Optional<Exact>> high) {
    Sample population = withData(all, of);
    Sample sample = usable(population.where(where));
    List<Member> ordered = new ArrayList<>(sample.decided());
    ordered.sort(Member.BY_COUNTING);
    List<Exact> values = new ArrayList<>();
    Set<Member> cases = new HashSet<>();
    Set<Member> unknown = new HashSet<>(sample.indeterminate());
    for (Member member : ordered) {
      Optional<Exact> value = value(member, of);
      if (value.isPresent()) {
        values.add(value.get());
        cases.add(member);
      } else {
        unknown.add(member);
      }
    }
    Optional<Exact> floor =
        of instanceof Measurand.OfField ? Optional.empty() : Optional.of(Exact.ZERO);
    Statistics statistics =
        new Statistics(values, unknown.size(), floor, !usable(population).decided().isEmpty());
    return new Counted(
        figure.apply(statistics),
        low.apply(statistics),
        high.apply(statistics),
        cases,
        cases.size(),
        unknown);
  }

  /** A statistic of the fastest cases, or one that weighs them. */
  private Counted weighed(Quantity.Statistic statistic, Sample all) {
    Sample population = withData(all, statistic.of());
    Sample sample = usable(population.where(statistic.where()));
    List<Member> ordered = new ArrayList<>(sample.decided());
    ordered.sort(Member.BY_COUNTING);
    Set<Member> cases = new LinkedHashSet<>();
    Set<Member> unknown = new HashSet<>(sample.indeterminate());
    List<Exact> values = new ArrayList<>();
    for (Member member : ordered) {
      Optional<Exact> value = value(member, statistic.of());
      if (value.isEmpty() || weight(member, statistic).isEmpty()) {
        unknown.add(member);
      } else {
        cases.add(member);
        values.add(value.get());
      }
    }
    Optional<Exact> edge = edge(values, statistic.fastest());
    List<Member> kept =
        cases.stream()
            .filter(m -> edge.isEmpty() || valueOf(m, statistic).compareTo(edge.get()) <= 0)
            .toList();
    Optional<Exact> figure;
    if (statistic.weight().isPresent() && statistic.kind() == Quantity.Kind.MEAN) {
      Exact top = Exact.ZERO;
      Exact below = Exact.ZERO;
      for (Member member : kept) {
        Exact weight = weight(member, statistic).orElseThrow();
        top = top.plus(weight.times(valueOf(member, statistic)));
        below = below.plus(weight);
      }
      figure = below.isZero() ? Optional.empty() : Optional.of(top.dividedBy(below));
    } else {
      figure =
          new Statistics(
                  kept.stream().map(m -> valueOf(m, statistic)).toList(),
                  0,
                  Optional.empty(),
                  !usable(population).decided().isEmpty())
              .figure(statistic.kind());
    }
    Optional<Exact> bound = unknown.isEmpty() ? figure : Optional.empty();
    return new Counted(figure, bound, bound, cases, cases.size(), unknown);
  }

  /** The greatest of the values that are kept; empty where all are. */
  private static Optional<Exact> edge(List<Exact> values, Optional<Share> fastest) {
    if (values.isEmpty() || fastest.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal wanted = fastest.get().ratio().multiply(BigDecimal.valueOf(values.size()));
    int kept = wanted.setScale(0, RoundingMode.CEILING).intValueExact();
    return Optional.of(values.stream().sorted().toList().get(Math.max(1, kept) - 1));
  }

  private Exact valueOf(Member member, Quantity.Statistic statistic) {
    return value(member, statistic.of()).orElseThrow();
  }

  /** The weight of a case; empty where it is not known or below zero. */
  private static Optional<Exact> weight(Member member, Quantity.Statistic statistic) {
    return statistic.weight().isEmpty()
        ? Optional.of(Exact.of(1))
        : weight(member, statistic.weight().get());
  }

  static Optional<Exact> weight(Member member, Quantity.Weight weight) {
    Optional<Exact> known;
    if (weight instanceof Quantity.Weight.Number number) {
      known = member.reading().conditions().value(number.value()).map(Exact::of);
    } else {
      known =
          member
              .reading()
              .field(((Quantity.Weight.OfField) weight).field())
              .filter(BigDecimal.class::isInstance)
              .map(value -> Exact.of((BigDecimal) value));
    }
    return known.filter(value -> value.compareTo(Exact.ZERO) >= 0);
  }

  /** Results without data are left out of statistics of their figures. */
  private static Sample withData(Sample sample, Measurand of) {
    return of instanceof Measurand.OfField field && field.field().equals("figure")
        ? new Sample(
            sample.decided().stream().filter(Figures::hasData).toList(),
            sample.indeterminate().stream().filter(Figures::hasData).toList())
        : sample;
  }

  private static boolean hasData(Member member) {
    return !member.reading().metric.records().equals(RegisterSets.RESULTS)
        || !member.reading().field("result").equals(Optional.of("no-data"));
  }

  private Optional<Exact> value(Member member, Measurand of) {
    if (of instanceof Measurand.OfField field) {
      return member
          .reading()
          .field(field.field())
          .map(
              known ->
                  known instanceof Exact exact
                      ? exact
                      : known instanceof BigDecimal number
                          ? Exact.of(number)
                          : Exact.of((Long) known));
    }
    return member.reading().elapsed(of instanceof Measurand.Age, elapsedUnit).map(Exact::of);
  }

  private Counted composite(Quantity quantity, Sample sample) {
    if (quantity instanceof Quantity.Ratio ratio) {
      return combined(
          count(ratio.of(), sample),
          count(ratio.to(), sample),
          (of, to) -> to.isZero() ? Optional.empty() : Optional.of(of.dividedBy(to)),
          sample);
    }
    if (quantity instanceof Quantity.Difference difference) {
      return combined(
          count(difference.first(), sample),
          count(difference.second(), sample),
          (first, second) -> Optional.of(first.minus(second)),
          sample);
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      Counted of = count(absolute.of(), sample);
      return combined(of, of, (one, same) -> Optional.of(one.absolute()), sample);
    }
    if (quantity instanceof Quantity.LargerOf larger) {
      Counted result = count(larger.quantities().get(0), sample);
      result = combined(result, result, (one, same) -> Optional.of(one), sample);
      for (Quantity next : larger.quantities().subList(1, larger.quantities().size())) {
        result =
            combined(
                result,
                count(next, sample),
                (one, other) -> Optional.of(one.compareTo(other) >= 0 ? one : other),
                sample);
      }
      return result;
    }
    throw new UnsupportedOperationException("not refereed yet: " + quantity);
  }

  private static Counted combined(
      Counted one,
      Counted other,
      BiFunction<Exact, Exact, Optional<Exact>> combination,
      Sample sample) {
    Optional<Exact> certain =
        one.certain().flatMap(a -> other.certain().flatMap(b -> combination.apply(a, b)));
    Set<Member> unknown = one.indeterminateAlso(other);
    Set<Member> cases = new HashSet<>(sample.decided());
    cases.removeAll(unknown);
    return new Counted(
        one.figure().flatMap(a -> other.figure().flatMap(b -> combination.apply(a, b))),
        certain,
        certain,
        cases,
        cases.size(),
        unknown);
  }
}
