package org.plumbline.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Holds;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;

/**
 * Works out whether a result is certain: each line is held against what the least and the most that
 * can still come would make of it.
 */
final class Certainties {

  /** More cases than any period has. */
  private static final long ANY = 1_000_000_000_000L;

  private final Agreement agreement;
  private final Metric metric;
  private final Kind kind;
  private final Standing standing;
  private final Standing.Of of;
  private final OpenCases open;
  private final Optional<Exact> base;
  private final Instant asOf;
  private final boolean ended;

  /**
   * One series in one period.
   *
   * @param base of a share of available time the whole time of the period
   */
  Certainties(
      Agreement agreement,
      Kind kind,
      Standing standing,
      Standing.Of of,
      OpenCases open,
      Optional<Exact> base,
      Instant asOf) {
    this.agreement = agreement;
    this.metric = java.util.Objects.requireNonNull(agreement.metrics().get(of.metric()));
    this.kind = kind;
    this.standing = standing;
    this.of = of;
    this.open = open;
    this.base = base;
    this.asOf = asOf;
    ended =
        !asOf.isBefore(of.period().until().plusDays(1).atStartOfDay(agreement.zone()).toInstant());
  }

  /** What is certain now, without since when. */
  Certainty now(boolean eventLog, LocalDate complete) {
    Optional<String> why = whyNot(eventLog);
    Optional<Status> certain = Optional.empty();
    boolean missed = false;
    if (why.isEmpty()) {
      Map<LineId, Set<Holds>> lines = new LinkedHashMap<>();
      Result result = standing.with(of, standing.lines(of));
      for (LineResult line : result.lines()) {
        lines.put(line.line(), possible(line));
      }
      Set<Holds> target = level(lines, LineId.LevelKind.TARGET);
      Set<Holds> minimum =
          metric.minimum().isPresent() ? level(lines, LineId.LevelKind.MINIMUM) : target;
      missed = target.equals(EnumSet.of(Holds.NO));
      if (target.equals(EnumSet.of(Holds.YES))) {
        certain = Optional.of(Status.MET);
      } else if (missed && minimum.equals(EnumSet.of(Holds.NO))) {
        certain = Optional.of(Status.NOT_MET);
      } else if (missed && minimum.equals(EnumSet.of(Holds.YES))) {
        certain = Optional.of(Status.BELOW_EXPECTED);
      }
    }
    boolean started = metric.countedWhenOrDefault() == CountedWhen.STARTED;
    Optional<LocalDate> latest =
        !started && !isLast()
            ? Optional.of(of.period().until())
            : ended && started ? open.lastDue() : Newcomers.lastDue(agreement, metric, of.period());
    return new Certainty(
        certain,
        missed,
        Optional.empty(),
        certain.isEmpty() && why.isEmpty() ? settles() : Optional.empty(),
        latest,
        (started || isLast()) && pauses(),
        complete,
        why);
  }

  private boolean pauses() {
    return !(metric.clockOrDefault().counting() instanceof Clock.Counting.AllTime);
  }

  /** Why nothing is certain before the end. */
  private Optional<String> whyNot(boolean eventLog) {
    if (kind == Kind.SUM && !isOfTime()) {
      return Optional.of("an amount to come may be below zero");
    }
    if (kind == Kind.MEAN) {
      return Optional.of("what is still to come can move a mean anywhere");
    }
    if (!kind.adds()) {
      return Optional.of(Unsaid.whyNotSettled(kind, metric));
    }
    if (metric.lowVolume().isPresent()) {
      return Optional.of("how many cases there are decides whether it is judged at all");
    }
    if (kind == Kind.AVAILABLE && mayBeExcused()) {
      return Optional.of("time that is down may still be excused or voided");
    }
    return Steady.whyNot(agreement, metric, eventLog);
  }

  private boolean isOfTime() {
    return metric.figureOrDefault() instanceof Quantity.Statistic statistic
        && !(statistic.of() instanceof Quantity.Measurand.OfField);
  }

  private boolean mayBeExcused() {
    Quantity.ShareOfAvailableTime share = (Quantity.ShareOfAvailableTime) metric.figureOrDefault();
    return share.ignoreUnder().isPresent()
        || share.weight().isPresent()
        || !(metric.clockOrDefault().counting() instanceof Clock.Counting.AllTime)
        || agreement
            .recordSet(metric.records())
            .map(RecordSet::voidedBy)
            .filter(voids -> !voids.isEmpty())
            .isPresent()
        || agreement.exclusions().values().stream()
            .anyMatch(each -> each.ground() instanceof Exclusion.Ground.Declared);
  }

