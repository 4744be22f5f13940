package org.plumbline.web.start;

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
import org.plumbline.web.refusal.Refused;

/** A spreadsheet on disk, and what is seen in it. */
final class Spreadsheet {

  private Spreadsheet() {}

  /**
   * Looks at a file.
   *
   * @throws Refused if it cannot be read, or nothing in it can be timed or counted
   */
  static Looked look(Path file, String name) throws IOException {
    FileFormat format = format(file, name);
    try {
      List<Grids.Found> grids =
          Grids.find(new RecordFile(name, file.toRealPath()), format, LoadOptions.DEFAULT);
      Looked looked =
          Looked.at(grids, Optional.empty(), Optional.empty())
              .orElseThrow(
                  () ->
                      refused(
                          name,
                          "there is no table in it: a row of names with rows below",
                          "Put the names of the columns into one row, and a record into each row"
                              + " below"));
      if (looked.profile().shape() instanceof Shape.Unclear unclear) {
        throw refused(name, unclear.found(), unclear.right());
      }
      return looked;
    } catch (RefusedFile fault) {
      String row = fault.row() > 0 ? "row " + fault.row() + ": " : "";
      throw refused(name, row + fault.getMessage(), fault.right());
    }
  }

  private static Refused refused(String name, String found, String right) {
    return new Refused(name + " cannot be used: " + found + ". " + right + ".");
  }

  private static FileFormat format(Path file, String name) throws IOException {
    Optional<FileFormat> format = FileFormat.ofName(name);
    if (format.isEmpty() || (format.get() != FileFormat.CSV && format.get() != FileFormat.XLSX)) {
      throw refused(name, "it is no spreadsheet that is read here", "Save it as .xlsx or .csv");
    }
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(4);
    }
    if (format.get() == FileFormat.CSV && start.length == 4 && start[0] == 'P' && start[1] == 'K') {
      throw refused(name, "it is a workbook under another name", "Name it .xlsx");
    }
    return format.get();
  }
}
