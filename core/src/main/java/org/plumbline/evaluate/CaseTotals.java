package org.plumbline.evaluate;

/**
 * Where all cases of a record set went for one metric; the parts add up to {@code all}. Stocks
 * ({@code open-at-end}, {@code open-during}) have no totals.
 *
 * @param all cases seen at the as-of moment, parts after a reopening as a new case included
 * @param counted decided, in some period of the performance period
 * @param indeterminate of which it cannot be said
 * @param open not decided yet
 * @param voided not counted because voided before the decision
 * @param notQualified not in the population
 * @param outside decided outside the performance period
 */
public record CaseTotals(
    String metric,
    long all,
    long counted,
    long indeterminate,
    long open,
    long voided,
    long notQualified,
    long outside) {}
