package org.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
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

  /** A refusal with its finding. */
  static InputRefused refused(String named, RefusedWorkbook refused) {
    return AgreementFile.refusal(
        named,
        List.of(
            Finding.of(
                FindingCode.REFUSED_FILE, Place.of(named), refused.found(), refused.right())));
  }
}
