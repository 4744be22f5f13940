package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.forms.Filled;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.GapRisks;
import org.plumbline.forms.RiskColumn;
import org.plumbline.gap.Gap;
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

  void write(
      Agreement agreement,
      List<Gap> gaps,
      ReportingPeriod asked,
      String hash,
      Instant asOf,
      Document document,
      CommandLine line)
      throws IOException {
    if (raid.isEmpty()) {
      return;
    }
    LocalDate day = asOf.atZone(agreement.zone()).toLocalDate();
    List<Map<RiskColumn, Cell>> risks = GapRisks.of(agreement, gaps, asked, hash, day);
    if (form.isEmpty()) {
      String title = agreement.title() + ": service level gaps";
      var sheet = GapRisks.sheet(risks);
      List<NewSheet> sheets =
          AboutSheet.behind(sheet, title, agreement.marking(), facts(document, asked));
      NewFile.write(raid.get(), to -> NewWorkbook.write(to, title, sheets));
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
        FormFile.fill(from, raid.get(), filled, line.getOut());
      } catch (RefusedWorkbook e) {
        throw FormFile.refused(form.get(), e);
      }
    }
    line.getErr().println("Written: " + raid.get());
  }

  private static List<Document.Fact> facts(Document document, ReportingPeriod asked) {
    List<Document.Fact> facts = new ArrayList<>(document.facts());
    facts.add(new Document.Fact("Period", asked.from() + " to " + asked.until()));
    facts.add(new Document.Fact("Made by", EngineName.program()));
    facts.add(
        new Document.Fact(
            "How to verify",
            "“plumbline gaps” with the text whose hash is the version above, over the same records,"
                + " periods and as of the same moment, gives the same risks."));
    return facts;
  }
}
