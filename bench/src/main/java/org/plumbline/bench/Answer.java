package org.plumbline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.evaluate.Exact;

/**
 * What an evaluation has to say about the agreements of these benchmarks, whoever computed it.
 *
 * @param figures what was counted for each line and month
 * @param totals where all tickets went for each metric
 */
record Answer(List<Figure> figures, List<Totals> totals) {

  Answer {
    figures = List.copyOf(figures);
    totals = List.copyOf(totals);
  }

  /**
   * A figure of one line of the target in one month; lines and months without any case have none.
   *
   * @param period the month's name
   * @param low what the figure is at the least, whatever becomes of the indeterminate
   * @param high what it is at the most
   */
  record Figure(
      String metric,
      int line,
      String period,
      long cases,
      long holding,
      long indeterminate,
      Optional<Exact> figure,
      Optional<Exact> low,
      Optional<Exact> high) {

    private String name() {
      return metric + " " + line + " " + period;
    }
  }

  /** Where all tickets went; the parts add up to {@code all}. */
  record Totals(
      String metric,
      long all,
      long counted,
      long indeterminate,
      long open,
      long voided,
      long notQualified) {}

  /** Every count in which the other answer differs, in words; empty when the two are the same. */
  List<String> differences(Answer other) {
    List<String> differences = new ArrayList<>();
    compare(figures, other.figures, Figure::name, differences);
    compare(totals, other.totals, Totals::metric, differences);
    return differences;
  }

  private static <T> void compare(
      List<T> ours, List<T> theirs, Function<T, String> name, List<String> differences) {
    Map<String, T> left = byName(ours, name);
    Map<String, T> right = byName(theirs, name);
    Map<String, Boolean> names = new TreeMap<>();
    left.keySet().forEach(key -> names.put(key, true));
    right.keySet().forEach(key -> names.put(key, true));
    for (String key : names.keySet()) {
      if (!Objects.equals(left.get(key), right.get(key))) {
        differences.add(left.get(key) + " is not " + right.get(key));
      }
    }
  }

  private static <T> Map<String, T> byName(List<T> list, Function<T, String> name) {
    return list.stream().collect(Collectors.toMap(name, Function.identity()));
  }
}
