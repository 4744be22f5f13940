package org.plumbline.judge;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.LineId;

/**
 * What one metric's figures of one period mean.
 *
 * @param metric id of the metric
 * @param period the reporting period
 * @param each the value of the {@code each} field; empty without {@code each}
 * @param status what it means
 * @param wouldBe what it would be if the period ended now, were whole, or were complete; empty
 *     where the status is itself the answer
 * @param reason why, in plain words without a full stop; empty where the figures alone say it
 * @param lines the lines of target and minimum in order; never empty
 */
public record Result(
    String metric,
    ReportingPeriod period,
    Optional<String> each,
    Status status,
    Optional<Status> wouldBe,
    String reason,
    List<LineResult> lines) {

  /** Copies the list. */
  public Result {
    lines = List.copyOf(lines);
  }

  /** The lines of the target in order, {@code rest} lines included. */
  public List<LineResult> targetLines() {
    return lines.stream().filter(line -> line.line().level() == LineId.LevelKind.TARGET).toList();
  }

  /** The line whose figure stands for the whole, where the target has one line only. */
  public Optional<LineResult> headline() {
    List<LineResult> first =
        targetLines().stream().filter(line -> line.line().rest() == 0).toList();
    return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
  }

  /** Decided cases of all target lines. */
  public long cases() {
    return targetLines().stream()
        .filter(line -> line.line().rest() == 0)
        .mapToLong(line -> line.measurement().cases())
        .sum();
  }

  /** Indeterminate cases of all target lines. */
  public long indeterminate() {
    return targetLines().stream()
        .filter(line -> line.line().rest() == 0)
        .mapToLong(line -> line.measurement().indeterminate())
        .sum();
  }
}
