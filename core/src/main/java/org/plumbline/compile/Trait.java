package org.plumbline.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/**
 * What of a row's value decides: as a small number, and for each such number an example, a value of
 * which every asked condition says the same.
 *
 * <pre>
 * elapsed ≤ 9 and elapsed ≤ 13 are asked:   to 9 → 0    to 13 → 1   above → 2    unknown → 3
 *                               examples:        9           13          14          null
 * </pre>
 */
sealed interface Trait {

  /** The value, over the columns of a row. */
  Expression of();

  /** An example for each number but the last, which is for an unknown value. */
  List<Expression> examples();

  /** The number, times a scale. */
  Expression scaled(long scale);

  /** Whether the value is never null. */
  boolean known();

  /**
   * The number of a value.
   *
   * @param constant an example; null for the number of the unknown
   */
  default int numberOf(Expression constant) {
    int found = examples().indexOf(constant);
    return found < 0 ? examples().size() : found;
  }

  /** How many numbers there are. */
  default int size() {
    return examples().size() + 1;
  }

  /** The example for a number. */
  default Expression example(Expression number, Type type) {
    List<Expression.When> choices = new ArrayList<>();
    for (int i = 0; i < examples().size(); i++) {
      choices.add(
          new Expression.When(Expression.equal(number, Expression.number(i)), examples().get(i)));
    }
    return new Expression.Choice(choices, Expression.none(type));
  }

  /** Yes, no or unknown. */
  record YesOrNo(Expression of, boolean known) implements Trait {

    @Override
    public List<Expression> examples() {
      return List.of(Expression.NO, Expression.YES);
    }

    @Override
    public Expression scaled(long scale) {
      List<Expression.When> choices = new ArrayList<>();
      choices.add(new Expression.When(of, Expression.number(scale)));
      if (!known) {
        choices.add(new Expression.When(Expression.missing(of), Expression.number(2 * scale)));
      }
      return new Expression.Choice(choices, Expression.number(0));
    }
  }

  /**
   * A whole number among others with which it is compared.
   *
   * @param bounds the greatest number of each step but the last
   */
  record Steps(Expression of, boolean known, SortedSet<Long> bounds) implements Trait {

    /** Copies the bounds. */
    public Steps {
      bounds = new TreeSet<>(bounds);
      if (bounds.isEmpty()) {
        throw new IllegalArgumentException("no bound");
      }
    }

    /** With more bounds. */
    Steps with(SortedSet<Long> more) {
      SortedSet<Long> all = new TreeSet<>(bounds);
      all.addAll(more);
      return new Steps(of, known, all);
    }

    @Override
    public List<Expression> examples() {
      List<Expression> examples = new ArrayList<>();
      bounds.forEach(bound -> examples.add(Expression.number(bound)));
      examples.add(Expression.number(bounds.last() + 1));
      return examples;
    }

    @Override
    public Expression scaled(long scale) {
      List<Expression.When> choices = new ArrayList<>();
      if (!known) {
        choices.add(
            new Expression.When(
                Expression.missing(of), Expression.number((bounds.size() + 1) * scale)));
      }
      long step = 0;
      for (long bound : bounds) {
        choices.add(
            new Expression.When(
                Expression.atMost(of, Expression.number(bound)), Expression.number(step * scale)));
        step++;
      }
      return new Expression.Choice(choices, Expression.number(step * scale));
    }
  }

  /**
   * One of some values, or another.
   *
   * @param values constants of one type that are not null; without repetition
   * @param other a constant that is none of them
   */
  record OneOf(Expression of, boolean known, List<Expression> values, Expression other)
      implements Trait {

    /** Copies the values. */
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public List<Expression> examples() {
      List<Expression> examples = new ArrayList<>(List.of(other));
      examples.addAll(values);
      return examples;
    }

    @Override
    public Expression scaled(long scale) {
      List<Expression.When> choices = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        choices.add(
            new Expression.When(
                Expression.equal(of, values.get(i)), Expression.number((i + 1) * scale)));
      }
      if (!known) {
        choices.add(
            new Expression.When(
                Expression.missing(of), Expression.number((values.size() + 1) * scale)));
      }
      return new Expression.Choice(choices, Expression.number(0));
    }
  }
}
