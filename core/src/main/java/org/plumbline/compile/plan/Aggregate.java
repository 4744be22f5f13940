package org.plumbline.compile.plan;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is computed over the rows of a group.
 *
 * @param name the column it becomes
 * @param function what is computed
 * @param of of what; empty for {@link Function#COUNT} alone
 * @param where only of rows for which this is yes; empty: of all
 * @param share of {@link Function#PERCENTILE} alone: more than 0, at most 1
 */
public record Aggregate(
    String name,
    Function function,
    Optional<Expression> of,
    Optional<Expression> where,
    Optional<BigDecimal> share) {

  /** What can be computed over the rows of a group; nulls are left out. */
  public enum Function {
    /** How many rows; with {@code of}: for how many it is yes. */
    COUNT,
    /** The exact sum; null of nothing. */
    SUM,
    /** The least; null of nothing. */
    LEAST,
    /** The greatest, texts by code point; null of nothing. */
    GREATEST,
    /** The least value with at least a share of the values at or below it; null of nothing. */
    PERCENTILE,
    /** All bits of any value; null of nothing. */
    BITS
  }

  /** How many rows satisfy the condition. */
  public static Aggregate count(String name, Expression condition) {
    return new Aggregate(
        name, Function.COUNT, Optional.of(condition), Optional.empty(), Optional.empty());
  }

  /** A function of an expression. */
  public static Aggregate of(String name, Function function, Expression of) {
    return of(name, function, of, Expression.YES);
  }

  /** A function of an expression over some of the rows. */
  public static Aggregate of(String name, Function function, Expression of, Expression where) {
    return new Aggregate(
        name,
        function,
        Optional.of(of),
        where.equals(Expression.YES) ? Optional.empty() : Optional.of(where),
        Optional.empty());
  }

  /** The least value with at least a share of the values at or below it. */
  public static Aggregate percentile(String name, BigDecimal share, Expression of) {
    return new Aggregate(
        name, Function.PERCENTILE, Optional.of(of), Optional.empty(), Optional.of(share));
  }

  /** The same under another name. */
  public Aggregate named(String other) {
    return new Aggregate(other, function, of, where, share);
  }
}
