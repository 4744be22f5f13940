package org.plumbline.profile;

import java.util.List;
import java.util.Optional;

/**
 * What is promised of cases with dates side by side.
 *
 * @param key positions of the columns that tell cases apart
 * @param start where the clock starts
 * @param stop where it stops
 * @param between moments between the two, in their usual order
 * @param customers those of them that the customer brings about
 * @param within the limit; empty if it is a column
 * @param due the column that says when each case is due
 * @param share how many of 100 shall keep to the limit
 * @param spread how long the cases of the file took
 */
record CaseTerms(
    List<Integer> key,
    ColumnProfile start,
    ColumnProfile stop,
    List<ColumnProfile> between,
    List<ColumnProfile> customers,
    String within,
    Optional<ColumnProfile> due,
    String share,
    Spread spread) {

  CaseTerms {
    key = List.copyOf(key);
    between = List.copyOf(between);
    customers = List.copyOf(customers);
  }
}
