package org.plumbline.evaluate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.compile.CompiledLine;
import org.plumbline.compile.CompiledMetric;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.MeasuredLine;

/** From the rows that a plan gives to measurements; an engine only brings the rows. */
public final class ResultRows {

  /** The {@code period} of rows outside the performance period. */
  private static final long OUTSIDE = -1;

  /** A row of a plan's results. */
  public record Row(
      long metric, @Nullable Long period, @Nullable String each, @Nullable BigInteger[] cells) {}

  private record Key(@Nullable Long period, Optional<String> each) {}

  private final Agreement agreement;
  private final CompiledSet compiled;
  private final Map<Long, Map<Key, Cells>> sums = new HashMap<>();

  private ResultRows(Agreement agreement, CompiledSet compiled) {
    this.agreement = agreement;
    this.compiled = compiled;
  }

  /**
   * Reads result rows.
   *
   * @param stretches of each metric with a share of available time, the rows of its stretches
   * @throws IllegalStateException if rows were lost or doubled on the way: our fault
   */
  public static Measurements read(
      Agreement agreement,
      CompiledSet compiled,
      List<Row> rows,
      Map<String, List<AvailableTime.Stretch>> stretches) {
    ResultRows read = new ResultRows(agreement, compiled);
    rows.forEach(read::add);
    read.requireSameRows();
    List<Measurement> measurements = new ArrayList<>();
    List<CaseTotals> totals = new ArrayList<>();
    for (CompiledMetric metric : compiled.metrics()) {
      Map<Key, Cells> byPeriod = read.sums.getOrDefault((long) metric.number(), Map.of());
      if (metric.availability().isPresent()) {
        measurements.addAll(
            AvailableTime.measure(
                agreement,
                metric,
                stretches.getOrDefault(metric.id(), List.of()),
                EpochMicros.of(compiled.asOf())));
      } else {
        read.measure(metric, byPeriod, measurements);
      }
      metric.totals().ifPresent(cells -> totals.add(totals(metric, cells, byPeriod)));
    }
    return new Measurements(measurements, totals);
  }

  private void add(Row row) {
    sums.computeIfAbsent(row.metric(), key -> new LinkedHashMap<>())
        .computeIfAbsent(
            new Key(row.period(), Optional.ofNullable(row.each())),
            key -> new Cells(compiled.cells()))
        .add(row.cells());
  }

  private void requireSameRows() {
    for (Cells cells : sums.getOrDefault(-1L, Map.of()).values()) {
      if (cells.number(0) != cells.number(1)) {
        throw new IllegalStateException(
            cells.number(0) + " rows went in and " + cells.number(1) + " came out");
      }
    }
  }

  private void measure(
      CompiledMetric compiledMetric, Map<Key, Cells> byPeriod, List<Measurement> measurements) {
    Metric metric = Objects.requireNonNull(agreement.metrics().get(compiledMetric.id()));
    Windows windows = compiledMetric.windows();
    for (int period = 0; period < windows.periods().size(); period++) {
      Windows.Range parts = windows.parts().get(period);
      for (Map.Entry<Optional<String>, List<Cells>> group :
          groups(compiledMetric, byPeriod, parts).entrySet()) {
        for (CompiledLine line : compiledMetric.lines()) {
          boolean stands = group.getValue().stream().anyMatch(it -> it.number(line.standing()) > 0);
          if (compiledMetric.each() && !stands) {
            continue;
          }
          List<FigureReading.Figure> figures =
              group.getValue().stream()
                  .map(cells -> FigureReading.read(line.figure(), cells))
                  .toList();
          FigureReading.Figure figure =
              windows.averaged() ? FigureReading.mean(figures) : figures.get(0);
          if (saysNothing(metric, line.id())) {
            figure = figure.withoutFigure();
          }
          measurements.add(
              new Measurement(
                  compiledMetric.id(),
                  windows.periods().get(period),
                  lineId(line.id()),
                  group.getKey(),
                  figure.cases(),
                  figure.holding(),
                  figure.indeterminate(),
                  figure.open(),
                  FigureUnits.of(agreement, metric, line),
                  figure.figure(),
                  figure.low(),
                  figure.high()));
        }
      }
    }
  }

