package org.plumbline.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.LineId.LevelKind;
import org.plumbline.evaluate.Measurement;

/**
 * The clocks of a metric's cases, kept so that the share in time under any other limits is worked
 * out without the records, and is the same to the last case.
 *
 * <p>Cases that no limit moves (unusable rows, cases of which a line is unknown) are what the first
 * evaluation counted beyond these; they are added as they are.
 */
public final class KeptClock {

  private final String metric;
  private final List<ReportingPeriod> periods;
  private final List<Kind> kinds;
  private final List<List<KeptCases>> cases;
  private final Map<Place, Beyond> beyond = new HashMap<>();

  /** A line of the target and a period, by number. */
  private record Place(int line, int period) {}

  /** What no limit moves. */
  private record Beyond(long cases, long indeterminate, long open) {
    static final Beyond NONE = new Beyond(0, 0, 0);
  }

  private KeptClock(
      String metric, List<ReportingPeriod> periods, List<Kind> kinds, List<List<KeptCases>> cases) {
    this.metric = metric;
    this.periods = periods;
    this.kinds = kinds;
    this.cases = cases;
  }

  /**
   * Keeps clocks, held against what was counted.
   *
   * @param periods of the metric
   * @param cases by kind and period
   * @param counted what the first evaluation counted of the metric as it is
   * @return empty if they do not say what was counted
   */
  static Optional<KeptClock> of(
      String id,
      Metric metric,
      List<ReportingPeriod> periods,
      List<Kind> kinds,
      List<List<KeptCases>> cases,
      List<Measurement> counted) {
    KeptClock kept = new KeptClock(id, periods, kinds, cases);
    return kept.agrees(metric, counted) ? Optional.of(kept) : Optional.empty();
  }

  /** Writes the cases, and what no limit moves. */
  void write(DataOutputStream out) throws IOException {
    for (List<KeptCases> ofKind : cases) {
      for (KeptCases each : ofKind) {
        each.write(out);
      }
    }
    out.writeInt(beyond.size());
    for (Map.Entry<Place, Beyond> each : beyond.entrySet()) {
      out.writeInt(each.getKey().line());
      out.writeInt(each.getKey().period());
      out.writeLong(each.getValue().cases());
      out.writeLong(each.getValue().indeterminate());
      out.writeLong(each.getValue().open());
    }
  }

