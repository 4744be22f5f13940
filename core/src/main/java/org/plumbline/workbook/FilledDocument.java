package org.plumbline.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Word document written again with some of it filled in: cells beside a label in a table, and
 * what a template asks for between brackets below a heading or within a line, and free rows of
 * tables. Every other part goes over byte for byte, and of the text everything else.
 */
public final class FilledDocument {

  private static final int MOST_BYTES = 64 << 20;
  private static final String TEXT = "word/document.xml";

  private FilledDocument() {}

  /**
   * Writes the copy.
   *
   * @param cells by a label, in lower case: what stands beside it
   * @param sections by a heading, in lower case: what stands below it, paragraph by paragraph
   * @return labels and headings that were filled, in the order of the document
   * @throws RefusedWorkbook if the file is no document, is damaged, is far too large, or acts
   */
  public static List<String> fill(
      Path from,
      Path to,
      Function<String, Optional<String>> cells,
      Function<String, Optional<List<String>>> sections)
      throws IOException, RefusedWorkbook {
    return fill(from, to, new DocumentAnswers(cells, sections), Map.of());
  }

  /**
   * Writes the copy.
   *
   * @param about what the properties of the file say besides, in order, if anything is filled in
   * @return labels, headings and blanks that were filled
   * @throws RefusedWorkbook if the file is no document, is damaged, is far too large, or acts
   */
  public static List<String> fill(
      Path from, Path to, DocumentAnswers answers, Map<String, String> about)
      throws IOException, RefusedWorkbook {
    try (OfficePackage file =
        OfficePackage.open(from, WorkbookLimits.FORM, OfficePackage.Kind.DOCUMENT)) {
      file.refuseWhatActs();
      WordStyles styles = new WordStyles();
      if (file.has("word/styles.xml")) {
        file.parse("word/styles.xml", styles);
      }
      if (file.has(TEXT)) {
        file.parse(TEXT, new WordText(styles)); // Refuses what fetches or declares a type.
      }
      byte[] bytes =
          file.text(TEXT, MOST_BYTES)
              .orElseThrow(
                  () -> new RefusedWorkbook("the document has no text", "Save it as .docx"));
      FilledText text = new FilledText(new String(bytes, StandardCharsets.UTF_8), styles);
      List<String> filled = new ArrayList<>(text.cells(answers.cells()));
      filled.addAll(text.sections(answers.sections()));
      filled.addAll(text.rows(answers.rows()));
      filled.addAll(text.blanks(answers.blanks()));
      filled.addAll(text.behind(answers.behind()));
      Map<String, byte[]> parts = FilledWorkbook.bytes(Map.of(TEXT, text.text()));
      if (!filled.isEmpty()) {
        parts.putAll(FileProperties.with(file, about));
      }
      FilledWorkbook.copyBytes(file, to, parts);
      return filled;
    } catch (Workbook.TooLarge e) {
      throw new RefusedWorkbook("the document " + e.getMessage(), "Take large tables out of it");
    }
  }
}
