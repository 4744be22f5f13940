package org.plumbline.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.forms.OfficeFiles;

class HostileFormsTest {

  private static final String EXTERNAL =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"a\" TargetMode=\"External\" Target=\"http://example.org/t.dotm\""
          + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\"/>"
          + "</Relationships>";

  @TempDir private Path folder;

  private Path document() {
    return OfficeFiles.document(folder.resolve("a.docx"), OfficeFiles.paragraph("H1", "One"));
  }

  private Path workbook(String cell) {
    return OfficeFiles.workbook(
        folder.resolve("a.xlsx"), "One", List.of(List.of("A", "B"), List.of("x", cell)));
  }

  private static RefusedWorkbook refused(Path document) {
    return catchThrowableOfType(RefusedWorkbook.class, () -> WordFile.read(document));
  }

  private static RefusedWorkbook refusedForm(Path workbook) {
    return catchThrowableOfType(RefusedWorkbook.class, () -> Workbook.openForm(workbook).close());
  }

  @Test
  void macrosAreRefusedInBoth() {
    assertThat(refused(OfficeFiles.with(document(), "word/vbaProject.bin", "x")).found())
        .isEqualTo("the document holds macros or controls");
    assertThat(refusedForm(OfficeFiles.with(workbook("y"), "xl/vbaProject.bin", "x")).found())
        .isEqualTo("the workbook holds macros or controls");
    String types =
        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
            + "vnd.ms-word.document.macroEnabled.main+xml\"/></Types>";
    assertThat(refused(OfficeFiles.with(document(), "[Content_Types].xml", types)).found())
        .isEqualTo("the document is one with macros");
  }

  @Test
  void partsInOtherFilesAreRefusedAndLinksToClickAreNot() throws Exception {
    String rels = "word/_rels/settings.xml.rels";
    assertThat(
            refused(OfficeFiles.with(document(), rels, EXTERNAL.formatted("attachedTemplate")))
                .found())
        .contains("takes a part from another file (attachedTemplate)");
    assertThat(WordFile.read(OfficeFiles.with(document(), rels, EXTERNAL.formatted("hyperlink"))))
        .hasSize(1);
  }

  @Test
  void aDocumentTypeIsRefused() {
    String text =
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><w:document"
            + " xmlns:w=\"w\"><w:body>&b;</w:body></w:document>";
    assertThat(refused(OfficeFiles.with(document(), "word/document.xml", text)).found())
        .contains("declares a document type");
  }

  @Test
  void aFieldThatFetchesIsRefused() {
    Path file =
        OfficeFiles.document(
            folder.resolve("b.docx"),
            "<w:p><w:r><w:instrText> DDEAUTO c:\\\\cmd.exe </w:instrText></w:r></w:p>");
    assertThat(refused(file).found()).contains("fetches from another file (DDEAUTO)");
  }

  @Test
  void aBombIsRefusedBeforeItUnpacks() throws IOException {
    Path file = folder.resolve("bomb.docx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] blank = new byte[1 << 20];
      Arrays.fill(blank, (byte) ' ');
      for (int i = 0; i < 100; i++) {
        zip.write(blank);
      }
    }
    assertThat(refused(file).found()).contains("unpacks to far more than its size");
  }

