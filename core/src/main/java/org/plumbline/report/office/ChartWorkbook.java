package org.plumbline.report.office;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of a chart: names in the first column, a column a series.
 *
 * @param categories the names, in order
 * @param series at least one
 */
record ChartWorkbook(List<String> categories, List<Series> series) {

  static final String SHEET = "Data";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** Copies the lists. */
  ChartWorkbook {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
  }

  /**
   * One series.
   *
   * @param values one for each category; empty leaves a gap
   * @param color six hexadecimal digits
   * @param line whether it is drawn as a line without points
   */
  record Series(String name, List<Optional<BigDecimal>> values, String color, boolean line) {
    /** Copies the list. */
    Series {
      values = List.copyOf(values);
    }
  }

  /** The numbers as a workbook, by which a reader changes the chart. */
  byte[] bytes() {
    FixedZip zip = new FixedZip();
    zip.put(
        "[Content_Types].xml",
        Xml.HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\""
            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + TYPE
            + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
            + TYPE
            + "worksheet+xml\"/></Types>");
    zip.put("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
    zip.put(
        "xl/workbook.xml",
        Xml.HEAD
            + "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + OFFICE
            + "\"><sheets><sheet name=\""
            + SHEET
            + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    zip.put("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
    zip.put("xl/worksheets/sheet1.xml", sheet());
    return zip.bytes();
  }

  private static String relationship(String type, String target) {
    return Xml.HEAD
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private String sheet() {
    Xml xml = new Xml();
    xml.raw(Xml.HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\">");
    word(xml, "Period");
    series.forEach(each -> word(xml, each.name()));
    xml.raw("</row>");
    for (int c = 0; c < categories.size(); c++) {
      xml.raw("<row r=\"" + (c + 2) + "\">");
      word(xml, categories.get(c));
      for (Series each : series) {
        xml.raw("<c>");
        each.values().get(c).ifPresent(value -> xml.raw("<v>" + value.toPlainString() + "</v>"));
        xml.raw("</c>");
      }
      xml.raw("</row>");
    }
    return xml.raw("</sheetData></worksheet>").toString();
  }

  private static void word(Xml xml, String text) {
    xml.raw("<c t=\"inlineStr\"><is>").element("t", SafeText.of(text)).raw("</is></c>");
  }
}
