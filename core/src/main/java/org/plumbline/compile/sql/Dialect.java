package org.plumbline.compile.sql;

import java.math.BigDecimal;
import java.util.List;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Type;

/** How one engine writes what plans are made of. */
public interface Dialect {

  /** An identifier, quoted whatever characters it has. */
  String name(String identifier);

  /** A text. */
  String text(String value);

  /** No value of a type. */
  String nothing(Type type);

  /** All columns but some, at least one, which are quoted already. */
  String allBut(List<String> names);

  /** The type of a stored column, which is named as in a stored set: {@code VARCHAR}. */
  String stored(String type);

  /** An operation on arguments that are written already, in parentheses where they need them. */
  String call(Operation operation, List<String> arguments);

  /**
   * How strongly an operation holds its arguments together: one inside another needs parentheses
   * unless it is the stronger. 0 where nothing needs any, as in the call of a function.
   */
  int strength(Operation operation);

  /** The values of a group as a list. */
  String percentile(String value, BigDecimal share);

  /** All bits of the values of a group. */
  String bits(String value);

  /** A sum of numbers of a type that does not overflow. */
  String sum(String value, Type type);

  /** A sum over a window, as a number of 64 bits. */
  String windowSum(String value, String window);

  /** The last value over a window that is not null. */
  String lastKnown(String value, String window);

  /** A column to order by from the least to the greatest, nulls last. */
  String ascending(String column);

  /** The end of a statement that gives at most so many rows. */
  String atMost(long rows);

  /** What is said after {@code SELECT} of a small table that rows are joined with. */
  String small(String table);

  /** The rows of a relation repeated: a relation of whole numbers from first to last. */
  String numbers(String first, String last);

  /** How a step that is used more than once is announced: {@code AS} or {@code AS MATERIALIZED}. */
  String as(boolean usedOften);
}
