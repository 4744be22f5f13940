package org.plumbline.workbook;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a filled sheet holds that it did not before: rows that were free, and columns that were.
 *
 * @param sheet its name
 * @param rows numbers of such rows, from 1
 * @param columns such columns, from 0
 * @param first first column, from 0, that the rows span
 * @param last last one
 */
record Growth(String sheet, SortedSet<Long> rows, Set<Integer> columns, int first, int last) {

  /** Copies the sets. */
  Growth {
    rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
    columns = Set.copyOf(columns);
  }

  boolean isNone() {
    return rows.isEmpty() && columns.isEmpty();
  }

  /** Whether columns of a range are among those that the rows span. */
  boolean spans(int from, int until) {
    return from <= last && until >= first;
  }

  /** The last row of what ended in a row: the last one of those that follow it without a gap. */
  long row(long end) {
    long grown = end;
    while (rows.contains(grown + 1)) {
      grown++;
    }
    return grown;
  }

  /** The same of a column. */
  int column(int end) {
    int grown = end;
    while (columns.contains(grown + 1)) {
      grown++;
    }
    return grown;
  }
}
