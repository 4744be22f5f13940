package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Holds;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;

/** A result as one sentence, with its counts. */
final class ResultWording {

  private final Agreement agreement;
  private final Names names;
  private final ClockWords clocks;
  private final QuantityWords quantities;
  private final LevelWords levels;

  ResultWording(
      Agreement agreement,
      Names names,
      ClockWords clocks,
      QuantityWords quantities,
      LevelWords levels) {
    this.agreement = agreement;
    this.names = names;
    this.clocks = clocks;
    this.quantities = quantities;
    this.levels = levels;
  }

  /** The result in one sentence. */
  String sentence(Result result) {
    Metric metric = agreement.metrics().get(result.metric());
    if (metric == null) {
      throw new IllegalArgumentException("no metric " + result.metric());
    }
    String when = "in " + PeriodWords.name(result.period());
    String each =
        result
            .each()
            .flatMap(value -> metric.each().map(field -> ", " + Phrases.words(field) + " " + value))
            .orElse("");
    return Phrases.sentence(when + each + " " + told(metric, result) + ": " + outcome(result));
  }

  /** The status in words, with what it would be and why: {@code not due (so far: met)}. */
  String outcome(Result result) {
    StringBuilder text = new StringBuilder(result.status().words());
    result
        .wouldBe()
        .ifPresent(
            status -> text.append(soFar(result.status())).append(status.words()).append(")"));
    boolean said = result.status() == Status.NO_DATA;
    if (!result.reason().isEmpty() && !said) {
      text.append("; ").append(result.reason());
    }
    return text.toString();
  }

  private static String soFar(Status status) {
    return switch (status) {
      case NOT_JUDGED -> " (it would be ";
      case CONTESTED -> " (as it stands ";
      default -> " (so far ";
    };
  }

  private String told(Metric metric, Result result) {
    List<LineResult> lines =
        result.targetLines().stream().filter(line -> line.line().rest() == 0).toList();
    boolean noCases = lines.stream().allMatch(line -> line.holds() == Holds.NO_CASES);
    if (noCases) {
      return "there were no " + quantities.population(metric, where(metric));
    }
    if (metric.figureOrDefault() instanceof Quantity.ShareInTime share && lines.size() == 1) {
      return inTime(metric, share, result, lines.get(0));
    }
    return lines.size() == 1
        ? figure(metric, lines.get(0))
        : quantities.noun(metric) + " was " + Phrases.and(each(metric, lines));
  }

  private String inTime(Metric metric, Quantity.ShareInTime share, Result result, LineResult line) {
    Measurement measurement = line.measurement();
    Optional<Level.Line> term = term(metric, line);
    String tail = clocks.tail(metric);
    String within =
        clocks.route(metric)
            + term.flatMap(Level.Line::limit).map(limit -> " " + levels.limit(limit)).orElse("")
            + (tail.isEmpty() ? "" : " " + tail);
    StringBuilder text =
        new StringBuilder(names.party(metric.performing()))
            .append(" brought ")
            .append(
                measurement
                    .figure()
                    .map(figure -> part(figure, line))
                    .orElse("an unknown share of"))
            .append(" ")
            .append(quantities.population(metric, share.where()))
            .append(" ")
            .append(within)
            .append(target(line))
            .append("; ")
            .append(misses(measurement, "late"));
    result.targetLines().stream()
        .filter(other -> other.line().rest() > 0)
        .forEach(other -> text.append("; of the rest ").append(shown(other)).append(target(other)));
    return text.toString();
  }

  private static String part(Exact figure, LineResult line) {
    if (figure.compareTo(Exact.of(1)) == 0) {
      return "all";
    }
    return figure.isZero()
        ? "none of the"
        : Numbers.ofEvery100(figure, line.bounds()) + " of every 100";
  }

  private static String misses(Measurement measurement, String word) {
    long late = measurement.cases() - measurement.holding();
    return Numbers.count(late)
        + " of "
        + Numbers.count(measurement.cases())
        + (late == 1 ? " was " : " were ")
        + word
        + unknown(measurement);
  }

  private static String unknown(Measurement measurement) {
    return measurement.indeterminate() == 0
        ? ""
        : ", and of "
            + Numbers.counted(measurement.indeterminate(), "more case", "more cases")
            + " it cannot be said";
  }

  private String figure(Metric metric, LineResult line) {
    Measurement measurement = line.measurement();
    StringBuilder text =
        new StringBuilder(quantities.noun(metric))
            .append(" was ")
            .append(shown(line))
            .append(target(line));
    Quantity quantity = metric.figureOrDefault();
    if (quantity instanceof Quantity.ShareOfCases) {
      text.append(", ")
          .append(Numbers.count(measurement.holding()))
          .append(" of ")
          .append(Numbers.count(measurement.cases()));
    } else if (!(quantity instanceof Quantity.CountOfCases)) {
      text.append(", over ").append(Numbers.counted(measurement.cases(), "case", "cases"));
    }
    return text.append(unknown(measurement)).toString();
  }

  private List<String> each(Metric metric, List<LineResult> lines) {
    List<String> parts = new ArrayList<>();
    for (LineResult line : lines) {
      String cases = term(metric, line).map(term -> levels.applies(term.applies())).orElse("");
      String of = cases.isEmpty() ? "all" : cases;
      Measurement measurement = line.measurement();
      parts.add(
          line.holds() == Holds.NO_CASES
              ? "not counted for " + of + ", of which there were none"
              : shown(line)
                  + " of "
                  + of
                  + " ("
                  + Numbers.count(measurement.holding())
                  + " of "
                  + Numbers.count(measurement.cases())
                  + unknown(measurement)
                  + (line.bounds().isEmpty()
                      ? ""
                      : "; target: " + LevelWords.stood(line.bounds(), line.measurement().unit()))
                  + ")");
    }
    return parts;
  }

  private static String shown(LineResult line) {
    return line.measurement()
        .figure()
        .map(figure -> Numbers.figure(figure, line.measurement().unit(), line.bounds()))
        .orElse("unknown");
  }

  private static String target(LineResult line) {
    return line.bounds().isEmpty()
        ? ""
        : " (target: " + LevelWords.stood(line.bounds(), line.measurement().unit()) + ")";
  }

  private static Optional<Level.Line> term(Metric metric, LineResult line) {
    if (metric.target() instanceof Level.Lines lines && line.line().line() < lines.lines().size()) {
      return Optional.of(lines.lines().get(line.line().line()));
    }
    return Optional.empty();
  }

  private static Optional<org.plumbline.agreement.Condition> where(Metric metric) {
    Quantity quantity = metric.figureOrDefault();
    if (quantity instanceof Quantity.ShareInTime share) {
      return share.where();
    }
    return quantity instanceof Quantity.ShareOfCases share ? share.where() : Optional.empty();
  }
}
