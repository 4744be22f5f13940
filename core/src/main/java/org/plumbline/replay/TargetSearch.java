package org.plumbline.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;

/**
 * The tightest target that would have held in so many of the past periods: of each line of a
 * metric's target the bound, with the limit as it is; the limit, with the bound as it is; and what
 * share each limit would have given.
 */
public final class TargetSearch {

  private static final int POINTS = 24;

  private final PastFigures past;
  private final Agreement agreement;
  private final String id;
  private final Metric metric;
  private final List<ReportingPeriod> periods;
  private final int met;
  private final int of;

  private TargetSearch(
      PastFigures past,
      Agreement agreement,
      String id,
      Metric metric,
      List<ReportingPeriod> periods,
      int met,
      int of) {
    this.past = past;
    this.agreement = agreement;
    this.id = id;
    this.metric = metric;
    this.periods = periods;
    this.met = met;
    this.of = of;
  }

  /**
   * Looks for the tightest target.
   *
   * @param agreement that of the past
   * @param id of one of its metrics, without {@code each}
   * @param periods those asked about
   * @param met in how many of {@code of} periods it shall have held
   * @throws IllegalArgumentException if there is no such metric
   */
  public static Found find(
      PastFigures past,
      Agreement agreement,
      String id,
      List<ReportingPeriod> periods,
      int met,
      int of) {
    Metric metric = agreement.metrics().get(id);
    if (metric == null) {
      throw new IllegalArgumentException("no metric " + id);
    }
    return new TargetSearch(past, agreement, id, metric, periods, met, of).found();
  }