  /** Reads what was written of a metric of the same text. */
  static KeptClock read(DataInputStream in, Agreement text, String id, Metric metric)
      throws IOException {
    List<ReportingPeriod> periods = Windows.of(text, metric).periods();
    List<Kind> kinds = Kind.of(metric);
    List<List<KeptCases>> cases = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      List<KeptCases> ofKind = new ArrayList<>();
      for (int period = 0; period < periods.size(); period++) {
        ofKind.add(KeptCases.read(in));
      }
      cases.add(ofKind);
    }
    KeptClock kept = new KeptClock(id, periods, kinds, cases);
    int places = in.readInt();
    for (int i = 0; i < places; i++) {
      kept.beyond.put(
          new Place(in.readInt(), in.readInt()),
          new Beyond(in.readLong(), in.readLong(), in.readLong()));
    }
    return kept;
  }

  private boolean agrees(Metric written, List<Measurement> counted) {
    Optional<List<Measurement>> own = measure(written);
    if (own.isEmpty() || own.get().size() != counted.size()) {
      return false;
    }
    Map<List<Object>, Measurement> byKey = new HashMap<>();
    own.get().forEach(each -> byKey.put(List.of(each.line(), each.period()), each));
    for (Measurement each : counted) {
      Measurement kept = byKey.get(List.of(each.line(), each.period()));
      if (kept == null
          || kept.holding() != each.holding()
          || kept.cases() > each.cases()
          || kept.indeterminate() > each.indeterminate()
          || kept.open() > each.open()
          || each.down().isPresent()
          || each.each().isPresent()) {
        return false;
      }
      beyond.put(
          new Place(each.line().line(), periods.indexOf(each.period())),
          new Beyond(
              each.cases() - kept.cases(),
              each.indeterminate() - kept.indeterminate(),
              each.open() - kept.open()));
    }
    return Set.copyOf(counted).equals(Set.copyOf(measure(written).orElseThrow()));
  }

  /**
   * What is measured under other limits; empty if the levels are not of limits in the clock's unit,
   * a line for each line that was kept, with the same choices.
   */
  public Optional<List<Measurement>> measure(Metric other) {
    Optional<List<Threshold>> target = thresholds(other.target());
    Optional<List<Threshold>> minimum =
        other.minimum().isEmpty() ? target : thresholds(other.minimum().get());
    if (target.isEmpty() || minimum.isEmpty()) {
      return Optional.empty();
    }
    int lines = 1 + kinds.stream().mapToInt(Kind::line).max().orElse(-1);
    List<Measurement> measurements = new ArrayList<>();
    for (int period = 0; period < periods.size(); period++) {
      for (int line = 0; line < lines; line++) {
        Counts counts = counts(line, period, target.get(), minimum.get());
        measurements.add(measurement(LevelKind.TARGET, line, period, counts, counts.within()));
        if (other.minimum().isPresent()) {
          measurements.add(measurement(LevelKind.MINIMUM, line, period, counts, counts.low()));
        }
      }
    }
    return Optional.of(measurements);
  }

  /** What is counted of a line in a period. */
  private record Counts(long decided, long within, long low, long undecided, long open) {}

  private Counts counts(int line, int period, List<Threshold> target, List<Threshold> minimum) {
    long decided = 0;
    long within = 0;
    long low = 0;
    long undecided = 0;
    long open = 0;
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i).line() == line) {
        KeptCases own = cases.get(i).get(period);
        Threshold last = Threshold.last(List.of(target.get(i), minimum.get(i)));
        decided += own.decided(last);
        within += own.within(target.get(i).within());
        low += own.within(minimum.get(i).within());
        undecided += own.undecided(last);
        open += own.open(last);
      }
    }
    return new Counts(decided, within, low, undecided, open);
  }

  private Measurement measurement(
      LevelKind level, int line, int period, Counts counts, long holding) {
    Beyond more = beyond.getOrDefault(new Place(line, period), Beyond.NONE);
    long decided = counts.decided() + more.cases();
    long unknown = counts.undecided() + more.indeterminate();
    return new Measurement(
        metric,
        periods.get(period),
        new LineId(level, line, 0),
        Optional.empty(),
        decided,
        holding,
        unknown,
        counts.open() + more.open(),
        FigureUnit.SHARE,
        ratio(holding, decided),
        ratio(holding, decided + unknown),
        ratio(holding + unknown, decided + unknown));
  }

  private static Optional<Exact> ratio(long of, long to) {
    return to == 0 ? Optional.empty() : Optional.of(Exact.ratio(of, to));
  }

  /** By kind. */
  private Optional<List<Threshold>> thresholds(Level level) {
    if (!(level instanceof Level.Lines written)) {
      return Optional.empty();
    }
    List<Threshold> thresholds = new ArrayList<>();
    for (Kind kind : kinds) {
      Optional<List<Threshold>> choices =
          kind.line() < written.lines().size()
              ? written.lines().get(kind.line()).limit().flatMap(Threshold::of)
              : Optional.empty();
      if (choices.isEmpty() || kind.choice() >= Math.max(choices.get().size(), choices(kind))) {
        return Optional.empty();
      }
      thresholds.add(choices.get().get(choices.get().size() == 1 ? 0 : kind.choice()));
    }
    return Optional.of(thresholds);
  }

  /** How many choices the line of a kind has. */
  private int choices(Kind of) {
    return 1
        + kinds.stream()
            .filter(kind -> kind.line() == of.line())
            .mapToInt(Kind::choice)
            .max()
            .orElse(0);
  }
}
