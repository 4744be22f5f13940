package org.plumbline.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Measurement;

/**
 * A result that is not the same in two evaluations.
 *
 * @param before the one; empty if there was none
 * @param after the other; empty if there is none
 */
public record Changed(Optional<Result> before, Optional<Result> after) {

  /** What a result is of. */
  private record Of(String metric, ReportingPeriod period, Optional<String> each) {
    static Of result(Result result) {
      return new Of(result.metric(), result.period(), result.each());
    }
  }

  /** The results that are not the same, in the order of the one, then those of the other alone. */
  public static List<Changed> between(Results one, Results other) {
    Map<Of, Result> before = new LinkedHashMap<>();
    one.results().forEach(result -> before.put(Of.result(result), result));
    Map<Of, Result> after = new LinkedHashMap<>();
    other.results().forEach(result -> after.put(Of.result(result), result));
    List<Changed> changed = new ArrayList<>();
    before.forEach(
        (of, result) -> {
          Optional<Result> now = Optional.ofNullable(after.get(of));
          if (now.isEmpty() || !same(result, now.get())) {
            changed.add(new Changed(Optional.of(result), now));
          }
        });
    after.forEach(
        (of, result) -> {
          if (!before.containsKey(of)) {
            changed.add(new Changed(Optional.empty(), Optional.of(result)));
          }
        });
    return List.copyOf(changed);
  }

  private static boolean same(Result one, Result other) {
    return one.status() == other.status()
        && one.wouldBe().equals(other.wouldBe())
        && lines(one).equals(lines(other));
  }

  private static List<Measurement> lines(Result result) {
    return result.lines().stream().map(LineResult::measurement).toList();
  }

  /** The one of the two that is there. */
  public Result either() {
    return before.or(() -> after).orElseThrow();
  }

  /** Whether it is of the same metric, period and value of {@code each} as a result. */
  public boolean isOf(Result result) {
    return Of.result(either()).equals(Of.result(result));
  }

  /** Whether what it means is not the same, beside its figures. */
  public boolean turns() {
    return !before.map(Changed::answer).equals(after.map(Changed::answer));
  }

  /** What a result says, or would say once its period is over and complete. */
  private static Status answer(Result result) {
    return result.wouldBe().orElse(result.status());
  }
}
