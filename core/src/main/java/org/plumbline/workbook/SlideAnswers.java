package org.plumbline.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a form of slides is answered with.
 *
 * @param tables by the words of a row in lower case: what its free rows below take; nothing: it is
 *     no row of headings that is known
 * @param blanks words of a line and what stands there instead
 */
public record SlideAnswers(
    Function<List<String>, Optional<Rows>> tables, Map<String, String> blanks) {

  /** Copies the map. */
  public SlideAnswers {
    blanks = Map.copyOf(blanks);
  }

  /**
   * The rows of a table.
   *
   * @param name what it is called where it is told of
   * @param rows cells in order; empty: it stays as it is
   * @param rest a free row that is left over
   */
  public record Rows(String name, List<List<Optional<String>>> rows, List<Optional<String>> rest) {
    /** Copies the lists. */
    public Rows {
      rows = rows.stream().map(List::copyOf).toList();
      rest = List.copyOf(rest);
    }
  }
}
