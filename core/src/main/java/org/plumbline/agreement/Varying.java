package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A value that may depend on the case, on a fact or on the date (language.md 3.3).
 *
 * @param <T> what varies
 */
public sealed interface Varying<T> {

  /** A value that does not vary. */
  record Fixed<T>(T value) implements Varying<T> {}

  /**
   * {@code [{when: C, is: X}, …, {when: otherwise, is: X}]}: the first choice whose condition
   * holds. While an earlier condition is unknown the value is unknown.
   */
  record ByCondition<T>(List<Choice<T>> choices) implements Varying<T> {
    /** Copies the list. */
    public ByCondition {
      choices = List.copyOf(choices);
    }
  }

  /** {@code [{from: DATE, is: X}, …]}: the latest {@code from} not after the day asked for. */
  record ByDate<T>(List<Dated<T>> steps) implements Varying<T> {
    /** Copies the list, in order of date. */
    public ByDate {
      steps = List.copyOf(steps);
    }
  }

  /** {@code {to-be-agreed: …}}: not agreed yet. */
  record Open<T>(ToBeAgreed open) implements Varying<T> {}

  /**
   * One choice.
   *
   * @param when its condition; empty: {@code otherwise}, which takes only what is <em>no</em> for
   *     all before it
   */
  record Choice<T>(Optional<Condition> when, Varying<T> is) {}

  /** One dated step, from its day (included) on. */
  record Dated<T>(LocalDate from, Varying<T> is) {}

  /** The value that does not vary. */
  static <T> Varying<T> of(T value) {
    return new Fixed<>(value);
  }

  /** The value, if it does not vary. */
  default Optional<T> fixed() {
    return this instanceof Fixed<T> fixed ? Optional.of(fixed.value()) : Optional.empty();
  }

  /** All values that it may have, each once, in the order written. */
  static <T> Set<T> values(Varying<T> varying) {
    Set<T> values = new LinkedHashSet<>();
    if (varying instanceof Fixed<T> fixed) {
      values.add(fixed.value());
    } else if (varying instanceof ByCondition<T> byCondition) {
      byCondition.choices().forEach(choice -> values.addAll(values(choice.is())));
    } else if (varying instanceof ByDate<T> byDate) {
      byDate.steps().forEach(step -> values.addAll(values(step.is())));
    }
    return values;
  }
}
