package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.less;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.exclusion.DeclaredTime;

/** The times that exclusions take out, as far as they lie inside lives (docs/meaning.md 19). */
final class ExcludedTimes {

  private final Context context;
  private final List<DeclaredTime> times;
  private final List<String> order;

  /** Times that are disjoint and in order. */
  ExcludedTimes(Context context, List<DeclaredTime> times) {
    this.context = context;
    this.times = times;
    order = List.copyOf(context.agreement().exclusions().keySet());
  }

  /**
   * Each life once for each time that it meets, with {@code out from}, {@code out until} and {@code
   * out no}: the number of the exclusion, from 1.
   */
  Plan inside(Plan lives, Expression start, Expression end) {
    List<String> names = new Schemas().names(lives);
    Horizon horizon = context.tables().horizon();
    String id = context.tables().unique("excluded times");
    Frame frame = new Frame(lives);
    Expression first =
        context
            .tables()
            .ofDate(
                frame,
                instant(start),
                new DateFunction(id + " from", date -> endingAfter(horizon.startOfDay(date))),
                "first excluded");
    Expression last =
        context
            .tables()
            .ofDate(
                frame,
                instant(end),
                new DateFunction(
                    id + " until", date -> beginningBefore(horizon.startOfDay(date + 1))),
                "last excluded");
    Frame repeated =
        new Frame(
            new Plan.Repeat(frame.plan(), first, last, "out", names, "for each excluded time"));
    LookUpTable table = new LookUpTable(id, times.size());
    context.tables().add(table);
    put(repeated, table, "out from", at -> times.get(at).from());
    put(repeated, table, "out until", at -> times.get(at).until());
    put(repeated, table, "out no", at -> order.indexOf(times.get(at).exclusion()) + 1L);
    repeated.filter(
        and(less(column("out from"), end), less(start, column("out until"))), "inside the life");
    List<String> kept = new ArrayList<>(names);
    kept.addAll(List.of("out from", "out until", "out no"));
    return new Plan.Extend(repeated.plan(), kept, List.of(), "excluded times inside lives");
  }

  private static void put(Frame frame, LookUpTable table, String name, IntToLongFunction value) {
    Column read = table.column(table.name() + ": " + name, value);
    Expression found =
        frame.lookUp(
            name, table, column("out"), List.of(read), TimeTables.column(read), "excluded");
    if (!found.equals(column(name))) {
      frame.put(name, found, "excluded");
    }
  }

  private static MomentValue instant(Expression at) {
    return new MomentValue(at, Precision.INSTANT, true, true);
  }

  /** The first time that ends after an instant. */
  private long endingAfter(long instant) {
    int found = 0;
    while (found < times.size() && times.get(found).until() <= instant) {
      found++;
    }
    return found;
  }

  /** The last time that begins before an instant; -1 if there is none. */
  private long beginningBefore(long instant) {
    int found = times.size() - 1;
    while (found >= 0 && times.get(found).from() >= instant) {
      found--;
    }
    return found;
  }
}
