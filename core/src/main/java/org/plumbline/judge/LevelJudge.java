package org.plumbline.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.LineId.LevelKind;
import org.plumbline.evaluate.Measurement;

/** Puts the lines of target and minimum together: the worst line decides. */
final class LevelJudge {

  private final Metric metric;
  private final LineJudge lineJudge;
  private final Function<Level.Baseline, Baselines.Bound> baselines;

  private LevelJudge(
      Metric metric, LineJudge lineJudge, Function<Level.Baseline, Baselines.Bound> baselines) {
    this.metric = metric;
    this.lineJudge = lineJudge;
    this.baselines = baselines;
  }

  /**
   * A judge of one metric and period.
   *
   * @param baselines the bound that a baseline gives
   */
  static LevelJudge of(
      Metric metric, LineJudge lineJudge, Function<Level.Baseline, Baselines.Bound> baselines) {
    return new LevelJudge(metric, lineJudge, baselines);
  }

  Outcome judge(Map<LineId, Measurement> measured) {
    Optional<String> notYet =
        Stream.concat(Stream.of(metric.target()), metric.minimum().stream())
            .filter(Level.Baseline.class::isInstance)
            .map(level -> baselines.apply((Level.Baseline) level))
            .filter(bound -> bound.bound().isEmpty())
            .map(Baselines.Bound::reason)
            .findFirst();
    boolean promised =
        metric.target() instanceof Level.Lines || metric.target() instanceof Level.Baseline;
    if (!promised || notYet.isPresent()) {
      return reported(measured, notYet);
    }
    List<LineResult> lines = new ArrayList<>(lines(LevelKind.TARGET, metric.target(), measured));
    Holds targetHolds = all(lines);
    Holds minimumHolds = targetHolds;
    if (metric.minimum().isPresent()) {
      List<LineResult> minimumLines = lines(LevelKind.MINIMUM, metric.minimum().get(), measured);
      minimumHolds = minimumLines.isEmpty() ? targetHolds : all(minimumLines);
      lines.addAll(minimumLines);
    }
    return outcome(targetHolds, minimumHolds, lines);
  }

  private Outcome outcome(Holds target, Holds minimum, List<LineResult> lines) {
    return switch (target) {
      case YES -> new Outcome(Status.MET, howMet(lines), lines);
      case NO ->
          switch (minimum) {
            case YES -> new Outcome(Status.BELOW_EXPECTED, "", lines);
            case UNKNOWN -> indeterminate(lines, "below expected or not met");
            case NO, NO_CASES, NOT_JUDGED -> new Outcome(Status.NOT_MET, "", lines);
          };
      case UNKNOWN ->
          switch (minimum) {
            case NO -> new Outcome(Status.NOT_MET, "", lines);
            case YES -> indeterminate(lines, "met or below expected");
            case UNKNOWN, NO_CASES, NOT_JUDGED -> indeterminate(lines, "met or not met");
          };
      case NO_CASES ->
          switch (metric.noDataOrDefault()) {
            case NEITHER -> new Outcome(Status.NO_DATA, "there were no cases", lines);
            case MET ->
                new Outcome(
                    Status.MET, "there were no cases, which the agreement takes as met", lines);
            case NOT_MET ->
                new Outcome(
                    Status.NOT_MET,
                    "there were no cases, which the agreement takes as not met",
                    lines);
          };
      case NOT_JUDGED -> new Outcome(Status.NOT_JUDGED, notJudged(lines), lines);
    };
  }

  private Outcome reported(Map<LineId, Measurement> measured, Optional<String> notYet) {
    List<LineResult> lines = new ArrayList<>();
    measured.forEach((id, measurement) -> lines.add(lineJudge.reported(id, measurement)));
    String reason =
        notYet.orElse(
            metric.target() instanceof Level.Open
                ? "the target is still to be agreed"
                : "reported, not promised");
    return new Outcome(Status.NOT_JUDGED, reason, lines);
  }

