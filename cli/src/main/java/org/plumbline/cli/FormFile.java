package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.forms.Filled;
import org.plumbline.report.PlainText;
import org.plumbline.workbook.FilledWorkbook;
import org.plumbline.workbook.RefusedWorkbook;

/** A workbook or a document that somebody named. */
final class FormFile {

  private FormFile() {}

  /**
   * Where it is.
   *
   * @throws InputRefused if there is no such file
   */
  static Path named(String named) {
    Path path = Shown.named(named);
    if (!Files.isRegularFile(path)) {
      throw new InputRefused(
          Files.exists(path) ? named + " is not a file" : "no such file: " + named);
    }
    return path;
  }

  /**
   * Writes a form with what is filled in, and tells of it.
   *
   * @param about what the properties of the file say of what is filled in
   */
  static void fill(
      Path from, Path output, Filled filled, Map<String, String> about, PrintWriter out)
      throws IOException, RefusedWorkbook {
    NewFile.<RefusedWorkbook>write(
        output, to -> FilledWorkbook.fill(from, to, filled.cells(), about));
    filled.told().forEach(line -> out.println(PlainText.clean(line)));
    if (filled.told().isEmpty()) {
      out.println("Nothing differs from what the form says; it is copied as it is.");
    }
    filled.findings().forEach(finding -> out.println(PlainText.clean(finding.toLine())));
  }

  /** A refusal with its finding. */
  static InputRefused refused(String named, RefusedWorkbook refused) {
    return AgreementFile.refusal(
        named,
        List.of(
            Finding.of(
                FindingCode.REFUSED_FILE, Place.of(named), refused.found(), refused.right())));
  }
}