  /** Whether the figure is a share in time, and nothing says what in time is (a draft). */
  private static boolean saysNothing(Metric metric, MeasuredLine line) {
    return metric.figureOrDefault() instanceof Quantity.ShareInTime
        && written(metric, line).flatMap(Level.Line::agreedLimit).isEmpty();
  }

  /** The cells of each part of a period, by the value of {@code each}. */
  private Map<Optional<String>, List<Cells>> groups(
      CompiledMetric metric, Map<Key, Cells> byPeriod, Windows.Range parts) {
    Map<Optional<String>, List<Cells>> groups =
        new TreeMap<>((one, other) -> one.orElse("").compareTo(other.orElse("")));
    if (!metric.each()) {
      groups.put(Optional.empty(), new ArrayList<>());
    }
    byPeriod
        .keySet()
        .forEach(
            key -> {
              Long at = key.period();
              if (at != null && at >= parts.first() && at <= parts.last()) {
                groups.putIfAbsent(key.each(), new ArrayList<>());
              }
            });
    groups.forEach(
        (each, cells) -> {
          for (long part = parts.first(); part <= parts.last(); part++) {
            Cells found = byPeriod.get(new Key(part, each));
            cells.add(found == null ? new Cells(compiled.cells()) : found);
          }
        });
    return groups;
  }

  /** The name of a line in results. */
  public static LineId lineId(MeasuredLine line) {
    return new LineId(
        line.minimum() ? LineId.LevelKind.MINIMUM : LineId.LevelKind.TARGET,
        line.line(),
        line.rest());
  }

  /** The line as it is written, if it is. */
  static Optional<Level.Line> written(Metric metric, MeasuredLine id) {
    Level level = id.minimum() ? metric.minimumOrTarget() : metric.target();
    if (id.line() >= level.measured().size()) {
      return Optional.empty();
    }
    Optional<Level.Line> line = Optional.of(level.measured().get(id.line()));
    for (int i = 0; i < id.rest(); i++) {
      line = line.flatMap(Level.Line::rest);
    }
    return line;
  }

  private static CaseTotals totals(
      CompiledMetric metric, CompiledMetric.Totals cells, Map<Key, Cells> byPeriod) {
    long[] all = new long[7];
    boolean plain = metric.windows().isPlain();
    int measured = metric.windows().measured().size();
    byPeriod.forEach(
        (key, row) -> {
          Long at = key.period();
          if (!plain && at != null && at >= 0 && at < measured) {
            return;
          }
          long decided = row.number(cells.decided());
          long indeterminate = row.number(cells.indeterminate());
          Long period = key.period();
          all[0] += row.number(cells.all());
          if (period != null && period == OUTSIDE) {
            all[6] += decided + indeterminate;
          } else {
            all[2] += indeterminate;
            if (period == null) {
              all[6] += decided;
            } else {
              all[1] += decided;
            }
          }
          all[3] += row.number(cells.open());
          all[4] += row.number(cells.voided());
          all[5] += row.number(cells.notQualified());
        });
    return new CaseTotals(metric.id(), all[0], all[1], all[2], all[3], all[4], all[5], all[6]);
  }

  /** The cells of a metric and period, added up. */
  static final class Cells {
    private final @Nullable BigInteger[] values;

    Cells(int size) {
      values = new BigInteger[size];
    }

    void add(@Nullable BigInteger[] more) {
      for (int i = 0; i < more.length; i++) {
        BigInteger value = more[i];
        BigInteger before = values[i];
        if (value != null) {
          values[i] = before == null ? value : before.add(value);
        }
      }
    }

    long number(int cell) {
      BigInteger value = values[cell];
      return value == null ? 0 : value.longValueExact();
    }

    Optional<BigInteger> value(int cell) {
      return Optional.ofNullable(values[cell]);
    }
  }
}
