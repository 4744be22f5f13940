package org.plumbline.evaluate.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.evaluate.Engine;

/** The times of cases that a clock does not count, held until the cases are told. */
final class UncountedTimes {

  private static final long[] NONE = {};

  private final Map<String, List<long[]>> byCase = new HashMap<>();
  private final long most;
  private long times;

  /**
   * Nothing yet.
   *
   * @param most so many times are held
   */
  UncountedTimes(long most) {
    this.most = most;
  }

  /** The plan of the times, in order, of what tells whose time all of it was. */
  static Plan plan(Plan intervals) {
    Plan uncounted =
        new Plan.Filter(
            intervals,
            Expression.equal(Expression.column("o counted"), Expression.number(0)),
            "what does not count");
    return new Plan.Top(
        uncounted, List.of(new Plan.Order("o f", false)), Long.MAX_VALUE, "in order");
  }

  /** The plan of the cases with their names. */
  static Plan cases(Plan outcomes, List<String> columns) {
    List<Named> told = new ArrayList<>();
    columns.forEach(column -> told.add(new Named("n " + column, Expression.column("o " + column))));
    told.add(new Named("n name", Expression.column("o case_key")));
    told.add(new Named("n of", Expression.column("o part")));
    return new Plan.Extend(outcomes, List.of(), told, "what is asked of each row");
  }

  /** Holds a time, if it is not one too many. */
  void add(SqlRow row) {
    times++;
    if (!areTooMany()) {
      byCase
          .computeIfAbsent(name(row.text("o key"), row.whole("o part")), any -> new ArrayList<>())
          .add(new long[] {row.whole("o f"), row.whole("o u")});
    }
  }

  boolean areTooMany() {
    return times > most;
  }

  /** Tells a case. */
  void tell(SqlRow row, long[] numbers, Engine.PausedCase cases) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = row.whole(i, Long.MIN_VALUE);
    }
    List<long[]> own =
        byCase.getOrDefault(
            name(row.text(numbers.length), row.whole(numbers.length + 1, 0)), List.of());
    cases.tell(
        numbers, own.isEmpty() ? NONE : own.stream().flatMapToLong(Arrays::stream).toArray());
  }

  private static String name(@Nullable String key, long part) {
    return part + " " + key;
  }
}
