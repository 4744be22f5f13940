package org.plumbline.finding;

import java.util.Comparator;

/**
 * What a check says of one place: what was found there and what would be right. On pages: drafting
 * comment.
 *
 * @param code what kind of finding it is; each has a page under {@code docs/findings/}
 * @param severity how much it weighs
 * @param place where
 * @param found what was found, a sentence without a full stop
 * @param right what would be right, a sentence in the imperative without a full stop; may be empty
 */
public record Finding(
    FindingCode code, Severity severity, Place place, String found, String right) {

  /** File order: by place, then by code. */
  public static final Comparator<Finding> FILE_ORDER =
      Comparator.comparing(Finding::place)
          .thenComparing(Finding::code)
          .thenComparing(Finding::found);

  /** A finding with the usual severity of its code. */
  public static Finding of(FindingCode code, Place place, String found, String right) {
    return new Finding(code, code.severity(), place, found, right);
  }

  /** One line for a terminal: {@code file:line:column CODE found: right}. */
  public String toLine() {
    String head =
        place
            + " "
            + severity.name().toLowerCase(java.util.Locale.ROOT)
            + " "
            + code.id()
            + " "
            + found;
    return right.isEmpty() ? head : head + "; " + right;
  }
}
