package org.plumbline.workbook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a Word form is answered with. Each function is asked in lower case, without what stands in
 * parentheses, and says nothing of what it does not know.
 *
 * @param cells by a label in a table: what stands beside it
 * @param sections by a heading: what stands below it, paragraph by paragraph; where a heading alone
 *     is not known it is asked for with those above it, such as {@code /operations/communications}
 * @param blanks by the words between square or double angle brackets within a line: what stands
 *     there instead
 * @param rows by the headings of a table: the rows that its free rows take; more of them are added
 *     where there are too few
 * @param behind what is added behind the text, in order
 */
public record DocumentAnswers(
    Function<String, Optional<String>> cells,
    Function<String, Optional<List<String>>> sections,
    Function<String, Optional<String>> blanks,
    Function<List<String>, List<List<String>>> rows,
    List<Part> behind) {

  /** Copies the list. */
  public DocumentAnswers {
    behind = List.copyOf(behind);
  }

  /** Cells and sections alone. */
  public DocumentAnswers(
      Function<String, Optional<String>> cells, Function<String, Optional<List<String>>> sections) {
    this(cells, sections, words -> Optional.empty(), headings -> List.of(), List.of());
  }

  /**
   * What is added behind a text.
   *
   * @param columns headings of the table; empty: there is none
   */
  public record Part(
      String heading, List<String> paragraphs, List<String> columns, List<List<String>> rows) {
    /** Copies the lists. */
    public Part {
      paragraphs = List.copyOf(paragraphs);
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
