package org.plumbline.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.Sheet;
import org.plumbline.workbook.Workbook;
import org.plumbline.workbook.WorkbookLimits;

/**
 * Reads a workbook of measures as it was published: a row is taken for the header by what its cells
 * mean, wherever it stands; every row below it that names a measure is kept.
 */
public final class CatalogWorkbook {

  /** The most measures that are read; the largest published workbook has 1,315. */
  public static final int MOST_MEASURES = 100_000;

  private static final int FEWEST_COLUMNS = 5;
  private static final int LONGEST_TEXT = 32_767;
  private static final WorkbookLimits LIMITS = new WorkbookLimits(256L << 20, 200);

  private final String shown;
  private final List<MeasureSheet> sheets = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();

  private CatalogWorkbook(String shown) {
    this.shown = shown;
  }

  /**
   * Reads a workbook.
   *
   * @param shown how the person named it
   * @throws RefusedWorkbook if it is no workbook, is damaged, is far too large or has no measures
   */
  public static Catalog read(String shown, Path file) throws IOException, RefusedWorkbook {
    CatalogWorkbook reading = new CatalogWorkbook(shown);
    try (Workbook workbook = Workbook.open(file, LIMITS)) {
      for (Sheet sheet : workbook.sheets()) {
        SheetReading rows = reading.new SheetReading(sheet);
        workbook.rows(Optional.of(sheet.name()), rows::row);
      }
    } catch (Workbook.TooLarge e) {
      throw new RefusedWorkbook("the workbook " + e.getMessage(), "Keep only the sheets needed");
    } catch (TooMany e) {
      throw new RefusedWorkbook(
          "the workbook has more than " + MOST_MEASURES + " measures", "Split it");
    }
    if (reading.measures.isEmpty()) {
      throw new RefusedWorkbook(
          "no sheet of the workbook has measures",
          "Give a header row with at least an identifier, a name, a description and a target");
    }
    return new Catalog(shown, reading.sheets, reading.measures);
  }

  /** The columns of a row, if it is a header. */
  private static Optional<Map<Column, Integer>> header(List<Cell> cells) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    if (cells.stream().filter(cell -> !cell.isEmpty()).count() < FEWEST_COLUMNS) {
      return Optional.empty();
    }
    for (int i = 0; i < cells.size(); i++) {
      int position = i;
      Column.ofHeader(cells.get(i).text())
          .ifPresent(column -> columns.putIfAbsent(column, position));
    }
    boolean named =
        columns.containsKey(Column.NAME)
            && (columns.containsKey(Column.ID) || columns.containsKey(Column.DESCRIPTION));
    boolean valued = columns.containsKey(Column.TARGET) || columns.containsKey(Column.FORMULA);
    return named && valued && columns.size() >= FEWEST_COLUMNS
        ? Optional.of(columns)
        : Optional.empty();
  }

  /** The rows of one sheet. */
  private final class SheetReading {
    private final Sheet sheet;
    private Map<Column, Integer> columns = Map.of();
    private List<String> headers = List.of();
    private Optional<MeasureSheet> found = Optional.empty();

    SheetReading(Sheet sheet) {
      this.sheet = sheet;
    }

    void row(long number, List<Cell> cells, String fault) throws TooMany {
      Optional<Map<Column, Integer>> header =
          found.isEmpty() || repeats(cells) ? header(cells) : Optional.empty();
      if (header.isPresent()) {
        columns = header.get();
        headers = cells.stream().map(Cell::text).toList();
        if (found.isEmpty()) {
          Map<Column, Integer> places = new EnumMap<>(Column.class);
          columns.forEach((column, at) -> places.put(column, at + 1));
          found =
              Optional.of(
                  new MeasureSheet(
                      shown, sheet.name().strip(), sheet.hidden(), (int) number, places));
          sheets.add(found.get());
        }
      } else if (found.isPresent()) {
        measure(found.get(), (int) number, cells);
      }
    }

    /** Whether the header stands here again. */
    private boolean repeats(List<Cell> cells) {
      Integer at = columns.get(Column.NAME);
      return at != null
          && at < cells.size()
          && at < headers.size()
          && cells.get(at).text().equals(headers.get(at));
    }

    private void measure(MeasureSheet of, int number, List<Cell> cells) throws TooMany {
      Map<Column, String> texts = new EnumMap<>(Column.class);
      Map<String, String> others = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        String text = clean(cells.get(i).text());
        if (!text.isEmpty()) {
          put(i, text, texts, others);
        }
      }
      if (!texts.containsKey(Column.ID) && !texts.containsKey(Column.NAME)) {
        return;
      }
      if (measures.size() >= MOST_MEASURES) {
        throw new TooMany();
      }
      Integer at = columns.get(Column.TARGET);
      Cell target = at == null || at >= cells.size() ? Cell.EMPTY : cells.get(at);
      measures.add(new Measure(of, number, texts, others, new MeasureReading(texts, target)));
    }

    private void put(
        int position, String text, Map<Column, String> texts, Map<String, String> others) {
      for (Map.Entry<Column, Integer> column : columns.entrySet()) {
        if (column.getValue() == position) {
          texts.put(column.getKey(), text);
          return;
        }
      }
      String header = position < headers.size() ? clean(headers.get(position)) : "";
      others.putIfAbsent(header.isEmpty() ? "column " + (position + 1) : header, text);
    }
  }

  private static String clean(String text) {
    String plain = text.replace('\u00a0', ' ').strip();
    return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT);
  }

  /** More measures than are read. */
  private static final class TooMany extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
