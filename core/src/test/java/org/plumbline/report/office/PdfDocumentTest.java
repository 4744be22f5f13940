package org.plumbline.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class PdfDocumentTest {
  private final byte[] file = PdfDocument.write(EveryBlock.document(), EveryBlock.MADE);

  @Test
  void theSameDocumentIsTheSameFile() {
    assertThat(PdfDocument.write(EveryBlock.document(), EveryBlock.MADE)).isEqualTo(file);
  }

  @Test
  void itIsAccessibleByTheRulesOfTheStandard() throws Exception {
    assertThat(violations(file)).isEmpty();
  }

  @Test
  void allTextIsThereAndEachPageSaysWhatItIs() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      String text = new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
      assertThat(text)
          .contains("Service & support <desk>", "Second line with =SUM(A1) and <w:p/> in it.")
          .contains("√ 99.8%", "in work", "25%", "inserted")
          .contains("Page 1 of " + pdf.getNumberOfPages(), "Version plumbline1:sha-256:ababab");
      assertThat(text.lines().filter(line -> line.contains("CUI")).count())
          .isGreaterThanOrEqualTo(2L * pdf.getNumberOfPages());
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
      assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Service & support <desk>");
    }
  }

  /** What a checker of PDF/UA-1 finds. */
  public static List<String> violations(byte[] file) throws VeraPDFException, IOException {
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      ValidationResult result = validator.validate(parser);
      return result.getTestAssertions().stream()
          .filter(test -> test.getStatus() != TestAssertion.Status.PASSED)
          .map(TestAssertion::getMessage)
          .distinct()
          .toList();
    }
  }
}
