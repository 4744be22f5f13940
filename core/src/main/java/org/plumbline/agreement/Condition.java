package org.plumbline.agreement;

import java.util.List;

/**
 * Yes, no or unknown about a case or a result (language.md 3.2). A test of a missing value is
 * unknown, but for {@link Missing}; {@code all}, {@code any} and {@code none} follow three-valued
 * logic.
 *
 * <p>Subjects are names of moments and fields of the record set, the words {@code elapsed age hold
 * stage}, {@code PARTY.FACT}, and in conditions about a result the words of language.md 3.2.
 */
public sealed interface Condition {

  /** Every condition holds; the form of a map with several entries. Of none, it holds. */
  record All(List<Condition> conditions) implements Condition {
    /** Copies the list. */
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** At least one condition holds ({@code any: [C, …]}). */
  record Any(List<Condition> conditions) implements Condition {
    /** Copies the list. */
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** None of the conditions holds ({@code none: [C, …]}), the only negation. */
  record None(List<Condition> conditions) implements Condition {
    /** Copies the list. */
    public None {
      conditions = List.copyOf(conditions);
    }
  }

  /** The subject equals one of the values; a scalar is a list of one. */
  record OneOf(String subject, List<Literal> values) implements Condition {
    /** Copies the list. */
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** The subject compares with a value: {@code amount: {at-least: 2500.00 USD}}. */
  record Compares(String subject, Comparison comparison, Literal value) implements Condition {}

  /** A moment against a moment or a date: {@code approved: {by: latest-approval}}. */
  record Ordered(String subject, Order order, MomentTerm against) implements Condition {}

  /**
   * The subject has no value ({@code missing: true}) or has one ({@code missing: false}); never
   * unknown.
   */
  record Missing(String subject, boolean missing) implements Condition {}

  /** How a moment stands to another; at the coarser precision of the two. */
  enum Order {
    /** {@code by}: not after. */
    BY("by"),
    /** {@code before}: earlier. */
    BEFORE("before"),
    /** {@code from}: not before. */
    FROM("from"),
    /** {@code after}: later. */
    AFTER("after");

    private final String key;

    Order(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
