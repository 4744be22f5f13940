package org.plumbline.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that stand on slides: those of the slides themselves, and those of Word documents that
 * are embedded in them. Macros and parts in other files are refused, also in what is embedded.
 */
public final class SlideFile {

  private SlideFile() {}

  /**
   * The tables in the order of the slides, numbered from 1.
   *
   * @throws RefusedWorkbook if the file holds no slides, is damaged, is far too large, or acts
   */
  public static List<WordBlock> tables(Path file) throws IOException, RefusedWorkbook {
    try (OfficePackage opened =
        OfficePackage.open(file, WorkbookLimits.FORM, OfficePackage.Kind.SLIDES)) {
      opened.refuseWhatActs();
      List<WordBlock> tables = new ArrayList<>();
      for (String slide : FilledSlides.slides(opened)) {
        for (List<List<String>> rows : SlideTables.rows(FilledSlides.text(opened, slide))) {
          tables.add(new WordBlock.Table(tables.size() + 1, rows));
        }
        for (EmbeddedDocuments.Embedded embedded : EmbeddedDocuments.of(opened, slide)) {
          for (WordBlock block : EmbeddedDocuments.opened(opened, embedded, WordFile::read)) {
            if (block instanceof WordBlock.Table table) {
              tables.add(new WordBlock.Table(tables.size() + 1, table.rows()));
            }
          }
        }
      }
      return tables;
    } catch (Workbook.TooLarge e) {
      throw new RefusedWorkbook(
          "the presentation " + e.getMessage(), "Take large slides out of it");
    }
  }
}