  /**
   * What was found.
   *
   * @param answered what shares under other limits were worked out from
   * @param lines by line of the target
   */
  public record Found(String metric, int met, int of, Answered answered, List<Line> lines) {
    /** Copies the list. */
    public Found {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What was found of one line.
   *
   * @param figures of the periods that have data, in order
   * @param needed in how many of these it had to hold
   * @param comparison how the figure is held against its bound
   * @param bound as it is written, in the figure's unit; empty if there is none yet
   * @param held in how many periods the line holds as it is written
   * @param tightest the tightest bound, the limit as it is; empty where no bound would do
   * @param limit as it is written; empty where there is none that is fixed
   * @param tightestLimit the least limit, the bound as it is; empty if none of those tried
   * @param curve by limit, in order
   */
  public record Line(
      LineId line,
      FigureUnit unit,
      List<Figure> figures,
      int needed,
      Comparison comparison,
      Optional<Exact> bound,
      int held,
      Optional<Exact> tightest,
      Optional<TimeAmount> limit,
      Optional<TimeAmount> tightestLimit,
      List<Point> curve) {
    /** Copies the lists. */
    public Line {
      figures = List.copyOf(figures);
      curve = List.copyOf(curve);
    }
  }

  /** A period's figure, as little favorable as its indeterminate cases may make it. */
  public record Figure(ReportingPeriod period, long cases, Exact figure) {}

  /**
   * One limit.
   *
   * @param share what would have held in so many periods; empty if nothing would
   */
  public record Point(TimeAmount limit, Optional<Exact> share) {}

  private Found found() {
    List<Measurement> counted = past.measured(id);
    boolean kept = past.keepsClocks(id);
    List<Line> lines = new ArrayList<>();
    List<Level.Line> written = metric.target().measured();
    for (int i = 0; i < written.size(); i++) {
      lines.add(line(new LineId(LineId.LevelKind.TARGET, i, 0), written.get(i), counted));
    }
    boolean limited = lines.stream().anyMatch(line -> !line.curve().isEmpty());
    Answered answered = !limited ? Answered.COUNTS : kept ? Answered.CLOCKS : Answered.RECORDS;
    return new Found(id, met, of, answered, lines);
  }

  private Line line(LineId line, Level.Line written, List<Measurement> counted) {
    Comparison comparison =
        written.bounds().isEmpty() ? usual() : written.bounds().get(0).comparison();
    List<Figure> figures = figures(counted, line, comparison);
    FigureUnit unit =
        counted.stream()
            .filter(each -> each.line().equals(line))
            .map(Measurement::unit)
            .findFirst()
            .orElse(FigureUnit.NUMBER);
    Optional<Exact> bound =
        written.bounds().stream()
            .findFirst()
            .flatMap(it -> it.value().fixed())
            .flatMap(value -> inUnit(value, unit));
    int needed = needed(figures.size());
    int held =
        bound
            .map(value -> (int) figures.stream().filter(it -> holds(comparison, it, value)).count())
            .orElse(0);
    Optional<TimeAmount> limit = written.limit().flatMap(Counting.Limits::amount);
    Map<TimeAmount, Optional<Exact>> shares = new LinkedHashMap<>();
    Optional<TimeAmount> tightestLimit = Optional.empty();
    if (limit.isPresent() && !figures.isEmpty()) {
      shares.putAll(shares(line, grid(limit.get()), comparison));
      tightestLimit =
          bound.flatMap(value -> least(line, limit.get().unit(), shares, comparison, value));
      tightestLimit.ifPresent(found -> shares.putAll(shares(line, List.of(found), comparison)));
    }
    List<Point> curve = new ArrayList<>();
    shares.forEach((amount, share) -> curve.add(new Point(amount, share)));
    curve.sort(Comparator.comparingLong(point -> point.limit().amount()));
    return new Line(
        line,
        unit,
        figures,
        needed,
        comparison,
        bound,
        held,
        tightest(figures, needed, comparison),
        limit,
        tightestLimit,
        curve);
  }

  private Comparison usual() {
    return Comparison.AT_LEAST;
  }

  private static Optional<Exact> inUnit(Literal literal, FigureUnit unit) {
    return new org.plumbline.judge.BoundValue(Comparison.AT_LEAST, Optional.of(literal)).in(unit);
  }

  /** So many of the periods with data as the share asked for, rounded up. */
  private int needed(int periodsWithData) {
    return (int) (((long) periodsWithData * met + of - 1) / of);
  }

  private List<Figure> figures(List<Measurement> counted, LineId line, Comparison comparison) {
    List<Figure> figures = new ArrayList<>();
    for (ReportingPeriod period : periods) {
      for (Measurement each : counted) {
        if (each.period().equals(period) && each.line().equals(line) && each.each().isEmpty()) {
          (isUpper(comparison) ? each.high() : each.low())
              .filter(worst -> each.figure().isPresent())
              .ifPresent(worst -> figures.add(new Figure(period, each.cases(), worst)));
        }
      }
    }
    return figures;
  }

  private static boolean isUpper(Comparison comparison) {
    return comparison == Comparison.AT_MOST || comparison == Comparison.BELOW;
  }

  private static boolean holds(Comparison comparison, Figure figure, Exact bound) {
    return comparison.holds(figure.figure().compareTo(bound));
  }

  /**
   * The tightest bound that so many figures reach: with {@code above} and {@code below} a limit.
   */
  private static Optional<Exact> tightest(List<Figure> figures, int needed, Comparison comparison) {
    if (needed == 0 || figures.size() < needed) {
      return Optional.empty();
    }
    Comparator<Exact> order = Comparator.naturalOrder();
    List<Exact> best =
        figures.stream()
            .map(Figure::figure)
            .sorted(isUpper(comparison) ? order : order.reversed())
            .toList();
    return Optional.of(best.get(needed - 1));
  }

  // ---- limits ----

  /** Limits around the one that is written: up to three times as much, in its unit. */
  private static List<TimeAmount> grid(TimeAmount limit) {
    TreeSet<Long> amounts = new TreeSet<>();
    long most = Math.max(3 * limit.amount(), 8);
    for (int i = 0; i <= POINTS; i++) {
      amounts.add(most * i / POINTS);
    }
    amounts.add(limit.amount());
    return amounts.stream().map(amount -> TimeAmount.of(amount, limit.unit())).toList();
  }

  /** By limit what share of cases would have been within it in so many periods. */
  private Map<TimeAmount, Optional<Exact>> shares(
      LineId line, List<TimeAmount> limits, Comparison comparison) {
    Map<TimeAmount, Metric> variants = new LinkedHashMap<>();
    limits.forEach(limit -> variants.put(limit, limited(line.line(), limit)));
    Map<TimeAmount, List<Measurement>> measured = past.measured(agreement, id, variants);
    Map<TimeAmount, Optional<Exact>> shares = new LinkedHashMap<>();
    measured.forEach(
        (limit, all) -> {
          List<Figure> figures = figures(all, line, comparison);
          shares.put(limit, tightest(figures, needed(figures.size()), comparison));
        });
    return shares;
  }

  private Metric limited(int line, TimeAmount limit) {
    List<Level.Line> lines = new ArrayList<>(metric.target().measured());
    Level.Line own = lines.get(line);
    boolean under = own.limit().orElseThrow() instanceof Level.Limit.Under;
    Varying<TimeAmount> amount = new Varying.Fixed<>(limit);
    lines.set(
        line,
        new Level.Line(
            own.applies(),
            Optional.of(under ? new Level.Limit.Under(amount) : new Level.Limit.Within(amount)),
            own.bounds(),
            own.rest()));
    return metric.withLevels(new Level.Lines(lines), Optional.empty());
  }

  /**
   * The least limit under which the bound would have held: between the first that would and the one
   * before it, tried one by one where clocks are kept, else in ever smaller steps.
   */
  private Optional<TimeAmount> least(
      LineId line,
      TimeAmount.Unit unit,
      Map<TimeAmount, Optional<Exact>> shares,
      Comparison comparison,
      Exact bound) {
    List<TimeAmount> tried = new ArrayList<>(shares.keySet());
    tried.sort(Comparator.comparingLong(TimeAmount::amount));
    Optional<TimeAmount> first = first(tried, shares, comparison, bound);
    if (first.isEmpty()) {
      return first;
    }
    long high = first.get().amount();
    int at = tried.indexOf(first.get());
    long low = at == 0 ? high : tried.get(at - 1).amount() + 1;
    while (low < high) {
      List<TimeAmount> between = between(low, high, unit);
      Map<TimeAmount, Optional<Exact>> own = shares(line, between, comparison);
      long found = first(between, own, comparison, bound).map(TimeAmount::amount).orElse(high);
      int place = (int) between.stream().filter(it -> it.amount() < found).count();
      low = place == 0 ? found : between.get(place - 1).amount() + 1;
      high = found;
    }
    return Optional.of(TimeAmount.of(high, unit));
  }

  private static List<TimeAmount> between(long low, long high, TimeAmount.Unit unit) {
    TreeSet<Long> amounts = new TreeSet<>();
    for (int i = 0; i <= POINTS; i++) {
      amounts.add(low + (high - low) * i / POINTS);
    }
    return amounts.stream().map(amount -> TimeAmount.of(amount, unit)).toList();
  }

  private static Optional<TimeAmount> first(
      List<TimeAmount> limits,
      Map<TimeAmount, Optional<Exact>> shares,
      Comparison comparison,
      Exact bound) {
    return limits.stream()
        .filter(
            limit ->
                shares
                    .getOrDefault(limit, Optional.empty())
                    .filter(share -> comparison.holds(share.compareTo(bound)))
                    .isPresent())
        .findFirst();
  }
}
