package org.plumbline.remedy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Money;

/**
 * One thing that follows from results.
 *
 * @param kind what it is
 * @param owedBy who owes it
 * @param owedTo to whom
 * @param text the action or the right in the agreement's words; empty for points and money
 * @param amount money to the cent, below zero where money goes back; empty where it is no money or
 *     cannot be said
 * @param points points given
 * @param owner the role that sees to it
 * @param due last day, counted from the issue of the report
 * @param dueIsExpected whether the report is not issued yet, so that the day is the expected one
 * @param steps how it came about, in order
 */
public record Posting(
    PostingId id,
    Kind kind,
    String owedBy,
    String owedTo,
    String text,
    Optional<Money> amount,
    Optional<BigDecimal> points,
    Standing standing,
    Optional<String> owner,
    Optional<LocalDate> due,
    boolean dueIsExpected,
    List<String> toInclude,
    Optional<String> clause,
    List<Step> steps) {

  /** Copies the lists. */
  public Posting {
    toInclude = List.copyOf(toInclude);
    steps = List.copyOf(steps);
  }

  /** What a posting is. */
  public enum Kind {
    /** Something to be done. */
    ACTION("action"),
    /** Something that the other party may now do. */
    RIGHT("right"),
    /** Points. */
    POINTS("points"),
    /** Money. */
    CREDIT("credit"),
    /** Money that goes back. */
    EARN_BACK("earn-back");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The word for it. */
    public String key() {
      return key;
    }

    /** Whether it is money. */
    public boolean isMoney() {
      return this == CREDIT || this == EARN_BACK;
    }
  }

  /** The steps of one kind. */
  public <S extends Step> List<S> steps(Class<S> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether it may still change, because something that it rests on is not settled or billed. */
  public boolean isPreliminary() {
    return !steps(Step.NotSettled.class).isEmpty()
        || steps(Step.Base.class).stream().anyMatch(Step.Base::estimated);
  }
}
