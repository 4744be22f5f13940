package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * What follows from results (language.md 6).
 *
 * @param when the trigger; empty: the result is not met
 * @param times how often it must hold; empty: once
 * @param owedBy empty: the performing party
 */
public record Remedy(
    Optional<Condition> when,
    Optional<Times> times,
    Effect effect,
    Optional<String> owedBy,
    Optional<String> owner,
    Optional<TimeAmount> due,
    List<String> toInclude,
    Optional<String> clause) {

  /** Copies the list. */
  public Remedy {
    toInclude = List.copyOf(toInclude);
  }

  /**
   * How often the trigger must hold.
   *
   * @param in of so many periods
   * @param running in a row
   */
  public record Times(int atLeast, Optional<Integer> in, Optional<Boolean> running) {}

  /** What follows. */
  public sealed interface Effect {
    /** Something to be done, tracked to closure. */
    record Action(String text) implements Effect {}

    /** Something the other party may now do. */
    record Right(String text) implements Effect {}

    /** Points, added to the period's. */
    record Points(Varying<Literal> points) implements Effect {}

    /**
     * Money.
     *
     * @param of {@code fees billed} or a pool
     * @param amount shares or money, may vary
     * @param atMost pools that cap it
     */
    record Credit(String of, Varying<Literal> amount, List<String> atMost) implements Effect {
      /** Copies the list. */
      public Credit {
        atMost = List.copyOf(atMost);
      }
    }

    /** Earn-back of the last amount that a remedy posted. */
    record Restores(String remedy) implements Effect {}
  }
}