  /** The line of a baseline: over the first line of the target. */
  private List<LineResult> ofBaseline(
      LineId id, Level.Baseline baseline, Map<LineId, Measurement> measured) {
    Measurement measurement = measured.get(LineId.target());
    return measurement == null
        ? List.of()
        : List.of(
            lineJudge.judge(
                id,
                baselines.apply(baseline).bound().stream().toList(),
                baseline.floor().filter(LineJudge::isOpen).isPresent(),
                measurement));
  }

  private List<LineResult> lines(LevelKind kind, Level written, Map<LineId, Measurement> measured) {
    if (written instanceof Level.Baseline baseline) {
      return ofBaseline(new LineId(kind, 0, 0), baseline, measured);
    }
    List<LineResult> results = new ArrayList<>();
    if (!(written instanceof Level.Lines level)) {
      return results;
    }
    for (int i = 0; i < level.lines().size(); i++) {
      Optional<Level.Line> line = Optional.of(level.lines().get(i));
      for (int rest = 0; line.isPresent(); rest++) {
        LineId id = new LineId(kind, i, rest);
        Optional<Measurement> measurement = measurement(id, line.get(), measured);
        if (measurement.isPresent()) {
          results.add(lineJudge.judge(id, line.get(), measurement.get()));
        }
        line = line.get().rest();
      }
    }
    return results;
  }

  /** A line of the minimum that counts the same cases as the target's need not be counted twice. */
  private Optional<Measurement> measurement(
      LineId id, Level.Line line, Map<LineId, Measurement> measured) {
    Measurement own = measured.get(id);
    if (own != null || id.level() == LevelKind.TARGET) {
      return Optional.ofNullable(own);
    }
    LineId ofTarget = new LineId(LevelKind.TARGET, id.line(), id.rest());
    return targetLine(id)
        .filter(other -> other.applies().equals(line.applies()))
        .filter(other -> other.limit().equals(line.limit()))
        .map(other -> measured.get(ofTarget));
  }

  private Optional<Level.Line> targetLine(LineId id) {
    if (!(metric.target() instanceof Level.Lines target) || id.line() >= target.lines().size()) {
      return Optional.empty();
    }
    Optional<Level.Line> line = Optional.of(target.lines().get(id.line()));
    for (int rest = 0; rest < id.rest(); rest++) {
      line = line.flatMap(Level.Line::rest);
    }
    return line;
  }

  private static Outcome indeterminate(List<LineResult> lines, String between) {
    return new Outcome(Status.INDETERMINATE, between + ": " + unknown(lines), lines);
  }

  private static Holds all(List<LineResult> lines) {
    return lines.stream().map(LineResult::holds).reduce(Holds.NO_CASES, Holds::and);
  }

  private static String howMet(List<LineResult> lines) {
    boolean lowVolume =
        lines.stream().anyMatch(line -> line.means() == LineResult.Means.LOW_VOLUME);
    return lowVolume ? "so few cases that the agreed number of misses still meets" : "";
  }

  private static String unknown(List<LineResult> lines) {
    boolean byValue =
        lines.stream()
            .filter(line -> line.holds() == Holds.UNKNOWN)
            .anyMatch(
                line ->
                    line.bounds().stream()
                        .anyMatch(bound -> bound.in(line.measurement().unit()).isEmpty()));
    return byValue
        ? "it cannot be said which bound applies"
        : "it depends on cases of which it cannot be said";
  }

  private String notJudged(List<LineResult> lines) {
    boolean lowVolume = lines.stream().anyMatch(line -> lineJudge.isLowVolume(line.measurement()));
    if (lowVolume && metric.lowVolume().isPresent()) {
      return "fewer than " + metric.lowVolume().get().below() + " cases: reported, not judged";
    }
    return "a limit or a bound is still to be agreed or not given: reported, not judged";
  }
}
