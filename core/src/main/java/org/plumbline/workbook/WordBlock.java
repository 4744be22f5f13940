package org.plumbline.workbook;

import java.util.List;

/** A part of the text of a document, in its order. */
public sealed interface WordBlock {

  /**
   * A heading.
   *
   * @param level from 1
   * @param text in one line
   */
  record Heading(int level, String text) implements WordBlock {}

  /**
   * A paragraph.
   *
   * @param listed whether it is an item of a list
   */
  record Paragraph(String text, boolean listed) implements WordBlock {}

  /**
   * A table; a cell over several columns stands in the first, one over several rows in each.
   *
   * @param number counted in the document, from 1
   * @param rows its cells, row by row
   */
  record Table(int number, List<List<String>> rows) implements WordBlock {
    /** Copies the lists. */
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
