package org.plumbline.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Results that pending requests could change (design 4.7; docs/meaning.md 23): they are contested,
 * and say what they would be without the requests.
 */
public final class Contested {

  private Contested() {}

  /**
   * The results as they stand while requests are pending.
   *
   * @param results without anything that is pending
   * @param pending what would change, by what would be granted, with its verb: {@code request a is}
   * @param brief a result in a few words, with its figure
   */
  public static Results of(
      Results results, Map<String, List<Changed>> pending, Function<Result, String> brief) {
    List<Result> stated = new ArrayList<>();
    for (Result result : results.results()) {
      Map<String, String> could = new LinkedHashMap<>();
      pending.forEach(
          (name, changes) ->
              changes.stream()
                  .filter(change -> change.isOf(result) && change.turns())
                  .map(change -> change.after().map(brief).orElse("no result"))
                  .filter(after -> !could.containsValue(after))
                  .forEach(after -> could.put(name, after)));
      stated.add(could.isEmpty() || !isSettled(result) ? result : contested(result, could));
    }
    return new Results(results.agreement(), results.asOf(), stated);
  }

  /** Whether a result is an answer; what is not due or provisional stays that. */
  private static boolean isSettled(Result result) {
    return switch (result.status()) {
      case MET, BELOW_EXPECTED, NOT_MET, NO_DATA, INDETERMINATE -> true;
      case NOT_DUE, PROVISIONAL, CONTESTED, NOT_JUDGED -> false;
    };
  }

  private static Result contested(Result result, Map<String, String> could) {
    List<String> reasons = new ArrayList<>();
    could.forEach((name, after) -> reasons.add("if " + name + " granted: " + after));
    return new Result(
        result.metric(),
        result.period(),
        result.each(),
        Status.CONTESTED,
        Optional.of(result.status()),
        String.join("; ", reasons),
        result.lines());
  }
}
