package org.plumbline.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.AvailableTime;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.OutcomeQuery;
import org.plumbline.evaluate.RecordSets;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Status;
import org.plumbline.judge.Surroundings;
import org.plumbline.records.StoredSet;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.KnownBeside;
import org.plumbline.rounds.Rounds;

/**
 * Forecasts periods that are open as of a moment: evaluates the agreement as of then, and as of the
 * same point of past periods, and works out from these counts what can still become of it.
 */
public final class Forecasting {

  private static final String AS_SHARE = " as a share";

  private final Engine engine;
  private final Agreement agreement;
  private final Agreement all;
  private final Map<String, StoredSet> loaded;
  private final Instant asOf;
  private final long seed;
  private final Consumer<String> progress;
  private final Map<String, StoredSet> sets;
  private final Results results;
  private final Surroundings known;
  private final Standing standing;
  private final PastRests rests;
  private final Map<String, Optional<Metric>> shares = new LinkedHashMap<>();
  private final Map<String, OpenCases> open = new HashMap<>();
  private final Map<Instant, Evaluated> evaluated = new HashMap<>();
  private final Agreement asked;

  private Forecasting(
      Engine engine,
      Agreement agreement,
      Map<String, StoredSet> loaded,
      Instant asOf,
      List<String> metrics,
      long seed,
      Consumer<String> progress) {
    this.engine = engine;
    this.agreement = agreement;
    this.loaded = loaded;
    this.asOf = asOf;
    this.seed = seed;
    this.progress = progress;
    Map<String, Metric> every = new LinkedHashMap<>(agreement.metrics());
    Map<String, Metric> own = new LinkedHashMap<>();
    boolean composite =
        agreement.metrics().entrySet().stream()
            .filter(each -> metrics.isEmpty() || metrics.contains(each.getKey()))
            .anyMatch(each -> Kind.of(agreement, each.getValue()) == Kind.COMPOSITE);
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              Kind kind = Kind.of(agreement, metric);
              boolean wanted = metrics.isEmpty() || metrics.contains(id);
              Optional<Metric> share =
                  wanted && kind == Kind.OTHER ? AsShare.of(metric) : Optional.empty();
              shares.put(id, share);
              share.ifPresent(each -> every.put(id + AS_SHARE, each));
              share.ifPresent(each -> own.put(id + AS_SHARE, each));
              if (composite || (wanted && share.isEmpty())) {
                own.put(id, metric);
              }
            });
    all = agreement.withMetrics(every);
    asked = agreement.withMetrics(own);
    Evaluated now = Rounds.evaluate(engine, agreement, loaded, asOf, progress);
    results = now.results();
    sets = now.sets();
    RecordSets records = RecordSets.of(engine, agreement, loaded, asOf);
    known = KnownBeside.of(agreement, records.declared(), engine.deliveries(loaded), asOf);
    List<Measurement> measured = new ArrayList<>(now.measurements());
    at(asOf).measurements().stream()
        .filter(each -> each.metric().endsWith(AS_SHARE))
        .forEach(measured::add);
    standing = new Standing(all, measured, asOf, known);
    rests = new PastRests(all, standing, asOf, moment -> at(moment).measurements());
    // Sets that are worked out are so anew for each moment: what is open now is asked first.
    own.keySet().forEach(id -> openCases(id, asOf));
  }

  /**
   * The forecasts of the periods that end in the days asked for, in the order of the agreement.
   *
   * @param loaded the records of files, by set, as a load leaves them
   * @param asOf what happened later is not seen
   * @param metrics ids; none: all
   * @param seed with which cases of past periods are drawn
   * @param periods of the results of a series those asked for
   * @param progress is told what comes next
   */
  public static List<Forecast> of(
      Engine engine,
      Agreement agreement,
      Map<String, StoredSet> loaded,
      Instant asOf,
      List<String> metrics,
      long seed,
      java.util.function.Function<List<Result>, Set<ReportingPeriod>> periods,
      Consumer<String> progress) {
    Forecasting forecasting =
        new Forecasting(engine, agreement, loaded, asOf, metrics, seed, progress);
    List<Forecast> forecasts = new ArrayList<>();
    for (List<Result> series : forecasting.results.series()) {
      if (metrics.isEmpty() || metrics.contains(series.get(0).metric())) {
        Set<ReportingPeriod> chosen = periods.apply(series);
        series.stream()
            .filter(result -> chosen.contains(result.period()))
            .forEach(result -> forecasts.add(forecasting.forecast(result)));
      }
    }
    return forecasts;
  }

  // ---- one period ----

  private Forecast forecast(Result result) {
    Metric metric = metric(result.metric());
    Kind plain = Kind.of(agreement, metric);
    Optional<Metric> share = Objects.requireNonNull(shares.get(result.metric()));
    Kind kind = share.isPresent() ? Kind.SHARE : plain;
    String id = share.isPresent() ? result.metric() + AS_SHARE : result.metric();
    Standing.Of of = new Standing.Of(id, result.each(), result.period());
    Optional<String> closed = closed(result, of, kind);
    if (closed.isPresent()) {
      return new Forecast(
          result.metric(),
          result.each(),
          result,
          Optional.empty(),
          closed.get(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          "");
    }
    LocalDate complete =
        org.plumbline.judge.Judge.completeOn(
            agreement, known.calendars(), metric.records(), result.period());
    Result counted = standing.with(of, standing.lines(of));
    Optional<Exact> base = kind == Kind.AVAILABLE ? base(of) : Optional.empty();
    OpenCases cases = kind.adds() ? openCases(id, asOf) : OpenCases.NONE;
    Certainty certainty = certainty(of, kind, base, complete, share.isPresent());
    List<Rest> came = rests.of(of, kind);
    boolean open = certainty.result().isEmpty();
    boolean said = open && came.size() >= Chance.FEWEST;
    List<LineForecast> lines =
        kind.adds() || Unsaid.isToldAsItStands(metric(id))
            ? lines(of, kind, counted, base, cases, came)
            : List.of();
    return new Forecast(
        result.metric(),
        result.each(),
        result,
        share,
        Unsaid.why(kind, metric(id)),
        lines,
        Optional.of(certainty),
        said
            ? Optional.of(Resampling.of(standing, of, kind, base, counted, came, seed))
            : Optional.empty(),
        said
            ? ""
            : open
                ? "it takes "
                    + Chance.FEWEST
                    + " whole past periods to say, and there "
                    + (came.size() == 1 ? "is " : "are ")
                    + came.size()
                : "");
  }

  private Metric metric(String id) {
    return Objects.requireNonNull(all.metrics().get(id));
  }

  /** Why there is nothing to forecast. */
  private Optional<String> closed(Result result, Standing.Of of, Kind kind) {
    if (result.status() != Status.NOT_DUE && result.status() != Status.PROVISIONAL) {
      return Optional.of("its period is over: " + result.status().words());
    }
    if (startOf(result.period().from()).isAfter(asOf)) {
      return Optional.of("its period has not begun");
    }
    boolean ended = !asOf.isBefore(startOf(result.period().until().plusDays(1)));
    boolean waits =
        result.lines().stream().anyMatch(line -> line.measurement().open() > 0)
            && metric(result.metric()).countedWhenOrDefault() == CountedWhen.STARTED;
    if (ended && !waits) {
      return Optional.of("its period has ended; " + result.reason());
    }
    Map<LineId, Measurement> lines = new LinkedHashMap<>(standing.lines(of));
    long many = metric(of.metric()).lowVolume().map(Metric.LowVolume::below).orElse(1L);
    if (kind == Kind.SHARE || kind == Kind.COUNT) {
      lines.replaceAll((id, line) -> Addition.cases(many, many).to(kind, line, Optional.empty()));
    }
    Result later =
        new Standing(all, List.of(), startOf(result.period().until().plusDays(1)), known)
            .with(of, lines);
    return later.status() == Status.NOT_JUDGED
        ? Optional.of("it will not be judged: " + later.reason())
        : Optional.empty();
  }

  private Optional<Exact> base(Standing.Of of) {
    return at(asOf).compiled().get(of.metric()) == null
        ? Optional.empty()
        : Objects.requireNonNull(at(asOf).compiled().get(of.metric())).metrics().stream()
            .filter(each -> each.id().equals(of.metric()) && each.availability().isPresent())
            .findFirst()
            .flatMap(each -> AvailableTime.wholeBase(agreement, each, of.period()));
  }

  private List<LineForecast> lines(
      Standing.Of of,
      Kind kind,
      Result counted,
      Optional<Exact> base,
      OpenCases cases,
      List<Rest> rests) {
    List<LineForecast> lines = new ArrayList<>();
    for (LineResult line : counted.lines()) {
      boolean started = metric(of.metric()).countedWhenOrDefault() == CountedWhen.STARTED;
      boolean ended = !asOf.isBefore(startOf(of.period().until().plusDays(1)));
      OptionalLong usual =
          ended && started
              ? OptionalLong.of(line.measurement().open())
              : usual(of.period(), line, rests);
      lines.add(
          Lines.of(
              standing,
              of,
              kind,
              line,
              base,
              usual,
              ended && started ? LineForecast.ALL_KNOWN : rests.size(),
              ended
                  ? line.measurement().open()
                  : cases.mayMiss(
                      Steady.sameCases(metric(of.metric()), line.line()), of.period())));
    }
    return lines;
  }

  /** The middle of what came in past periods; without any, as many a day as so far. */
  private OptionalLong usual(ReportingPeriod period, LineResult line, List<Rest> rests) {
    if (!rests.isEmpty()) {
      List<Long> cases =
          rests.stream()
              .map(rest -> Math.max(0, rest.of(line.measurement().line()).cases()))
              .sorted()
              .toList();
      return OptionalLong.of(cases.get((cases.size() - 1) / 2));
    }
    long gone = Math.max(1, today().toEpochDay() - period.from().toEpochDay() + 1);
    long left = Math.max(0, period.until().toEpochDay() - today().toEpochDay());
    return OptionalLong.of(line.measurement().cases() * left / gone);
  }

  // ---- certainty ----

  private Certainty certainty(
      Standing.Of of, Kind kind, Optional<Exact> base, LocalDate complete, boolean asShare) {
    Certainty now = certainty(of, kind, base, complete, asOf, standing);
    if (!now.isCertain()) {
      return now;
    }
    LocalDate low = of.period().from();
    LocalDate high = today();
    while (low.isBefore(high)) {
      LocalDate middle = low.plusDays((high.toEpochDay() - low.toEpochDay()) / 2);
      Instant end = endOf(middle);
      Certainty then = certainty(of, kind, base, complete, end, standing(end));
      if (then.result().equals(now.result()) && then.targetMissed() == now.targetMissed()) {
        high = middle;
      } else {
        low = middle.plusDays(1);
      }
    }
    boolean lost =
        asShare
            && metric(of.metric()).minimum().isEmpty()
            && metric(of.metric().replace(AS_SHARE, "")).minimum().isPresent();
    return (lost ? now.withoutMinimum() : now).since(high);
  }

  private Certainty certainty(
      Standing.Of of,
      Kind kind,
      Optional<Exact> base,
      LocalDate complete,
      Instant at,
      Standing then) {
    String set = metric(of.metric()).records();
    boolean eventLog =
        Optional.ofNullable(sets.get(of.metric().replace(AS_SHARE, "")))
            .or(() -> Optional.ofNullable(loaded.get(set)))
            .map(StoredSet::eventLog)
            .orElse(false);
    return new Certainties(all, kind, then, of, openCases(of.metric(), at), base, at)
        .now(eventLog, complete);
  }

  /** How it stood at the end of an earlier day. */
  private Standing standing(Instant then) {
    List<Measurement> measured = new ArrayList<>(at(then).measurements());
    Set<String> own = asked.metrics().keySet();
    standing.measured().stream()
        .filter(each -> !own.contains(each.metric()))
        .forEach(measured::add);
    return new Standing(all, measured, then, known);
  }

  private OpenCases openCases(String metric, Instant at) {
    return open.computeIfAbsent(
        at + "|" + metric,
        key -> {
          Metric terms = metric(metric);
          boolean limited =
              terms.target().measured().stream().anyMatch(line -> line.limit().isPresent())
                  && !terms.countedWhenOrDefault().isStock();
          Evaluated evaluated = at(at);
          var compiled = evaluated.compiled().get(metric);
          return limited && compiled != null
              ? OpenCases.of(
                  engine.outcomes(asked, compiled, metric, OutcomeQuery.open()), agreement.zone())
              : OpenCases.NONE;
        });
  }

  // ---- moments ----

  private LocalDate today() {
    return asOf.atZone(agreement.zone()).toLocalDate();
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(agreement.zone()).toInstant();
  }

  private Instant endOf(LocalDate day) {
    return EpochMicros.toInstant(EpochMicros.of(startOf(day.plusDays(1))) - 1);
  }

  private Evaluated at(Instant moment) {
    return evaluated.computeIfAbsent(
        moment,
        at ->
            Rounds.evaluate(
                engine,
                asked,
                loaded,
                at,
                set ->
                    progress.accept(set + " as of " + at.atZone(agreement.zone()).toLocalDate())));
  }
}
