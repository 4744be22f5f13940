package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.profile.Looked;
import org.plumbline.profile.Shape;
import org.plumbline.records.FileFormat;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.files.Grids;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RefusedFile;

/**
 * A spreadsheet that somebody named, and what was seen in it.
 *
 * @param path where it is
 * @param name what it is called among the records
 * @param looked its profile
 */
record SpreadsheetFile(Path path, String name, Looked looked) {

  /**
   * Reads it and looks at it.
   *
   * @throws InputRefused if it cannot be read, or nothing in it can be timed or counted
   */
  static SpreadsheetFile open(String named, Optional<String> sheet, Optional<Boolean> dayFirst)
      throws IOException {
    Path path = Shown.named(named);
    if (!Files.isRegularFile(path)) {
      throw new InputRefused(
          Files.exists(path) ? named + " is not a file" : "no such file: " + named);
    }
    String name = safeName(String.valueOf(path.getFileName()));
    FileFormat format = format(named, path);
    try {
      List<Grids.Found> grids =
          Grids.find(new RecordFile(name, path.toRealPath()), format, LoadOptions.DEFAULT);
      List<String> sheets = grids.stream().map(each -> each.grid().sheet()).toList();
      if (sheet.isPresent() && !sheets.contains(sheet.get())) {
        throw new InputRefused(
            named + " has no sheet " + sheet.get() + "\nIt has: " + String.join(", ", sheets));
      }
      Looked looked =
          Looked.at(grids, sheet, dayFirst)
              .orElseThrow(
                  () ->
                      refused(
                          named,
                          "there is no table in it: a row of names with rows below",
                          "Put the names of the columns into one row, and a record into each row below"));
      if (looked.profile().shape() instanceof Shape.Unclear unclear) {
        throw refused(named, unclear.found(), unclear.right());
      }
      return new SpreadsheetFile(path, name, looked);
    } catch (RefusedFile e) {
      String row = e.row() > 0 ? "row " + e.row() + ": " : "";
      throw refused(named, row + e.getMessage(), e.right());
    }
  }

  private static InputRefused refused(String named, String found, String right) {
    return new InputRefused(named + " cannot be used: " + found + "\n" + right + ".");
  }

  private static FileFormat format(String named, Path path) throws IOException {
    Optional<FileFormat> format = FileFormat.ofName(named);
    if (format.isEmpty() || (format.get() != FileFormat.CSV && format.get() != FileFormat.XLSX)) {
      throw refused(named, "it is no spreadsheet that is read here", "Save it as .xlsx or .csv");
    }
    byte[] start;
    try (var in = Files.newInputStream(path)) {
      start = in.readNBytes(4);
    }
    if (format.get() == FileFormat.CSV && start.length == 4 && start[0] == 'P' && start[1] == 'K') {
      throw refused(named, "it is a workbook under another name", "Name it .xlsx");
    }
    return format.get();
  }

  /** A name that a binding may hold: no stars, no marks that lead elsewhere. */
  private static String safeName(String name) {
    String safe = name.replaceAll("[*?\\\\/:\\p{Cc}\\p{Cf}]", "-");
    return safe.startsWith(".") ? "file" + safe : safe;
  }
}
