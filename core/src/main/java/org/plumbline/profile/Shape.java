package org.plumbline.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rows of a table are. */
public sealed interface Shape {

  /**
   * One row a case, with dates side by side.
   *
   * @param key positions of the columns that tell cases apart
   * @param keyReason why, as one sentence
   * @param moments positions of the moments, in the order in which they usually follow one another
   */
  record Cases(List<Integer> key, String keyReason, List<Integer> moments) implements Shape {

    /** Copies the lists. */
    public Cases {
      key = List.copyOf(key);
      moments = List.copyOf(moments);
    }
  }

  /**
   * One row an event: each says in which state it leaves its case.
   *
   * @param key the column of the case
   * @param at the column that says when
   * @param state the column of the state
   * @param cases how many cases there are
   * @param states the states, most frequent first, with the number of rows
   * @param first the states in which cases begin, most frequent first, with the number of cases
   * @param trails rows of each case in the order of time, by positions
   */
  record Log(
      int key,
      int at,
      int state,
      long cases,
      Map<String, Long> states,
      Map<String, Long> first,
      List<List<Integer>> trails)
      implements Shape {}

  /**
   * One row a month: figures that were counted elsewhere.
   *
   * @param month the column of the month
   * @param group the column that parts a month into rows, if there is one
   * @param ratios parts of wholes that stand side by side, the most likely first
   * @param figures columns of numbers
   */
  record Monthly(int month, Optional<Integer> group, List<Ratio> ratios, List<Integer> figures)
      implements Shape {

    /** Copies the lists. */
    public Monthly {
      ratios = List.copyOf(ratios);
      figures = List.copyOf(figures);
    }
  }

  /**
   * Two columns of counts, one a part of the other.
   *
   * @param of the part
   * @param to the whole
   * @param shown the column that says the same as a percentage, if there is one
   * @param reason why, as one sentence
   * @param achieved the ratio over all rows
   */
  record Ratio(int of, int to, Optional<Integer> shown, String reason, BigDecimal achieved) {}

  /**
   * None of the three.
   *
   * @param found what was found instead
   * @param right what would be right
   */
  record Unclear(String found, String right) implements Shape {}
}