  /** The day from whose end on no case can become a miss in the period any more. */
  private Optional<LocalDate> settles() {
    if (kind != Kind.SHARE || !isDecided() || ended || isLast()) {
      return Optional.empty();
    }
    boolean forMuch =
        standing.with(of, standing.lines(of)).targetLines().stream()
            .flatMap(line -> line.bounds().stream())
            .allMatch(LineForecast::asksForMuch);
    if (!forMuch) {
      return Optional.empty();
    }
    for (int line = 0; line < metric.target().measured().size(); line++) {
      if (Newcomers.mayMiss(agreement, metric, line, of.period(), asOf)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        open.lastDue(of.period()).orElseGet(() -> asOf.atZone(agreement.zone()).toLocalDate()));
  }

  private boolean isDecided() {
    return metric.countedWhenOrDefault() == CountedWhen.DECIDED
        && metric.figureOrDefault() instanceof Quantity.ShareInTime;
  }

  // ---- lines ----

  private static Set<Holds> level(Map<LineId, Set<Holds>> lines, LineId.LevelKind level) {
    List<Set<Holds>> own = new ArrayList<>();
    lines.forEach(
        (id, holds) -> {
          if (id.level() == level) {
            own.add(holds);
          }
        });
    if (own.stream().anyMatch(each -> each.equals(EnumSet.of(Holds.NO)))) {
      return EnumSet.of(Holds.NO);
    }
    return !own.isEmpty() && own.stream().allMatch(each -> each.equals(EnumSet.of(Holds.YES)))
        ? EnumSet.of(Holds.YES)
        : EnumSet.of(Holds.UNKNOWN);
  }

  /** What the line’s answer can be when all has come. */
  private Set<Holds> possible(LineResult line) {
    Set<Holds> possible = EnumSet.noneOf(Holds.class);
    for (Addition extreme : extremes(line)) {
      possible.add(standing.line(of, line, extreme.to(kind, line.measurement(), base)).holds());
    }
    return possible;
  }

  private List<Addition> extremes(LineResult line) {
    return switch (kind) {
      case SHARE -> ofShare(line);
      case COUNT -> List.of(Addition.cases(0, 0), Addition.cases(ANY, ANY));
      case SUM ->
          List.of(new Addition(0, 0, Exact.ZERO), new Addition(ANY, ANY, Exact.of(Long.MAX_VALUE)));
      case AVAILABLE ->
          base.isEmpty()
              ? List.of()
              : List.of(
                  new Addition(0, 0, Exact.ZERO),
                  new Addition(0, 0, remaining(line.measurement(), base.get())));
      case MEAN, STOCK, COMPOSITE, MEAN_OF_PERIODS, OTHER -> List.of();
    };
  }

  /** The time of the period of which nothing is known yet. */
  private Exact remaining(Measurement known, Exact base) {
    boolean fixed =
        metric.figureOrDefault() instanceof Quantity.ShareOfAvailableTime share
            && share.thirtyDays();
    Optional<Exact> figure = known.figure().filter(share -> share.compareTo(Exact.of(1)) < 0);
    Optional<Exact> down = known.down();
    if (fixed || figure.isEmpty() || down.isEmpty() || figure.get().isZero()) {
      return base;
    }
    return base.minus(down.get().dividedBy(Exact.of(1).minus(figure.get())));
  }

  private List<Addition> ofShare(LineResult line) {
    long hold = ANY;
    long miss = ANY;
    if (line.line().rest() == 0) {
      CountedWhen counted = metric.countedWhenOrDefault();
      if (isLast() && counted == CountedWhen.DECIDED) {
        hold = ANY;
      } else if (ended && counted != CountedWhen.DECIDED && counted != CountedWhen.STOPPED) {
        hold = line.measurement().open();
        miss = line.measurement().open();
      } else if (ended) {
        hold = 0;
        miss = 0;
      } else if (isDecided() && !isLast() && !newcomersMayMiss(line)) {
        miss = open.mayMiss(Steady.sameCases(metric, line.line()), of.period());
      }
    }
    return List.of(
        Addition.cases(0, 0),
        Addition.cases(hold, hold),
        Addition.cases(miss, 0),
        Addition.cases(hold + miss, hold));
  }

  /** Of a line of the minimum, whose cases may be those of any line of the target. */
  private boolean newcomersMayMiss(LineResult line) {
    LineId id = Steady.sameCases(metric, line.line());
    for (int each = 0; each < metric.target().measured().size(); each++) {
      boolean own = id.level() == LineId.LevelKind.MINIMUM || each == id.line();
      if (own && Newcomers.mayMiss(agreement, metric, each, of.period(), asOf)) {
        return true;
      }
    }
    return false;
  }

  /** Whether cases that are decided after it may count in it, since none comes after. */
  private boolean isLast() {
    return !of.period().until().isBefore(agreement.performancePeriod().until());
  }
}
