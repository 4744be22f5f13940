package org.plumbline.workbook;

import java.util.List;
import java.util.Optional;

/** What a table with a name in each row is answered with; headings and cells as they are read. */
public interface RowAnswers {

  /** Whether these are the headings of such a table. */
  boolean knows(List<String> headings);

  /** What the cells of a row take where they only ask; empty: they stay. */
  List<Optional<String>> cells(List<String> headings, List<String> row);

  /** The rows that the table lacks, beside those that it has. */
  List<List<String>> lacking(List<String> headings, List<List<String>> rows);
}
