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
 * @param embedded what tables of Word documents that are embedded in slides take
 * @param about a slide that is added behind the others: what the answers are of
 */
public record SlideAnswers(
    Function<List<String>, Optional<Rows>> tables,
    Map<String, String> blanks,
    Optional<Embedded> embedded,
    Optional<About> about) {

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

  /**
   * What a Word document that is embedded in a slide is answered with.
   *
   * @param picture the slide shows the document as a picture, which is drawn again
   */
  public record Embedded(RowAnswers rows, Picture picture) {}

  /** A picture of a table. */
  public interface Picture {
    /**
     * The picture.
     *
     * @param rows the table, its row of headings first
     * @param width of the place where it stands, in 914,400ths of an inch
     * @param height of the same
     * @param ending the kind of file: {@code emf}, {@code png}
     * @return nothing if it cannot be drawn as such a file
     */
    Optional<byte[]> of(List<List<String>> rows, long width, long height, String ending);
  }

  /**
   * A slide of lines.
   *
   * @param lines a name and what it says, each
   */
  public record About(String title, List<Map.Entry<String, String>> lines) {
    /** Copies the list. */
    public About {
      lines = List.copyOf(lines);
    }
  }
}
