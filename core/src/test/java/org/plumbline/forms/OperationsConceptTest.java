package org.plumbline.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.office.WordDocument;
import org.plumbline.report.paper.ConceptSource;
import org.plumbline.report.paper.OperationsConcept;
import org.plumbline.workbook.WordFile;

/** A concept of operations written as a Word document, certified, and read back. */
class OperationsConceptTest {
  private static final Instant MADE = Instant.parse("2026-11-22T13:00:00Z");
  private static final DraftTerms TERMS =
      new DraftTerms(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          LocalDate.of(2026, 8, 3));

  @TempDir private Path folder;

  private static Conops conops(byte[] text) {
    return CompanionYaml.conops("conops.yaml", text).document().orElseThrow();
  }

  private static Conops example() throws Exception {
    return conops(Files.readAllBytes(Path.of("../examples/accounts-payable/conops.yaml")));
  }

  private static Document document(Conops conops) {
    return OperationsConcept.of(
        new ConceptSource(
            conops, "plumbline1:sha-256:abc", Optional.of("CUI"), MADE, "Plumbline 0.1.0"));
  }

  private Understood readBack(Conops conops) throws Exception {
    Path file = folder.resolve("conops.docx");
    Files.write(file, WordDocument.write(document(conops), MADE));
    return ConopsDocument.read("conops.docx", WordFile.read(file), TERMS);
  }

  @Test
  void readBackItIsTheSameConcept() throws Exception {
    Understood understood = readBack(example());
    assertThat(conops(understood.text().getBytes(UTF_8))).isEqualTo(example());
  }

  @Test
  void whatOthersDeclareIsReadBackToo() throws Exception {
    Conops conops =
        conops(
            """
            plumbline: 1
            conops: trips
            title: "Trips: booked & paid"
            zone: America/Denver
            parties:
              customer: {name: Bureau}
              provider: {name: Center, federal: false}
            roles:
              cor: {name: Contracting Officer's Representative, party: customer, stands-for: contracting-officer}
            works: {customer: bureau-days}
            calendars:
              bureau-days: {hours: {mon-fri: ["08:00-17:00"]}}
            processes:
              trip:
                name: Trip to payment
                steps:
                  - {id: book, name: Book, to-be: [customer, provider], accountable: customer/cor, responsible: [provider/o-and-m-team], before: 4 hours, calendar: bureau-days, after: none}
                  - {id: pay, name: Pay, to-be: provider, after: [book]}
            layers:
              platform: {as-is: customer, to-be: provider, needs: [Restored in a day, Backed up each night]}
            clauses:
              - {id: security, heading: Security, text: Moderate.}
            """
                .getBytes(UTF_8));
    Understood understood = readBack(conops);
    assertThat(conops(understood.text().getBytes(UTF_8))).isEqualTo(conops);
    assertThat(understood.text()).doesNotContain("no table says");
    assertThat(document(conops).sections().toString())
        .contains("The bureau days calendar is open Monday to Friday 08:00 to 17:00");
  }

  @Test
  void calendarsWithAllThatTheyCanSayAreReadBack() throws Exception {
    Conops conops =
        conops(
            """
            plumbline: 1
            conops: trips
            title: Trips
            zone: America/Denver
            parties:
              customer: {name: Bureau}
              provider: {name: Center}
            calendars:
              desk:
                zone: Pacific/Honolulu
                hours: {mon-fri: ["08:00-12:00", "13:00-17:00"], sat: ["22:00-24:00"]}
                breaks: {mon-fri: ["10:00-10:15"]}
                shifts: {2026-12-24: ["08:00-12:00"]}
                holidays: [us-federal, {country: CA}, 2026-12-26]
                closures: [2026-07-03, 2026-08-01..2026-08-05]
                day-ends: close
              always-open: {hours: {mon-sun: ["00:00-24:00"]}, pauses-by: elapsed}
            """
                .getBytes(UTF_8));
    assertThat(conops(readBack(conops).text().getBytes(UTF_8))).isEqualTo(conops);
  }

  @Test
  void oneOfThreeStatementsIsCheckedAndSigned() throws Exception {
    Document document = document(example());
    Document.Section page = document.sections().get(1);
    assertThat(page.title()).isEqualTo("Management certification");
    assertThat(page.blocks().toString())
        .contains("is accepted.", "accepted pending the changes", "is not accepted.")
        .contains("Executive sponsor, Bureau of Examples", "plumbline1:sha-256:abc");
    assertThat(page.blocks()).last().isInstanceOf(Block.PageBreak.class);
  }

  @Test
  void madeTwiceItIsTheSameFile() throws Exception {
    assertThat(WordDocument.write(document(example()), MADE))
        .isEqualTo(WordDocument.write(document(example()), MADE));
  }
}
