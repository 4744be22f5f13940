package org.plumbline.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementFile;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.register.Register;
import org.plumbline.register.SignOff;
import org.plumbline.report.Block;
import org.plumbline.report.Document;

class SlaDocumentTest {
  static final Instant MADE = Instant.parse("2026-11-22T13:00:00Z");
  private static final Path FILE = Path.of("../examples/accounts-payable/agreement.yaml");

  static Agreement agreement() {
    try {
      return AgreementFile.read(FILE).agreement().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Source source(Register register) {
    return new Source(agreement(), "plumbline1:sha-256:abc", register, MADE, "Plumbline 0.1.0");
  }

  private static Document sla(Register register) {
    return SlaDocument.of(source(register));
  }

  private static final Register NOTHING = Register.none("accounts-payable-2027");

  @Test
  void itStandsInTheOrderOfTheTemplate() {
    assertThat(sla(NOTHING).sections())
        .extracting(Document.Section::title)
        .startsWith(
            "1. Introduction",
            "2. Purpose",
            "3. Authority",
            "4. Period of performance",
            "5. Termination",
            "6. Security",
            "7. Dispute resolution",
            "8. Migration",
            "9. Funding and cost",
            "10. Services provided",
            "11. Modification of services",
            "12. Responsibilities",
            "13. Performance measures and metrics",
            "14. Configuration management",
            "15. Points of contact",
            "16. Approvals");
  }

  @Test
  void eachClauseStandsInItExactlyOnce() {
    String text = sla(NOTHING).toString();
    for (var clause : agreement().clauses()) {
      String said = clause.text().strip();
      assertThat(text.split(java.util.regex.Pattern.quote("text=" + said), -1)).hasSize(2);
    }
  }

  @Test
  void eachMetricIsASentenceAndATable() {
    List<Block> blocks =
        sla(NOTHING).sections().stream()
            .filter(section -> section.id().equals("measures"))
            .findFirst()
            .orElseThrow()
            .blocks();
    agreement()
        .metrics()
        .values()
        .forEach(
            metric ->
                assertThat(blocks)
                    .contains(new Block.Heading(metric.name()))
                    .anySatisfy(
                        block ->
                            assertThat(block)
                                .isInstanceOfSatisfying(
                                    Block.Table.class,
                                    table ->
                                        assertThat(table.caption())
                                            .isEqualTo(metric.name() + ": terms"))));
  }

  @Test
  void theApprovalsNameTheHashAndWhoSigned() {
    SignOff signed =
        new SignOff(
            0,
            Optional.empty(),
            "provider",
            Optional.empty(),
            Optional.of("A. Person"),
            LocalDate.of(2026, 10, 1),
            Optional.empty());
    Register register =
        new Register(
            "accounts-payable-2027",
            List.of(),
            List.of(signed),
            Map.of(),
            Map.of(),
            Places.none(Register.NAME));
    Document.Section approvals =
        sla(register).sections().stream()
            .filter(section -> section.id().equals("approvals"))
            .findFirst()
            .orElseThrow();
    assertThat(approvals.toString())
        .contains("plumbline1:sha-256:abc", "A. Person", "2026-10-01", "Business owner");
  }
}
