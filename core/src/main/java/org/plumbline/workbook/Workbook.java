package org.plumbline.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An Office Open XML workbook, its rows read as a stream: values of cells as they were last
 * computed, cells with a date format as dates. Macros are never looked at; document types and
 * outside entities are refused; parts may not grow beyond the limits when unpacked.
 */
public final class Workbook implements AutoCloseable {

  private final OfficePackage file;
  private final WorkbookParts parts = new WorkbookParts();
  private final boolean ownValuesOnly;
  private boolean valuesRead;

  private Workbook(OfficePackage file, boolean ownValuesOnly) {
    this.file = file;
    this.ownValuesOnly = ownValuesOnly;
  }

  /**
   * Opens a workbook.
   *
   * @throws RefusedWorkbook if the file is none, or is damaged
   */
  public static Workbook open(Path file, WorkbookLimits limits)
      throws IOException, RefusedWorkbook {
    return open(file, limits, false);
  }

  /**
   * Opens a workbook that somebody fills in by hand: one with macros is refused, and a row with a
   * value that comes from another workbook has a fault.
   *
   * @throws RefusedWorkbook if the file is none, is damaged, or acts
   */
  public static Workbook openForm(Path file) throws IOException, RefusedWorkbook {
    return open(file, WorkbookLimits.FORM, true);
  }

  private static Workbook open(Path file, WorkbookLimits limits, boolean form)
      throws IOException, RefusedWorkbook {
    OfficePackage opened = OfficePackage.open(file, limits, OfficePackage.Kind.WORKBOOK);
    Workbook workbook = new Workbook(opened, form);
    try {
      if (form) {
        opened.refuseWhatActs();
      }
      opened.parse("xl/workbook.xml", workbook.parts.workbook());
      opened.parse("xl/_rels/workbook.xml.rels", workbook.parts.relations());
      return workbook;
    } catch (IOException | RefusedWorkbook | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** The sheets in the order of their tabs. */
  public List<Sheet> sheets() {
    return parts.sheets();
  }

  /**
   * Shows all rows of a sheet that have a value.
   *
   * @param sheet its name; empty: the first
   * @throws RefusedWorkbook if there is no such sheet, or it is damaged
   */
  public void rows(Optional<String> sheet, SheetSink sink) throws IOException, RefusedWorkbook {
    String part = parts.partOf(sheet);
    file.parse(part, new SheetRows(values(), sink, ownValuesOnly));
  }

  /** The part of the package that a sheet is in. */
  String part(String sheet) throws RefusedWorkbook {
    return parts.partOf(Optional.of(sheet));
  }

  /** The parts of the file. */
  OfficePackage file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** What cells refer to: their formats and their texts. */
  WorkbookParts values() throws IOException, RefusedWorkbook {
    if (!valuesRead) {
      valuesRead = true;
      if (file.has("xl/styles.xml")) {
        file.parse("xl/styles.xml", parts.styles());
      }
      if (file.has("xl/sharedStrings.xml")) {
        file.parse("xl/sharedStrings.xml", parts.strings());
      }
    }
    return parts;
  }

  /** A part grew beyond the limits. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }
}
