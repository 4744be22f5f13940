package org.plumbline.compile.plan;

/**
 * What an expression does with its arguments. Unless said otherwise the answer is null if an
 * argument is null.
 */
public enum Operation {
  /** The sum of numbers. */
  PLUS,
  /** The first less the second. */
  MINUS,
  /** The product of numbers. */
  TIMES,
  /** The quotient of whole numbers that are not negative, rounded down. */
  DIVIDED_DOWN,
  /** The first is the second. */
  EQUAL,
  /** The first is not the second. */
  UNEQUAL,
  /** The first is less than the second. */
  LESS,
  /** The first is not greater than the second. */
  AT_MOST,
  /** Three-valued: no if one is no, yes if all are yes, else unknown. */
  AND,
  /** Three-valued: yes if one is yes, no if all are no, else unknown. */
  OR,
  /** Three-valued: unknown stays unknown. */
  NOT,
  /** Whether the argument is null; never null itself. */
  MISSING,
  /** The first argument that is not null. */
  FIRST_KNOWN,
  /** The least argument, nulls left out. */
  LEAST,
  /** The greatest argument, nulls left out. */
  GREATEST,
  /** The instant (microseconds) without the part below a minute. */
  CUT_TO_MINUTE,
  /** The number as a HUGE one; of a decimal that is whole. */
  WIDE,
  /** A decimal number with all its decimal places, without the point, as a HUGE one. */
  WITHOUT_POINT,
  /** Whether two sets of bits have a bit in common. */
  COMMON_BIT,
  /** Both sets of bits together. */
  BITS_OF_BOTH,
  /** The value as text: a number in plain digits without needless zeros. */
  AS_TEXT,
  /** Texts one after the other. */
  JOINED,
  /** A text as one of several parts of a key: {@code CaseKey} says how. */
  KEY_PART,
  /** A date (days since 1970) as text: {@code 2026-11-01}. */
  DATE_AS_TEXT,
  /**
   * An instant (microseconds since 1970) as text: {@code 2026-11-01T09:00:00Z}; a fraction of a
   * second, if it is not zero, in six digits.
   */
  INSTANT_AS_TEXT,
  /** The SHA-256 of the UTF-8 bytes of a text, 64 lower-case hexadecimal digits. */
  SHA256,
  /** 1 for yes, 0 for no and unknown. */
  ONE_IF
}
