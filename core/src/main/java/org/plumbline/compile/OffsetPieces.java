package org.plumbline.compile;

import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;

/** What the clock shows at an instant: the offset of the zone in each slot, with one change. */
final class OffsetPieces {

  private final TimeTables tables;
  private final LookUpTable instants;
  private final long firstSlot;
  private final long width;

  OffsetPieces(TimeTables tables, LookUpTable instants, long firstSlot, long width) {
    this.tables = tables;
    this.instants = instants;
    this.firstSlot = firstSlot;
    this.width = width;
  }

  Expression timeOfDay(Frame frame, MomentValue instant, String hint) {
    ZoneRules rules = tables.horizon().zone().getRules();
    List<Column> reads = new ArrayList<>();
    Column before =
        instants.column("instants: offset at start", slot -> offset(rules, start(slot)));
    reads.add(before);
    Column after =
        instants.column("instants: offset at end", slot -> offset(rules, start(slot + 1) - 1));
    Column change = instants.column("instants: offset changes", slot -> change(rules, slot));
    if (!rules.isFixedOffset()) {
      reads.add(after);
      reads.add(change);
    }
    return tables.guarded(
        instant,
        safe -> {
          Expression offset = TimeTables.column(before);
          if (!rules.isFixedOffset()) {
            offset =
                Expression.choose(
                    Expression.less(safe.value(), TimeTables.column(change)),
                    offset,
                    TimeTables.column(after));
          }
          Expression slot =
              Expression.minus(
                  Expression.call(Operation.DIVIDED_DOWN, safe.value(), Expression.number(width)),
                  Expression.number(firstSlot));
          Expression local = Expression.plus(safe.value(), offset);
          Expression days =
              Expression.call(
                  Operation.TIMES,
                  Expression.call(Operation.DIVIDED_DOWN, local, Expression.number(Horizon.DAY)),
                  Expression.number(Horizon.DAY));
          Expression inRange =
              safe.bounded()
                  ? slot
                  : Expression.least(
                      Expression.greatest(slot, Expression.number(0)),
                      Expression.number(instants.rows() - 1L));
          return frame.lookUp(
              hint, instants, inRange, reads, Expression.minus(local, days), "instants");
        });
  }

  private long start(int slot) {
    return (firstSlot + slot) * width;
  }

  private static long offset(ZoneRules rules, long micros) {
    return rules.getOffset(EpochMicros.toInstant(micros)).getTotalSeconds() * EpochMicros.SECOND;
  }

  private long change(ZoneRules rules, int slot) {
    ZoneOffsetTransition next = rules.nextTransition(EpochMicros.toInstant(start(slot) - 1));
    return next == null ? Long.MAX_VALUE : EpochMicros.of(next.getInstant());
  }
}
