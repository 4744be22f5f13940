package org.plumbline.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.workbook.FilledWorkbook;
import org.plumbline.workbook.NewWorkbook;

class ResponsibilityMatrixTest {

  private static final DraftTerms TERMS =
      new DraftTerms(
          Optional.empty(),
          Optional.empty(),
          Optional.of("America/New_York"),
          Optional.empty(),
          Optional.empty(),
          LocalDate.of(2026, 8, 3));

  @TempDir private Path folder;

  private Path form() {
    return OfficeFiles.workbook(
        folder.resolve("raci.xlsx"),
        "Who",
        OfficeFiles.rows(
            " | | Customer | | Provider | |",
            "Process | Task | Business owner | Functional lead | Program manager | Clerk | Remarks",
            "Payables | Enter the invoice | | I | A | R | soon",
            " | Approve the invoice | A | R | | C |",
            " | Pay | | | | R |"));
  }

  private Understood read(Path file) throws Exception {
    return ResponsibilityMatrix.read("raci.xlsx", FormTable.of("raci.xlsx", file), TERMS);
  }

  private static Conops conops(Understood understood) {
    var read = CompanionYaml.conops("conops.yaml", understood.text().getBytes(UTF_8));
    assertThat(read.findings().stream().filter(f -> f.severity() == Severity.ERROR)).isEmpty();
    return read.document().orElseThrow();
  }

  @Test
  void eachRowIsAStepWithItsRoles() throws Exception {
    Conops conops = conops(read(form()));
    Conops.Step enter = conops.step("payables/enter-the-invoice").orElseThrow();
    assertThat(enter.accountable()).contains("provider/program-manager");
    assertThat(enter.responsible()).containsExactly("provider/clerk");
    assertThat(enter.informed()).containsExactly("customer/functional-lead");
    assertThat(enter.toBe()).containsExactly("provider");
    assertThat(conops.roles()).containsOnlyKeys("clerk");
  }

  @Test
  void aHoleIsSaidAtItsRow() throws Exception {
    assertThat(read(form()).findings())
        .extracting(Finding::toLine)
        .anyMatch(
            line -> line.startsWith("raci.xlsx, sheet Who, row 5 warning PL534 nobody is acc"))
        .anyMatch(line -> line.startsWith("raci.xlsx, sheet Who, cell F2 warning PL532"));
  }

  @Test
  void whatWasReadAndIsWrittenBackChangesNothing() throws Exception {
    Path form = form();
    Conops conops = conops(read(form));
    Filled filled =
        ResponsibilityRows.into(conops, FormTable.of("raci.xlsx", form), TERMS).orElseThrow();
    Path to = folder.resolve("filled.xlsx");
    FilledWorkbook.fill(form, to, filled.cells(), Map.of());
    assertThat(filled.told()).isEmpty();
    Map<String, byte[]> before = OfficeFiles.parts(form);
    Map<String, byte[]> after = OfficeFiles.parts(to);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach((part, bytes) -> assertThat(after.get(part)).as(part).isEqualTo(bytes));
  }

  @Test
  void whatDiffersIsWrittenAndWhatIsMissingIsAddedBelow() throws Exception {
    Path form = form();
    String text =
        read(form)
            .text()
            .replace(
                "accountable: customer/business-owner", "accountable: provider/program-manager")
            .concat(
                "  more:\n"
                    + "    name: More\n"
                    + "    steps: [{id: audit, name: Audit, to-be: provider}]\n");
    Conops conops = CompanionYaml.conops("c.yaml", text.getBytes(UTF_8)).document().orElseThrow();
    Filled filled =
        ResponsibilityRows.into(conops, FormTable.of("raci.xlsx", form), TERMS).orElseThrow();
    assertThat(filled.told())
        .containsExactly("changed row 4: Approve the invoice", "added row 6: Audit");
    Path to = folder.resolve("filled.xlsx");
    FilledWorkbook.fill(form, to, filled.cells(), Map.of());
    List<FormTable.Line> lines = FormTable.of("filled.xlsx", to).get(0).lines();
    assertThat(lines.get(3).text(2)).isEmpty();
    assertThat(lines.get(3).text(4)).isEqualTo("A");
    assertThat(lines.get(5).text(1)).isEqualTo("Audit");
    assertThat(filled.findings())
        .extracting(Finding::found)
        .contains("the form has no column for provider", "Audit: nobody is accountable");
  }

  @Test
  void aMatrixMadeAnewIsReadAgainAndIsTheSameBytes() throws Exception {
    Conops conops = conops(read(form()));
    Path one = folder.resolve("one.xlsx");
    Path two = folder.resolve("two.xlsx");
    NewWorkbook.write(one, conops.title(), List.of(ResponsibilityRows.sheet(conops)));
    NewWorkbook.write(two, conops.title(), List.of(ResponsibilityRows.sheet(conops)));
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
    Conops again = conops(read(one));
    assertThat(again.step("payables/enter-the-invoice"))
        .isEqualTo(conops.step("payables/enter-the-invoice"));
    assertThat(again.processes().values()).hasSize(1);
  }

  @Test
  void withoutMarksNothingIsMade() throws Exception {
    Path file =
        OfficeFiles.workbook(
            folder.resolve("a.xlsx"), "A", OfficeFiles.rows("Task | Who", "a | b"));
    assertThat(read(file).isRefused()).isTrue();
  }
}
