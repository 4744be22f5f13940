package org.plumbline.compile;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.Segment;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;

/**
 * From an amount of working time to the earliest instant that has it before it: equal buckets of
 * working time, each with the offsets of the segments in it.
 */
final class InverseTable {

  private static final int MOST_ROWS = 1_000_000;
  private static final long[] MINUTES = {480, 240, 120, 60, 30, 15, 5, 1};

  private final List<Segment> segments;
  private final long bucket;
  private final LookUpTable table;
  private final List<Column> columns = new ArrayList<>();
  private final int pieces;

  InverseTable(String calendar, List<Segment> segments) {
    this.segments = segments;
    long total = segments.stream().mapToLong(Segment::micros).sum();
    long chosen = MINUTES[0] * EpochMicros.MINUTE;
    for (long minutes : MINUTES) {
      long candidate = minutes * EpochMicros.MINUTE;
      if (total / candidate > MOST_ROWS) {
        break;
      }
      chosen = candidate;
      if (piecesPerBucket(candidate) <= 2) {
        break;
      }
    }
    bucket = chosen;
    pieces = Math.max(1, piecesPerBucket(bucket));
    // One row beyond the end answers "nothing".
    int rows = (int) (total / bucket) + 2;
    table = new LookUpTable("instants by working time " + calendar, rows);
    lay(rows, total);
  }

  LookUpTable table() {
    return table;
  }

  private int piecesPerBucket(long size) {
    int most = 0;
    long done = 0;
    long last = -1;
    int here = 0;
    for (Segment segment : segments) {
      long from = done / size;
      long until = (done + segment.micros() - 1) / size;
      here = from == last ? here + 1 : 1;
      most = Math.max(most, here);
      if (until != from) {
        here = 1;
      }
      last = until;
      done += segment.micros();
    }
    return most;
  }

  private void lay(int rows, long total) {
    long[][] offsets = new long[pieces][rows];
    long[][] reaches = new long[pieces][rows];
    int segment = 0;
    long before = 0;
    for (int slot = 0; slot < rows; slot++) {
      long start = slot * bucket;
      while (segment < segments.size() && before + segments.get(segment).micros() <= start) {
        before += segments.get(segment).micros();
        segment++;
      }
      long done = before;
      for (int i = 0; i < pieces; i++) {
        int index = segment + i;
        boolean exists = index < segments.size() && done < start + bucket;
        offsets[i][slot] = exists ? segments.get(index).startMicros() - done : DataTable.NOTHING;
        done = exists ? done + segments.get(index).micros() : total;
        reaches[i][slot] = exists ? done : Long.MAX_VALUE;
      }
    }
    for (int i = 0; i < pieces; i++) {
      long[] offset = offsets[i];
      long[] reach = reaches[i];
      columns.add(table.column(table.name() + ": offset " + (i + 1), slot -> offset[slot]));
      columns.add(table.column(table.name() + ": reaches " + (i + 1), slot -> reach[slot]));
    }
  }

  Expression earliest(Frame frame, Expression target, String hint) {
    Expression wanted = Expression.greatest(target, Expression.number(1));
    Expression slot =
        Expression.least(
            Expression.call(
                Operation.DIVIDED_DOWN,
                Expression.minus(wanted, Expression.number(1)),
                Expression.number(bucket)),
            Expression.number(table.rows() - 1L));
    Expression result = Expression.plus(wanted, TimeTables.column(columns.get(2 * (pieces - 1))));
    for (int i = pieces - 2; i >= 0; i--) {
      result =
          Expression.choose(
              Expression.atMost(wanted, TimeTables.column(columns.get(2 * i + 1))),
              Expression.plus(wanted, TimeTables.column(columns.get(2 * i))),
              result);
    }
    return frame.lookUp(hint, table, slot, columns, result, "instants by working time");
  }
}
