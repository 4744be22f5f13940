package org.plumbline.records.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.records.FileLayout;
import org.plumbline.records.LoadOptions;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.Sheet;
import org.plumbline.workbook.Workbook;
import org.plumbline.workbook.WorkbookLimits;

/**
 * Reads the rows of one sheet of a workbook; the header is the first row with a value, or the one
 * that the layout says.
 */
final class WorkbookReader {

  private static final String TYPED = String.valueOf((char) StageWriter.TYPED);

  private final Path file;
  private final FileLayout layout;
  private final int headerRow;
  private final LoadOptions options;
  private final RowSink sink;
  private final CellRow row = new CellRow();
  private int columns = -1;
  private long rows;

  WorkbookReader(Path file, FileLayout layout, LoadOptions options, RowSink sink) {
    this.file = file;
    this.layout = layout;
    this.headerRow = layout.header().orElse(1);
    this.options = options;
    this.sink = sink;
  }

  /** Shows all rows; answers how many there are, header not counted. */
  long read() throws IOException, RefusedFile {
    try (Workbook workbook = Workbook.open(file, limits(options))) {
      workbook.rows(layout.sheet(), this::row);
    } catch (RefusedWorkbook e) {
      throw new RefusedFile(0, e.found(), e.right());
    } catch (Workbook.TooLarge e) {
      throw new Unpacked.TooLarge(String.valueOf(e.getMessage()));
    } catch (HeaderRefused e) {
      throw e.refused;
    }
    if (columns < 0 && headerRow > 1) {
      throw new RefusedFile(
          0, "the sheet has no row " + headerRow, "Say in `header` where the names stand");
    }
    if (columns < 0 && headerRow != CsvReader.NO_HEADER) {
      throw new RefusedFile(0, "the sheet is empty", "Give it a header row, even without cases");
    }
    return rows;
  }

  /** The names of the sheets, in the order of the workbook. */
  static List<String> sheets(Path file, LoadOptions options) throws IOException, RefusedFile {
    try (Workbook workbook = Workbook.open(file, limits(options))) {
      return workbook.sheets().stream().map(Sheet::name).toList();
    } catch (RefusedWorkbook e) {
      throw new RefusedFile(0, e.found(), e.right());
    } catch (Workbook.TooLarge e) {
      throw new Unpacked.TooLarge(String.valueOf(e.getMessage()));
    }
  }

  private static WorkbookLimits limits(LoadOptions options) {
    return new WorkbookLimits(options.largestFileBytes(), options.largestExpansion());
  }

  private void row(long number, List<Cell> cells, String fault) throws IOException {
    if (number < headerRow) {
      return;
    }
    if (headerRow != CsvReader.NO_HEADER && columns < 0) {
      columns = cells.size();
      header(cells);
      return;
    }
    row.begin(number);
    int shown = headerRow == CsvReader.NO_HEADER ? cells.size() : columns;
    for (int i = 0; i < shown; i++) {
      row.cell(i < cells.size() ? text(cells.get(i)) : "");
    }
    if (cells.size() > shown
        && cells.subList(shown, cells.size()).stream().anyMatch(cell -> !cell.isEmpty())) {
      row.fault("a cell stands beyond the header");
    }
    if (!fault.isEmpty()) {
      row.fault(fault);
    }
    rows++;
    sink.row(row);
  }

  private void header(List<Cell> cells) throws HeaderRefused {
    try {
      sink.header(cells.stream().map(Cell::text).toList());
    } catch (RefusedFile e) {
      throw new HeaderRefused(e);
    }
  }

  private static String text(Cell cell) {
    return cell.kind() == Cell.Kind.MOMENT ? TYPED + cell.text() : cell.text();
  }

  /** Carries a refusal of the header through the reading of the workbook. */
  private static final class HeaderRefused extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient RefusedFile refused;

    HeaderRefused(RefusedFile refused) {
      super(refused);
      this.refused = refused;
    }
  }
}
