package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.forms.Filled;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.GapRisks;
import org.plumbline.forms.RiskColumn;
import org.plumbline.report.Document;
import org.plumbline.report.office.AboutSheet;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook;
import org.plumbline.workbook.NewWorkbook.NewSheet;
import org.plumbline.workbook.RefusedWorkbook;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Gaps as risks of a RAID log. */
final class GapRiskOptions {
  @Option(
      names = "--raid",
      paramLabel = "FILE.xlsx",
      description = "Also write the gaps as risks, in the columns of the M3 RAID log.")
  private Optional<Path> raid = Optional.empty();

  @Option(
      names = "--raid-form",
      paramLabel = "FILE.xlsx",
      description = "The RAID log they are added to in --raid; without it a log is made.")
  private Optional<String> form = Optional.empty();

  void refuseWhatIsThere() {
    if (form.isPresent() && raid.isEmpty()) {
      throw new InputRefused("--raid-form needs --raid FILE.xlsx, where the filled log goes");
    }
    raid.ifPresent(NewFile::refuseWhatIsThere);
  }

  /**
   * Writes the risks.
   *
   * @param about what they are of, and what was read
   */
  void write(List<Map<RiskColumn, Cell>> risks, Document about, CommandLine line)
      throws IOException {
    if (raid.isEmpty()) {
      return;
    }
    if (form.isEmpty()) {
      List<NewSheet> sheets = AboutSheet.behind(GapRisks.sheet(risks), about);
      NewFile.write(raid.get(), to -> NewWorkbook.write(to, about.title(), sheets));
    } else {
      try {
        Path from = FormFile.named(form.get());
        Filled filled =
            GapRisks.into(risks, FormTable.of(form.get(), from))
                .orElseThrow(
                    () ->
                        new InputRefused(
                            form.get()
                                + " has no risk log\nIts headings are Risk #, Title, Status …"));
        FormFile.fill(from, raid.get(), filled, AboutSheet.properties(about), line.getOut());
      } catch (RefusedWorkbook e) {
        throw FormFile.refused(form.get(), e);
      }
    }
    line.getErr().println("Written: " + raid.get());
  }
}
