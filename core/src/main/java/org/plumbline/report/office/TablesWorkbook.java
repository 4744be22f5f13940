package org.plumbline.report.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.report.Block;
import org.plumbline.report.Document;

/** The tables of a document as a workbook: one a sheet, and what the document is on the last. */
public final class TablesWorkbook {

  private static final int LONGEST_TAB = 31;

  private TablesWorkbook() {}

  /**
   * The file.
   *
   * @param made when it was made; the file says so
   */
  public static byte[] write(Document document, Instant made) {
    Sheets sheets = new Sheets(document.title(), made);
    Set<String> taken = new HashSet<>(Set.of("about"));
    for (Document.Section section : document.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Table table) {
          add(sheets, tab(table.caption(), taken), table);
        } else if (block instanceof Block.Signatures signatures) {
          add(sheets, tab(signatures.caption(), taken), signatures.table());
        }
      }
    }
    about(sheets, document);
    return sheets.bytes(document.marking());
  }

  private static void add(Sheets sheets, String tab, Block.Table table) {
    sheets.add(
        tab,
        table.columns().stream().map(Block.Column::name).toList(),
        table.rows().stream()
            .map(row -> row.cells().stream().map(cell -> Sheets.text(cell.text())).toList())
            .toList());
  }

  private static void about(Sheets sheets, Document document) {
    List<List<Sheets.Value>> rows = new ArrayList<>();
    rows.add(List.of(Sheets.text("Title"), Sheets.text(document.title())));
    rows.add(List.of(Sheets.text("Of"), Sheets.text(document.subtitle())));
    document
        .marking()
        .ifPresent(text -> rows.add(List.of(Sheets.text("Marking"), Sheets.text(text))));
    document
        .facts()
        .forEach(fact -> rows.add(List.of(Sheets.text(fact.name()), Sheets.text(fact.value()))));
    sheets.add("About", List.of("What", "This workbook"), rows);
  }

  /** A name for a sheet: letters and digits, no longer than a tab may be, each another one. */
  private static String tab(String caption, Set<String> taken) {
    String plain = caption.replaceAll("[^\\p{L}\\p{N} ]+", " ").replaceAll(" +", " ").strip();
    String whole = plain.length() <= LONGEST_TAB ? plain : plain.substring(0, LONGEST_TAB - 2);
    String base = whole.strip().isEmpty() ? "Table" : whole.strip();
    String name = base;
    for (int number = 2; !taken.add(name.toLowerCase(java.util.Locale.ROOT)); number++) {
      name = base.substring(0, Math.min(base.length(), LONGEST_TAB - 3)).strip() + " " + number;
    }
    return name;
  }
}
