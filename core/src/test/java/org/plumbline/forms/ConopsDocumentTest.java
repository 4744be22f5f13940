package org.plumbline.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Role;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.workbook.WordFile;

class ConopsDocumentTest {

  private static final Path TEMPLATE =
      Path.of("../../shared/m3/templates/M3-Playbook-Target-State-CONOPS-Template.docx");
  private static final DraftTerms TERMS =
      new DraftTerms(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          LocalDate.of(2026, 8, 3));

  @TempDir private Path folder;

  private Understood read(String body) throws Exception {
    Path file = OfficeFiles.document(folder.resolve("c.docx"), body);
    return ConopsDocument.read("c.docx", WordFile.read(file), TERMS);
  }

  private static Conops conops(Understood understood) {
    var read = CompanionYaml.conops("c.yaml", understood.text().getBytes(UTF_8));
    assertThat(read.findings().stream().filter(f -> f.severity() == Severity.ERROR)).isEmpty();
    return read.document().orElseThrow();
  }

  @Test
  void sectionsAreClausesAndATableOfProcessesGivesProcesses() throws Exception {
    Conops conops =
        conops(
            read(
                OfficeFiles.paragraph("H1", "1. Overview")
                    + OfficeFiles.paragraph("", "Why: \"costs\" # and so on")
                    + OfficeFiles.paragraph("H2", "Major Processes and Functions")
                    + OfficeFiles.table("Name|Business value", "Invoice to payment|On time")
                    + OfficeFiles.paragraph("H2", "Infrastructure as a Service")
                    + OfficeFiles.paragraph("", "Availability of 99.9 % in service hours.")));
    assertThat(conops.clauses())
        .extracting(Clause::id)
        .containsExactly("overview", "processes", "infrastructure-as-a-service");
    assertThat(conops.processes()).containsOnlyKeys("invoice-to-payment");
    assertThat(conops.layers()).containsOnlyKeys("infrastructure");
  }

  @Test
  void whoUsesAServiceAreRolesWhereATableOrAListNamesThem() throws Exception {
    Understood understood =
        read(
            OfficeFiles.paragraph("H1", "Users and Other Stakeholders")
                + OfficeFiles.paragraph("", "They all work in one place: at home.")
                + OfficeFiles.table(
                    "User class|Organization|What they do",
                    "Invoice approvers|Bureau of Examples (customer)|approve",
                    "Accounts payable technicians|Service provider|enter",
                    "Executive sponsor|Customer agency|decides",
                    "&lt;&lt; others &gt;&gt;||"));
    assertThat(conops(understood).roles())
        .containsOnlyKeys("invoice-approvers", "accounts-payable-technicians");
    assertThat(conops(understood).roles().values())
        .extracting(Role::party)
        .containsExactly("customer", "provider");
    assertThat(understood.rows().get(0).toString())
        .contains(
            "roles of its own: Invoice approvers, Accounts payable technicians",
            "roles of M3, which need no declaring: Executive sponsor");
    assertThat(understood.text()).contains("# check: for which M3 role it stands\n");
    Understood listed =
        read(
            OfficeFiles.paragraph("H1", "Users")
                + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>"
                + "Approvers (agency): they approve invoices</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>"
                + "Everybody else who pays or is paid by the bureau</w:t></w:r></w:p>");
    assertThat(conops(listed).roles()).containsOnlyKeys("approvers");
  }

  @Test
  void whatTheTemplateAsksForIsNoContent() throws Exception {
    Understood understood =
        read(
            OfficeFiles.paragraph("H1", "Overview")
                + OfficeFiles.paragraph("", "&lt;&lt; Describe the purpose")
                + OfficeFiles.paragraph("", "and the objectives &gt;&gt;")
                + OfficeFiles.paragraph("H1", "Users")
                + OfficeFiles.paragraph("", "&lt;&lt; Identify users &gt;&gt; Approvers."));
    assertThat(understood.what()).isEqualTo("2 sections, 1 with content");
    assertThat(understood.text()).contains("text: \"Approvers.\"").doesNotContain("objectives");
    assertThat(understood.findings())
        .extracting(Finding::toLine)
        .singleElement()
        .asString()
        .startsWith("c.docx, section “Overview” warning PL534");
  }

  @Test
  void withoutHeadingsNothingIsMade() throws Exception {
    assertThat(read(OfficeFiles.paragraph("", "text")).isRefused()).isTrue();
  }

  @Test
  void thePublishedTemplateIsKnownAndEmpty() throws Exception {
    assumeTrue(Files.exists(TEMPLATE), "the published templates are not here");
    Understood understood = ConopsDocument.read("c.docx", WordFile.read(TEMPLATE), TERMS);
    assertThat(understood.what()).isEqualTo("13 sections, 0 with content");
    assertThat(conops(understood).clauses()).isEmpty();
    assertThat(understood.findings()).hasSize(11);
  }
}