  private static final String EMBEDDED = "ppt/embeddings/document1.docx";
  private static final SlideAnswers NOTHING =
      new SlideAnswers(words -> Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

  /** Slides with a document in them that has such a part. */
  private Path slides(String part, byte[] content) throws IOException {
    Path form = Path.of("../examples/forms/success-metrics.pptx");
    Map<String, byte[]> parts = new LinkedHashMap<>(OfficeFiles.parts(form));
    Path document = Files.write(folder.resolve("in.docx"), parts.get(EMBEDDED));
    Map<String, byte[]> own = new LinkedHashMap<>(OfficeFiles.parts(document));
    own.put(part, content);
    parts.put(EMBEDDED, Files.readAllBytes(OfficeFiles.zip(document, own)));
    return OfficeFiles.zip(folder.resolve("slides.pptx"), parts);
  }

  private String refusedSlides(String part, String content) throws IOException {
    return refusedSlides(part, content.getBytes(UTF_8));
  }

  /** The same when they are read and when they are filled in. */
  private String refusedSlides(String part, byte[] content) throws IOException {
    Path form = slides(part, content);
    RefusedWorkbook filled =
        catchThrowableOfType(
            RefusedWorkbook.class,
            () -> FilledSlides.fill(form, folder.resolve("filled.pptx"), NOTHING));
    RefusedWorkbook read =
        catchThrowableOfType(RefusedWorkbook.class, () -> SlideFile.tables(form));
    assertThat(read.found()).isEqualTo(filled.found());
    assertThat(folder.resolve("filled.pptx")).doesNotExist();
    return filled.found();
  }

  @Test
  void aHostileDocumentInASlideIsRefusedAndNamed() throws IOException {
    assertThat(refusedSlides("word/vbaProject.bin", "x"))
        .isEqualTo(
            "a file is embedded that cannot be taken (ppt/embeddings/document1.docx): the document"
                + " holds macros or controls");
    assertThat(
            refusedSlides("word/_rels/settings.xml.rels", EXTERNAL.formatted("attachedTemplate")))
        .contains(EMBEDDED, "takes a part from another file (attachedTemplate)");
    assertThat(
            refusedSlides(
                "word/numbering.xml",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
        .contains(EMBEDDED, "declares a document type");
    byte[] blank = new byte[80 << 20];
    Arrays.fill(blank, (byte) ' ');
    assertThat(refusedSlides("word/media/image1.xml", blank))
        .contains(EMBEDDED, "it unpacks to far more than its size");
    assertThat(refusedSlides("[Content_Types].xml", "no XML")).contains(EMBEDDED, "is damaged");
  }

  @Test
  void aFileThatIsEmbeddedTooDeepIsRefused() throws IOException {
    Path inner = document();
    for (int i = 0; i < 4; i++) {
      Map<String, byte[]> parts = new LinkedHashMap<>(OfficeFiles.parts(document()));
      parts.put("word/embeddings/a.docx", Files.readAllBytes(inner));
      inner = OfficeFiles.zip(folder.resolve("deep" + i + ".docx"), parts);
    }
    assertThat(refused(inner).found()).contains("it is embedded in more than 3 files");
  }

  @Test
  void aFieldThatFetchesIsRefusedInAFormToo() {
    Path form =
        OfficeFiles.document(
            folder.resolve("f.docx"),
            "<w:p><w:r><w:instrText> INCLUDETEXT \"x\" </w:instrText></w:r></w:p>");
    RefusedWorkbook refused =
        catchThrowableOfType(
            RefusedWorkbook.class,
            () ->
                FilledDocument.fill(
                    form,
                    folder.resolve("g.docx"),
                    label -> Optional.empty(),
                    heading -> Optional.empty()));
    assertThat(refused.found()).contains("fetches from another file (INCLUDETEXT)");
  }

  @Test
  void whatIsNoOfficeFileIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("t.docx"), "plain text");
    assertThat(refused(text).found()).isEqualTo("the file is no document");
    Path old = Files.write(folder.resolve("o.docx"), new byte[] {(byte) 0xd0, (byte) 0xcf, 1, 2});
    assertThat(refused(old).found()).contains("protected with a password");
  }

  @Test
  void aValueOfAnotherWorkbookIsAFaultAtItsCell() throws Exception {
    Path file = workbook("y");
    String sheet =
        new String(
                OfficeFiles.parts(file).get("xl/worksheets/sheet1.xml"),
                java.nio.charset.StandardCharsets.UTF_8)
            .replaceFirst("<c r=\"B2\".*?</c>", "<c r=\"B2\"><f>'[1]Plan'!A1+1</f><v>95</v></c>");
    OfficeFiles.with(file, "xl/worksheets/sheet1.xml", sheet);
    List<String> faults = new ArrayList<>();
    try (Workbook workbook = Workbook.openForm(file)) {
      workbook.rows(Optional.empty(), (number, cells, fault) -> faults.add(fault));
    }
    assertThat(faults).containsExactly("", "cell B2 takes its value from another file");
  }

  @Test
  void whatIsFilledInIsTextAndNeverAFormula() throws Exception {
    Path to = folder.resolve("filled.xlsx");
    FilledWorkbook.write(
        workbook("y"),
        to,
        "One",
        new TreeMap<>(Map.of(2L, Map.of(1, "=HYPERLINK(\"x\")"))),
        Map.of());
    String sheet =
        new String(
            OfficeFiles.parts(to).get("xl/worksheets/sheet1.xml"),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(sheet).doesNotContain("<f>").contains("<t xml:space=\"preserve\">=HYPERLINK(");
  }

  @Test
  void aBombIsNotUnpackedIntoTheFilledCopy() throws IOException {
    Path file = workbook("y");
    Map<String, byte[]> parts = new LinkedHashMap<>(OfficeFiles.parts(file));
    parts.put("xl/media/image1.bin", new byte[80 << 20]);
    OfficeFiles.zip(file, parts);
    assertThat(
            catchThrowableOfType(
                Workbook.TooLarge.class,
                () ->
                    FilledWorkbook.write(
                        file,
                        folder.resolve("c.xlsx"),
                        "One",
                        new TreeMap<>(Map.of(2L, Map.of(1, "z"))),
                        Map.of())))
        .hasMessageContaining("unpacks to far more");
  }

  @Test
  void textsOfADocumentStandAsTheyAreRead() throws Exception {
    Path file =
        OfficeFiles.document(
            folder.resolve("c.docx"),
            OfficeFiles.paragraph("TOC1", "Scope....3")
                + OfficeFiles.paragraph("H1", "Scope")
                + "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
                + OfficeFiles.paragraph("Mine", "Part")
                + "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
                + OfficeFiles.paragraph("", "Desk")
                + "</w:tc><w:tc>"
                + OfficeFiles.paragraph("", "95%")
                + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>"
                + OfficeFiles.paragraph("", "98%")
                + "</w:tc></w:tr></w:tbl>");
    assertThat(WordFile.read(file))
        .containsExactly(
            new WordBlock.Heading(1, "Scope"),
            new WordBlock.Paragraph("kept", false),
            new WordBlock.Heading(2, "Part"),
            new WordBlock.Table(1, List.of(List.of("Desk", "95%"), List.of("Desk", "98%"))));
  }
}
