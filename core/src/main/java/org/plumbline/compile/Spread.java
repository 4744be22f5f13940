package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.plus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.plumbline.agreement.Windows;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;

/** Rows that have a place, counted in every stretch that has it (docs/meaning.md 17). */
final class Spread {

  /** Counts rows by the column {@code period}, after they have been made ready. */
  @FunctionalInterface
  interface Counting {
    Plan of(UnaryOperator<Plan> before);
  }

  private final String id;
  private final Windows windows;
  private final LookUpTable table;

  Spread(String id, Windows windows, Context context) {
    this.id = id;
    this.windows = windows;
    table = new LookUpTable(context.tables().unique("windows " + id), windows.places().size());
    if (!windows.isPlain()) {
      context.tables().add(table);
    }
  }

  Windows windows() {
    return windows;
  }

  /**
   * The counts of each stretch; beside them, if the stretches are not the periods, those by place,
   * numbered after all stretches.
   */
  List<Plan> of(Counting counting) {
    if (windows.isPlain()) {
      return List.of(counting.of(UnaryOperator.identity()));
    }
    return List.of(counting.of(this::repeated), counting.of(this::byPlace));
  }

  private Plan byPlace(Plan rows) {
    Expression place = column("period");
    return replaced(
        rows,
        choose(atMost(number(0), place), plus(place, number(windows.measured().size())), place),
        "by place");
  }

  /** Each row once for each stretch that has its place. */
  private Plan repeated(Plan rows) {
    List<String> names = new Schemas().names(rows);
    Frame frame = new Frame(rows);
    frame.filter(atMost(number(0), column("period")), id + ": in the performance period");
    Expression first = read(frame, "first window", place -> windows.measuredAt(place).first());
    Expression last = read(frame, "last window", place -> windows.measuredAt(place).last());
    Plan repeated =
        new Plan.Repeat(
            frame.plan(), first, last, "window", names, id + ": in each window that has its day");
    return replaced(repeated, column("window"), "by window");
  }

  private Expression read(Frame frame, String name, java.util.function.IntToLongFunction value) {
    Column read = table.column(table.name() + ": " + name, value);
    return frame.lookUp(
        name, table, column("period"), List.of(read), TimeTables.column(read), "windows");
  }

  private Plan replaced(Plan rows, Expression period, String note) {
    List<String> kept = new ArrayList<>(new Schemas().names(rows));
    kept.remove("period");
    kept.remove("window");
    return new Plan.Extend(rows, kept, List.of(new Named("period", period)), id + ": " + note);
  }
}
