package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.records.FileFormat;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.files.Grid;
import org.plumbline.records.files.Grids;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RefusedFile;

/** A spreadsheet of the provider, as its sheets. */
final class ReportedFile {

  private ReportedFile() {}

  /**
   * Its sheets.
   *
   * @throws InputRefused with a finding, if it cannot be read as a spreadsheet
   */
  static List<Grid> grids(String named) throws IOException {
    Path path = Shown.named(named);
    if (!Files.isRegularFile(path)) {
      throw new InputRefused(
          Files.exists(path) ? named + " is not a file" : "no such file: " + named);
    }
    Optional<FileFormat> format = FileFormat.ofName(named);
    if (format.isEmpty() || format.get() != FileFormat.CSV && format.get() != FileFormat.XLSX) {
      throw refused(named, 0, "it is no spreadsheet that is read here", "save it as .xlsx or .csv");
    }
    try {
      return Grids.find(
              new RecordFile(String.valueOf(path.getFileName()), path.toRealPath()),
              format.get(),
              LoadOptions.DEFAULT)
          .stream()
          .map(Grids.Found::grid)
          .toList();
    } catch (RefusedFile e) {
      throw refused(named, e.row(), String.valueOf(e.getMessage()), e.right());
    }
  }

  private static InputRefused refused(String named, long row, String found, String right) {
    Place place = new Place(named, (int) Math.min(row, Integer.MAX_VALUE), 0, "");
    return AgreementFile.refusal(
        named, List.of(Finding.of(FindingCode.REFUSED_FILE, place, found, right)));
  }
}
