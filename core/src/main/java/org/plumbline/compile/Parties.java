package org.plumbline.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Turn;

/** The parties whose turns a set names, by number: nobody is 0, unassigned time -1. */
public final class Parties {

  private Parties() {}

  /** The number of each party. */
  public static Map<String, Long> numbers(List<Turn> turns) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put(Turn.NOBODY, 0L);
    for (Turn turn : turns) {
      numbers.putIfAbsent(turn.whose(), (long) numbers.size());
    }
    return numbers;
  }
}
