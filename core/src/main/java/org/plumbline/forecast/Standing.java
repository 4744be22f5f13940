package org.plumbline.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Judge;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.judge.Surroundings;

/**
 * How an agreement stands at a moment, and how it would stand with other counts of one period. Each
 * answer is the judge’s own, so that a forecast never decides otherwise than the result will.
 */
final class Standing {

  private final Agreement agreement;
  private final List<Measurement> measured;
  private final Instant asOf;
  private final Surroundings known;
  private final Map<Of, List<Measurement>> needed = new LinkedHashMap<>();

  /** One metric and value of {@code each} in one period. */
  record Of(String metric, Optional<String> each, ReportingPeriod period) {
    /** What a result is of. */
    static Of result(Result result) {
      return new Of(result.metric(), result.each(), result.period());
    }
  }

  Standing(Agreement agreement, List<Measurement> measured, Instant asOf, Surroundings known) {
    this.agreement = agreement;
    this.measured = List.copyOf(measured);
    this.asOf = asOf;
    this.known = known;
  }

  /** All that was counted. */
  List<Measurement> measured() {
    return measured;
  }

  /** The lines of one series and period, by their ids. */
  Map<LineId, Measurement> lines(Of of) {
    Map<LineId, Measurement> lines = new LinkedHashMap<>();
    measured.stream().filter(each -> is(each, of)).forEach(each -> lines.put(each.line(), each));
    return lines;
  }

  private static boolean is(Measurement each, Of of) {
    return each.metric().equals(of.metric())
        && each.period().equals(of.period())
        && each.each().equals(of.each());
  }

  /** The result with these lines in place of what was counted. */
  Result with(Of of, Map<LineId, Measurement> lines) {
    List<Measurement> all = new ArrayList<>(needed.computeIfAbsent(of, this::needed));
    all.addAll(lines.values());
    return Judge.judge(agreement, all, asOf, known).results().stream()
        .filter(result -> Of.result(result).equals(of))
        .findFirst()
        .orElseThrow();
  }

  /** What else the judge reads: the series’ other periods, and other metrics’ figures. */
  private List<Measurement> needed(Of of) {
    return measured.stream()
        .filter(each -> !is(each, of))
        .filter(
            each ->
                (each.metric().equals(of.metric()) && each.each().equals(of.each()))
                    || (each.each().isEmpty() && each.period().contains(of.period().until())))
        .toList();
  }

  /** What a result says of its figures, whatever the day. */
  static Status says(Result result) {
    return result.wouldBe().orElse(result.status());
  }

  /** The line’s answer if something came to it. */
  LineResult line(Of of, LineResult line, Measurement instead) {
    Map<LineId, Measurement> lines = lines(of);
    lines.put(instead.line(), instead);
    return with(of, lines).lines().stream()
        .filter(each -> each.line().equals(line.line()))
        .findFirst()
        .orElseThrow();
  }

  /** The greatest number up to {@code most} for which a test holds that fails for all above. */
  static OptionalLong most(long most, java.util.function.LongPredicate test) {
    if (most < 0 || !test.test(0)) {
      return OptionalLong.empty();
    }
    long low = 0;
    long high = most;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (test.test(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return OptionalLong.of(low);
  }

  /** The least number up to {@code most} for which a test holds that fails for all below. */
  static OptionalLong least(long most, java.util.function.LongPredicate test) {
    if (!test.test(most)) {
      return OptionalLong.empty();
    }
    long low = 0;
    long high = most;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (test.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return OptionalLong.of(low);
  }
}
