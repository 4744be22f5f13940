package org.plumbline.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.workbook.FilledWorkbook;
import org.plumbline.workbook.NewWorkbook;

/** Comment resolution matrices and RAID logs: written, filled in, read back. */
class LogsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
  private static final Path RAID =
      Path.of("../../shared/m3/templates/M3-Playbook-RAID-Log-Template.xlsx");

  @TempDir private Path folder;

  private static List<Finding> findings() {
    return List.of(
        Finding.of(FindingCode.HOLE_IN_FORM, Place.of("a.yaml"), "=1+1 is open", "say it"),
        Finding.of(FindingCode.FORM_NOT_UNDERSTOOD, Place.of("a.yaml"), "it is wrong", "mend it"));
  }

  @Test
  void draftingCommentsAreRowsThatAreReadBack() throws Exception {
    Path file = folder.resolve("crm.xlsx");
    NewWorkbook.write(
        file, "Comments", List.of(CommentMatrix.sheet(CommentMatrix.of("SLA", findings(), DAY))));
    Understood understood = CommentMatrix.read("crm.xlsx", FormTable.of("crm.xlsx", file));
    assertThat(understood.what()).isEqualTo("2 comments in sheet Comments, 2 open");
    assertThat(understood.rows().get(0).name()).isEqualTo("it is wrong");
    assertThat(understood.text().lines().toList())
        .hasSize(3)
        .element(2)
        .isEqualTo(
            "2,SLA,a.yaml,'=1+1 is open,Substantive,say it,\"Plumbline,"
                + " PL534\",,2026-08-03,,,,open");
  }

  @Test
  void answersAreReadByWhatTheyMean() throws Exception {
    Path file =
        OfficeFiles.workbook(
            folder.resolve("crm.xlsx"),
            "CRM",
            OfficeFiles.rows(
                "Comment Resolution Matrix | | | | |",
                "# | Section | Comment Text | Reviewer | Adjudication | Resolution | State",
                "1 | 4.2 | Target too low | Ann | Concur | Raised to 98% | Closed",
                "2 | 5 | Add a clause | Bob | Accepted with changes | See 5.3 | ",
                "3 | 6 | Why? | Bob | maybe | | open",
                "4 | 7 | Drop it | Ann | | | Closed"));
    Understood understood = CommentMatrix.read("crm.xlsx", FormTable.of("crm.xlsx", file));
    assertThat(understood.what()).isEqualTo("4 comments in sheet CRM, 1 open");
    assertThat(understood.rows())
        .extracting(Understood.Row::understood)
        .containsExactly(
            "closed, accepted, on 4.2, by Ann",
            "open, accepted with changes, on 5, by Bob",
            "open, maybe, on 6, by Bob",
            "closed, on 7, by Ann");
    assertThat(understood.findings())
        .extracting(Finding::toLine)
        .singleElement()
        .asString()
        .startsWith("crm.xlsx, sheet CRM, row 6 warning PL534 the comment is closed");
  }

  @Test
  void newCommentsGoBelowTheLastOneAndAnswersStay() throws Exception {
    Path file =
        OfficeFiles.workbook(
            folder.resolve("crm.xlsx"),
            "CRM",
            OfficeFiles.rows(
                "No. | Section | Comment | Disposition", "1 | 2 | it is wrong | Rejected"));
    Filled filled =
        CommentMatrix.into(CommentMatrix.of("SLA", findings(), DAY), FormTable.of("crm.xlsx", file))
            .orElseThrow();
    assertThat(filled.told()).containsExactly("there already: it is wrong", "row 3: =1+1 is open");
    Path to = folder.resolve("filled.xlsx");
    FilledWorkbook.fill(file, to, filled.cells(), Map.of());
    List<FormTable.Line> lines = FormTable.of("filled.xlsx", to).get(0).lines();
    assertThat(lines.get(1).text(3)).isEqualTo("Rejected");
    assertThat(lines.get(2).text(2)).isEqualTo("=1+1 is open");
  }

  @Test
  void risksAndIssuesAreReadAndWhatIsOpenIsTold() throws Exception {
    Path file =
        OfficeFiles.workbook(
            folder.resolve("raid.xlsx"),
            "Risk Log",
            OfficeFiles.rows(
                "Risk # | Title | Status | Risk Owner | Probability (Likelihood) | Consequence /"
                    + " Impact | Due Date (Trigger Date)",
                "1 | Late records | In Progress | Ann | 3-Likely (50%) | 4-Significant |"
                    + " 2026-12-01",
                "2 | No approvers | New | | | |",
                "3 | Old | Closed | | | |"));
    Understood understood = RaidLog.read("raid.xlsx", FormTable.of("raid.xlsx", file));
    assertThat(understood.what()).isEqualTo("3 risks and 0 issues");
    assertThat(understood.rows())
        .extracting(Understood.Row::understood)
        .containsExactly(
            "risk 1, in progress, seen to by Ann, due 2026-12-01", "risk 2, new", "risk 3, closed");
    assertThat(understood.findings()).hasSize(2);
    assertThat(understood.text()).contains("risk,1,Late records,,In Progress,,Ann,2026-12-01,3,4");
  }

  @Test
  void thePublishedLogIsKnownAndEmpty() throws Exception {
    assumeTrue(Files.exists(RAID), "the published templates are not here");
    Understood understood = RaidLog.read("raid.xlsx", FormTable.of("raid.xlsx", RAID));
    assertThat(understood.what()).isEqualTo("0 risks and 0 issues");
    assertThat(understood.columns()).extracting(Understood.Column::meaning).contains("probability");
  }

  @Test
  void aFileOfSomethingElseIsRefused() throws Exception {
    Path file =
        OfficeFiles.workbook(folder.resolve("x.xlsx"), "X", OfficeFiles.rows("a | b", "1 | 2"));
    List<FormTable> form = FormTable.of("x.xlsx", file);
    assertThat(RaidLog.read("x.xlsx", form).isRefused()).isTrue();
    assertThat(CommentMatrix.read("x.xlsx", form).isRefused()).isTrue();
  }
}
