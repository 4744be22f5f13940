package org.plumbline.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Quantity.ShareOfAvailableTime;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.CompiledAvailability;
import org.plumbline.compile.CompiledLine;
import org.plumbline.compile.CompiledMetric;
import org.plumbline.exclusion.DeclaredTime;

/** From stretches in which cases are down to shares of available time (docs/meaning.md 16). */
public final class AvailableTime {

  private static final Exact ONE = Exact.of(1);

  /**
   * A stretch of time in which a case's clock runs.
   *
   * @param caseNo with {@code part}, which case
   * @param from where the case begins, in microseconds since 1970
   * @param until where it ends, not included
   * @param f where the stretch begins
   * @param u where it ends, not included; as {@code f} where it only says that the case is there
   * @param open whether the case has not ended
   * @param weight as it was moved to be whole; null if unknown
   * @param standing for each line whether it is down (2), possibly (1) or not (0)
   */
  public record Stretch(
      long caseNo,
      int part,
      @Nullable String each,
      long from,
      long until,
      long f,
      long u,
      boolean open,
      @Nullable BigInteger weight,
      List<Integer> standing) {}

  private static final int SURE = 2;
  private static final int POSSIBLE = 1;

  private final Agreement agreement;
  private final CompiledMetric metric;
  private final CompiledAvailability terms;
  private final List<Stretch> all;
  private final long asOf;

  private AvailableTime(Agreement agreement, CompiledMetric metric, List<Stretch> all, long asOf) {
    this.agreement = agreement;
    this.metric = metric;
    this.all = all;
    this.asOf = asOf;
    terms = metric.availability().orElseThrow();
  }

  /**
   * The figures of a metric, for each of its lines, periods and values of {@code each}.
   *
   * @param stretches the rows of its {@link CompiledAvailability#stretches()}
   * @param asOf what happened later is not seen, in microseconds since 1970
   */
  static List<Measurement> measure(
      Agreement agreement, CompiledMetric metric, List<Stretch> stretches, long asOf) {
    return new AvailableTime(agreement, metric, stretches, asOf).measured();
  }

  /**
   * The time that counts as a whole in a period up to its end, whatever has happened of it; empty
   * if there is none.
   *
   * @param metric one with a share of available time that is not averaged
   */
  public static Optional<Exact> wholeBase(
      Agreement agreement, CompiledMetric metric, ReportingPeriod period) {
    AvailableTime of = new AvailableTime(agreement, metric, List.of(), Long.MAX_VALUE);
    Windows windows = metric.windows();
    ReportingPeriod window =
        windows.measured().get(windows.parts().get(windows.periods().indexOf(period)).first());
    long from =
        Math.max(of.startOf(window.from()), of.startOf(agreement.performancePeriod().from()));
    long until =
        Math.min(
            of.startOf(window.until().plusDays(1)),
            of.startOf(agreement.performancePeriod().until().plusDays(1)));
    return of.terms.hours().on(window.from()).flatMap(open -> of.base(open, window, from, until));
  }

  private List<Measurement> measured() {
    List<Measurement> measurements = new ArrayList<>();
    Windows windows = metric.windows();
    for (int line = 0; line < metric.lines().size(); line++) {
      for (Map.Entry<Optional<String>, List<Stretch>> group : groups(line).entrySet()) {
        List<FigureReading.Figure> figures = figures(group.getValue(), line);
        for (int period = 0; period < windows.periods().size(); period++) {
          Windows.Range parts = windows.parts().get(period);
          List<FigureReading.Figure> of =
              parts.last() < parts.first()
                  ? List.of()
                  : figures.subList(parts.first(), parts.last() + 1);
          boolean begun =
              !of.isEmpty() && startOf(windows.measured().get(parts.first()).from()) < asOf;
          if (metric.each() && !begun) {
            continue;
          }
          measurements.add(
              measurement(
                  windows.averaged() ? FigureReading.mean(of) : of.get(0),
                  windows.periods().get(period),
                  metric.lines().get(line),
                  group.getKey()));
        }
      }
    }
    measurements.sort(
        Comparator.comparing((Measurement each) -> windows.periods().indexOf(each.period()))
            .thenComparing(each -> each.each().orElse("")));
    return measurements;
  }

  private Measurement measurement(
      FigureReading.Figure figure,
      ReportingPeriod period,
      CompiledLine line,
      Optional<String> each) {
    return new Measurement(
        metric.id(),
        period,
        ResultRows.lineId(line.id()),
        each,
        figure.cases(),
        figure.holding(),
        figure.indeterminate(),
        figure.open(),
        FigureUnit.SHARE,
        figure.figure(),
        figure.low(),
        figure.high(),
        figure.down());
  }

  /** The stretches of a line by the value for which figures are formed apart. */
  private Map<Optional<String>, List<Stretch>> groups(int line) {
    Map<Optional<String>, List<Stretch>> groups =
        new TreeMap<>((one, other) -> one.orElse("").compareTo(other.orElse("")));
    if (!metric.each()) {
      groups.put(Optional.empty(), new ArrayList<>());
    }
    for (Stretch stretch : all) {
      if (stretch.standing().get(line) > 0) {
        groups
            .computeIfAbsent(Optional.ofNullable(stretch.each()), key -> new ArrayList<>())
            .add(stretch);
      }
    }
    return groups;
  }

