package org.plumbline.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Turn;
import org.plumbline.calendar.EpochMicros;

/** Rows of intervals in order, as an engine brings them; neighbors of one turn become one. */
public final class IntervalRows {

  private static final long REOPENED = -1;
  private static final long UNASSIGNED = -2;

  private static final long FIRST_EXCLUDED = -3;

  private final List<Turn> turns;
  private final List<String> exclusions;
  private final Map<Integer, List<CaseInterval>> intervals;

  /**
   * Rows to be added to intervals.
   *
   * @param turns the turns of the set, in order
   * @param exclusions ids of the exclusions, in order
   * @param intervals by the number of the part; filled
   */
  public IntervalRows(
      List<Turn> turns, List<String> exclusions, Map<Integer, List<CaseInterval>> intervals) {
    this.turns = turns;
    this.exclusions = exclusions;
    this.intervals = intervals;
  }

  private String name(long turn) {
    if (turn <= FIRST_EXCLUDED) {
      return exclusions.get((int) (FIRST_EXCLUDED - turn));
    }
    return turn == REOPENED ? "reopened" : turn == UNASSIGNED ? "" : turns.get((int) turn).id();
  }

  private String party(long turn) {
    if (turn == UNASSIGNED) {
      return PartyTime.UNASSIGNED;
    }
    return turn < 0 ? Turn.NOBODY : turns.get((int) turn).whose();
  }

  /** Adds a row: a piece of a part's life, its turn by position. */
  public void add(int part, long from, long until, long turn, long open, boolean counted) {
    List<CaseInterval> list = intervals.computeIfAbsent(part, key -> new ArrayList<>());
    String name = name(turn);
    String party = party(turn);
    CaseInterval last = list.isEmpty() ? null : list.get(list.size() - 1);
    if (last != null && last.turn().equals(name) && last.party().equals(party)) {
      list.set(
          list.size() - 1,
          new CaseInterval(
              last.from(),
              EpochMicros.toInstant(until),
              party,
              name,
              last.openMicros() + open,
              counted));
    } else {
      list.add(
          new CaseInterval(
              EpochMicros.toInstant(from),
              EpochMicros.toInstant(until),
              party,
              name,
              open,
              counted));
    }
  }
}
