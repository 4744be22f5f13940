package org.plumbline.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.finding.Place;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.FilledWorkbook;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.Sheet;
import org.plumbline.workbook.SlideFile;
import org.plumbline.workbook.WordBlock;
import org.plumbline.workbook.WordFile;
import org.plumbline.workbook.Workbook;

/**
 * A sheet of a workbook or a table of a document, cell by cell.
 *
 * @param file the file as it was named
 * @param name the sheet's name, or the number of the table
 * @param isSheet whether it is a sheet
 * @param lines its rows that have a value, in order
 */
public record FormTable(String file, String name, boolean isSheet, List<Line> lines) {

  private static final int MOST_LINES = 20_000;

  /** Copies the list. */
  public FormTable {
    lines = List.copyOf(lines);
  }

  /**
   * One row.
   *
   * @param number from 1
   * @param fault what is wrong with it as a whole; empty if nothing
   */
  public record Line(int number, List<Cell> cells, String fault) {
    /** Copies the list. */
    public Line {
      cells = List.copyOf(cells);
    }

    /** A cell; an empty one beyond the last. */
    public Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** The text of a cell, on lines without space around them. */
    public String text(int column) {
      return cell(column).text().replace('\u00a0', ' ').strip();
    }
  }

  /**
   * The sheets or tables of a file, hidden sheets too.
   *
   * @param file the file as the person named it
   * @throws RefusedWorkbook if it is neither a workbook nor a document, is damaged, or acts
   */
  public static List<FormTable> of(String file, Path path) throws IOException, RefusedWorkbook {
    String lower = file.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".docx")) {
      return tables(file, WordFile.read(path));
    }
    if (lower.endsWith(".pptx")) {
      return tables(file, SlideFile.tables(path));
    }
    if (!lower.endsWith(".xlsx")) {
      throw new RefusedWorkbook(
          "it is no file that is read here", "Save it as .xlsx, .docx or .pptx, without macros");
    }
    try (Workbook workbook = Workbook.openForm(path)) {
      List<FormTable> tables = new ArrayList<>();
      for (Sheet sheet : workbook.sheets()) {
        List<Line> lines = new ArrayList<>();
        workbook.rows(
            Optional.of(sheet.name()),
            (number, cells, fault) -> {
              if (lines.size() < MOST_LINES) {
                lines.add(new Line((int) number, cells, fault));
              }
            });
        if (lines.size() == MOST_LINES) {
          throw new RefusedWorkbook(
              "the sheet " + sheet.name() + " has more than " + MOST_LINES + " rows",
              "Keep only the sheets needed");
        }
        tables.add(new FormTable(file, sheet.name(), true, lines));
      }
      return tables;
    } catch (Workbook.TooLarge e) {
      throw new RefusedWorkbook("the workbook " + e.getMessage(), "Keep only the sheets needed");
    }
  }

  /** The tables among the blocks of a document. */
  static List<FormTable> tables(String file, List<WordBlock> blocks) {
    List<FormTable> tables = new ArrayList<>();
    for (WordBlock block : blocks) {
      if (block instanceof WordBlock.Table table) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
          lines.add(new Line(i + 1, table.rows().get(i).stream().map(Cell::text).toList(), ""));
        }
        tables.add(new FormTable(file, String.valueOf(table.number()), false, lines));
      }
    }
    return tables;
  }

  /** In words: {@code sheet SLA}, {@code table 2}. */
  public String label() {
    return (isSheet ? "sheet " : "table ") + name;
  }

  /** The place of a cell; of a row with column -1. */
  public Place place(int line, int column) {
    String at =
        column < 0
            ? "row " + line
            : isSheet
                ? "cell " + FilledWorkbook.column(column) + line
                : "row " + line + ", column " + (column + 1);
    return Place.of(file + ", " + label() + ", " + at);
  }

  /** The place of the whole. */
  public Place place() {
    return Place.of(file + ", " + label());
  }
}
