package org.plumbline.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a Word document: headings, paragraphs and tables as they stand, without tables of
 * contents, text that was deleted, headers, footers and notes. Pictures are not looked at; macros,
 * fields that fetch and parts in other files are refused.
 */
public final class WordFile {

  private WordFile() {}

  /**
   * Reads a document.
   *
   * @throws RefusedWorkbook if the file is none, is damaged, is far too large, or acts
   */
  public static List<WordBlock> read(Path file) throws IOException, RefusedWorkbook {
    try (OfficePackage opened =
        OfficePackage.open(file, WorkbookLimits.FORM, OfficePackage.Kind.DOCUMENT)) {
      opened.refuseWhatActs();
      WordStyles styles = new WordStyles();
      if (opened.has("word/styles.xml")) {
        opened.parse("word/styles.xml", styles);
      }
      WordText text = new WordText(styles);
      opened.parse("word/document.xml", text);
      return text.blocks();
    } catch (Workbook.TooLarge e) {
      throw new RefusedWorkbook("the document " + e.getMessage(), "Take large tables out of it");
    }
  }
}
