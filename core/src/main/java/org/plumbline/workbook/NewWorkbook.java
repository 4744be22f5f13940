package org.plumbline.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook made anew: each sheet one table with a row of headings that stays in view, a name for
 * the table and no merged cells. Texts are never formulas. The same content gives the same bytes.
 */
public final class NewWorkbook {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private NewWorkbook() {}

  /**
   * A sheet.
   *
   * @param name at most 31 characters, without those that a tab may not have
   * @param widths of the columns, in characters
   * @param headings of the columns, each another one
   * @param rows as many cells each as there are headings
   */
  public record NewSheet(
      String name, List<Integer> widths, List<String> headings, List<List<Cell>> rows) {
    /** Copies the lists. */
    public NewSheet {
      widths = List.copyOf(widths);
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Writes the workbook. */
  public static void write(Path to, String title, List<NewSheet> sheets) throws IOException {
    try (OutputStream out = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts(title, sheets).entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(FIRST);
        zip.putNextEntry(entry);
        zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private static Map<String, String> parts(String title, List<NewSheet> sheets) {
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder types = new StringBuilder();
    StringBuilder tabs = new StringBuilder();
    StringBuilder links = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      NewSheet sheet = sheets.get(i - 1);
      types.append(type("/xl/worksheets/sheet" + i + ".xml", "spreadsheetml.worksheet"));
      types.append(type("/xl/tables/table" + i + ".xml", "spreadsheetml.table"));
      tabs.append("<sheet name=\"" + XmlText.of(sheet.name()) + "\" sheetId=\"" + i + "\"");
      tabs.append(" r:id=\"rId" + i + "\"/>");
      links.append(link(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
            + "vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
            + " ContentType=\"application/xml\"/>"
            + type("/xl/workbook.xml", "spreadsheetml.sheet.main")
            + type("/xl/styles.xml", "spreadsheetml.styles")
            + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
            + "vnd.openxmlformats-package.core-properties+xml\"/>"
            + types
            + "</Types>");
    parts.put(
        "_rels/.rels",
        links(
            link(1, "officeDocument", "xl/workbook.xml")
                + "<Relationship Id=\"rId2\" Type=\""
                + PACKAGE
                + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"));
    parts.put(
        "docProps/core.xml",
        "<cp:coreProperties xmlns:cp=\""
            + PACKAGE
            + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
            + XmlText.of(title)
            + "</dc:title><dc:language>en-US</dc:language></cp:coreProperties>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + OFFICE
            + "\"><sheets>"
            + tabs
            + "</sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        links(links + link(sheets.size() + 1, "styles", "styles.xml")));
    parts.put("xl/styles.xml", styles());
    for (int i = 1; i <= sheets.size(); i++) {
      parts.put("xl/worksheets/sheet" + i + ".xml", sheet(sheets.get(i - 1)));
      parts.put(
          "xl/worksheets/_rels/sheet" + i + ".xml.rels",
          links(link(1, "table", "../tables/table" + i + ".xml")));
      parts.put("xl/tables/table" + i + ".xml", table(sheets.get(i - 1), i));
    }
    return parts;
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\""
        + part
        + "\" ContentType=\"application/vnd.openxmlformats-officedocument."
        + kind
        + "+xml\"/>";
  }

  private static String link(int id, String kind, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\""
        + OFFICE
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String links(String links) {
    return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + links + "</Relationships>";
  }

  /** Looks: 0 plain, 1 heading, 2 text, 3 text that looks like a formula, 4 number, 5 date. */
  private static String styles() {
    String look =
        "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\" xfId=\"0\"%s%s>%s</xf>";
    String wrap = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    String top = "<alignment vertical=\"top\"/>";
    return "<styleSheet xmlns=\""
        + MAIN
        + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\""
        + " formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name"
        + " val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/><name"
        + " val=\"Calibri\"/></font></fonts><fills count=\"3\"><fill><patternFill"
        + " patternType=\"none\"/></fill><fill><patternFill"
        + " patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor"
        + " rgb=\"FF1F3864\"/></patternFill></fill></fills><borders"
        + " count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs"
        + " count=\"6\">"
        + look.formatted(0, 0, 0, "", "", "")
        + look.formatted(0, 1, 2, " applyFont=\"1\" applyFill=\"1\"", " applyAlignment=\"1\"", wrap)
        + look.formatted(49, 0, 0, "", " applyAlignment=\"1\"", wrap)
        + look.formatted(49, 0, 0, " quotePrefix=\"1\"", " applyAlignment=\"1\"", wrap)
        + look.formatted(0, 0, 0, "", " applyAlignment=\"1\"", top)
        + look.formatted(164, 0, 0, " applyNumberFormat=\"1\"", " applyAlignment=\"1\"", top)
        + "</cellXfs></styleSheet>";
  }

  private static String sheet(NewSheet sheet) {
    StringBuilder text = new StringBuilder();
    text.append("<worksheet xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheetPr>");
    text.append(
        "<pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">");
    text.append(
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    text.append("</sheetView></sheetViews><cols>");
    for (int i = 0; i < sheet.widths().size(); i++) {
      int at = i + 1;
      text.append("<col min=\"" + at + "\" max=\"" + at + "\" width=\"" + sheet.widths().get(i));
      text.append("\" customWidth=\"1\"/>");
    }
    text.append("</cols><sheetData>");
    text.append(row(1, sheet.headings().stream().map(Cell::text).toList(), sheet.widths()));
    for (int i = 0; i < sheet.headings().size(); i++) {
      text.append(cell(i, 1, Cell.text(sheet.headings().get(i)), 1));
    }
    text.append("</row>");
    for (int row = 0; row < sheet.rows().size(); row++) {
      text.append(row(row + 2, sheet.rows().get(row), sheet.widths()));
      for (int i = 0; i < sheet.rows().get(row).size(); i++) {
        Cell cell = sheet.rows().get(row).get(i);
        text.append(cell(i, row + 2, cell, look(cell)));
      }
      text.append("</row>");
    }
    int pages = 1 + sheet.widths().stream().mapToInt(Integer::intValue).sum() / 240;
    text.append("</sheetData><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\"");
    text.append(" header=\"0.3\" footer=\"0.3\"/><pageSetup orientation=\"landscape\"");
    text.append(" fitToWidth=\"" + pages + "\" fitToHeight=\"0\"/>");
    text.append("<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
    return text.append("</worksheet>").toString();
  }

  /** A row as high as its texts need. */
  private static String row(int number, List<Cell> cells, List<Integer> widths) {
    int lines = 1;
    for (int i = 0; i < cells.size(); i++) {
      int width = Math.max(1, widths.get(i) - 2);
      int own = 0;
      for (String line : cells.get(i).text().split("\n", -1)) {
        own += 1 + (line.length() - 1) / width;
      }
      lines = Math.max(lines, own);
    }
    int height = Math.min(400, 15 * lines + 1);
    return "<row r=\"" + number + "\" ht=\"" + height + "\" customHeight=\"1\">";
  }

  private static int look(Cell cell) {
    return switch (cell.kind()) {
      case NUMBER -> 4;
      case MOMENT -> 5;
      default -> cell.text().matches("(?s)[=+@\\t\\r-].*") ? 3 : 2;
    };
  }

  private static String cell(int column, int row, Cell cell, int look) {
    String head = "<c r=\"" + FilledWorkbook.column(column) + row + "\" s=\"" + look + "\"";
    if (cell.isEmpty()) {
      return head + "/>";
    }
    if (cell.kind() == Cell.Kind.NUMBER) {
      return head + "><v>" + cell.text() + "</v></c>";
    }
    if (cell.kind() == Cell.Kind.MOMENT) {
      LocalDate day = LocalDate.parse(cell.text());
      long serial = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
      return head + "><v>" + serial + "</v></c>";
    }
    return head
        + " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + XmlText.of(cell.text())
        + "</t></is></c>";
  }

  private static String table(NewSheet sheet, int number) {
    int last = Math.max(2, sheet.rows().size() + 1);
    String area = "A1:" + FilledWorkbook.column(sheet.headings().size() - 1) + last;
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < sheet.headings().size(); i++) {
      String heading = XmlText.of(sheet.headings().get(i)).replace("\n", "_x000a_");
      columns.append("<tableColumn id=\"" + (i + 1) + "\" name=\"" + heading + "\"/>");
    }
    String name = sheet.name().replaceAll("[^A-Za-z0-9]+", "_");
    return "<table xmlns=\""
        + MAIN
        + "\" id=\""
        + number
        + "\" name=\""
        + name
        + "_table\" displayName=\""
        + name
        + "_table\" ref=\""
        + area
        + "\"><autoFilter ref=\""
        + area
        + "\"/><tableColumns count=\""
        + sheet.headings().size()
        + "\">"
        + columns
        + "</tableColumns><tableStyleInfo name=\"TableStyleLight1\" showRowStripes=\"1\"/></table>";
  }
}