  /** The figure of each window that is measured. */
  private List<FigureReading.Figure> figures(List<Stretch> stretches, int line) {
    List<Stretch> sure = stretches.stream().filter(is(line, SURE)).toList();
    List<Stretch> possible = stretches.stream().filter(is(line, POSSIBLE)).toList();
    DownTime surely = downTime(sure);
    DownTime atMost = downTime(stretches);
    return metric.windows().measured().stream()
        .map(window -> figure(window, sure, possible, surely, atMost))
        .toList();
  }

  private static Predicate<Stretch> is(int line, int standing) {
    return stretch -> stretch.standing().get(line) == standing;
  }

  private FigureReading.Figure figure(
      ReportingPeriod window,
      List<Stretch> sure,
      List<Stretch> possible,
      DownTime surely,
      DownTime atMost) {
    long from = Math.max(startOf(window.from()), startOf(agreement.performancePeriod().from()));
    long until =
        Math.min(
            Math.min(
                startOf(window.until().plusDays(1)),
                startOf(agreement.performancePeriod().until().plusDays(1))),
            asOf);
    Optional<OpenTime> hours = from < until ? terms.hours().on(window.from()) : Optional.empty();
    Optional<Exact> base = hours.flatMap(open -> base(open, window, from, until));
    Optional<Exact> down = base.map(of -> surely.within(hours.orElseThrow(), from, until));
    Optional<Exact> most = base.map(of -> atMost.within(hours.orElseThrow(), from, until));
    Optional<Exact> figure = base.map(of -> available(of, down.orElseThrow()));
    Optional<Exact> low = base.map(of -> available(of, most.orElseThrow()));
    long cases = cases(sure, from, until, false);
    return new FigureReading.Figure(
        cases,
        cases,
        cases(possible, from, until, false),
        cases(sure, from, until, true),
        figure,
        low,
        figure,
        down.filter(known -> known.compareTo(most.orElseThrow()) == 0));
  }

  private static Exact available(Exact base, Exact down) {
    Exact least = down.compareTo(base) < 0 ? down : base;
    return ONE.minus(least.dividedBy(base));
  }

  private static long cases(List<Stretch> stretches, long from, long until, boolean onlyOpen) {
    Set<List<Long>> cases = new HashSet<>();
    for (Stretch stretch : stretches) {
      boolean meets = Math.max(stretch.from(), from) < Math.min(stretch.until(), until);
      if (meets && (stretch.open() || !onlyOpen)) {
        cases.add(List.of(stretch.caseNo(), (long) stretch.part()));
      }
    }
    return cases.size();
  }

  /** The time that counts as a whole; empty if there is none. */
  private Optional<Exact> base(OpenTime hours, ReportingPeriod window, long from, long until) {
    long open = hours.between(from, until);
    if (terms.share().thirtyDays() && isWholeMonths(window)) {
      LocalDate after = window.until().plusDays(1);
      long months =
          (after.getYear() - window.from().getYear()) * 12L
              + after.getMonthValue()
              - window.from().getMonthValue();
      open = months * 30 * 86_400_000_000L;
    }
    for (DeclaredTime out : terms.excluded()) {
      long begins = Math.max(out.from(), from);
      long ends = Math.min(out.until(), until);
      open -= begins < ends ? hours.between(begins, ends) : 0;
    }
    return open > 0 ? Optional.of(Exact.of(open)) : Optional.empty();
  }

  private static boolean isWholeMonths(ReportingPeriod window) {
    return window.from().getDayOfMonth() == 1 && window.until().plusDays(1).getDayOfMonth() == 1;
  }

  private long startOf(LocalDate date) {
    ZoneId zone = agreement.zone();
    return EpochMicros.of(date.atStartOfDay(zone).toInstant());
  }

  private DownTime downTime(List<Stretch> stretches) {
    ShareOfAvailableTime share = terms.share();
    List<DownTime.Span> spans = new ArrayList<>();
    for (Stretch stretch : stretches.stream().filter(each -> each.f() < each.u()).toList()) {
      spans.add(new DownTime.Span(stretch.f(), stretch.u(), weight(stretch)));
    }
    DownTime down =
        DownTime.of(
            spans,
            share.mergeGaps().map(TimeAmount::micros).orElse(0L),
            share.ignoreUnder().map(TimeAmount::micros).orElse(0L),
            share.weight().isPresent());
    return down.without(terms.excluded());
  }

  private Exact weight(Stretch stretch) {
    if (terms.share().weight().isEmpty() || stretch.weight() == null) {
      return ONE;
    }
    Exact weight = Exact.of(new BigDecimal(stretch.weight(), terms.weightScale()));
    return weight.compareTo(ONE) < 0 ? weight : ONE;
  }
}
