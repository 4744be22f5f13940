package org.plumbline.report.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.plumbline.report.Document;

/** The parts of a Word file around its text: styles, header and footer, charts, properties. */
final class WordPackage {

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES = "application/vnd.openxmlformats-officedocument.";
  private static final String W =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String RELATIONSHIPS =
      Xml.HEAD
          + "<Relationships"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

  private WordPackage() {}

  static byte[] of(Document document, Instant made, String body, List<ChartXml> charts) {
    FixedZip zip = new FixedZip();
    zip.put("[Content_Types].xml", types(charts.size()));
    zip.put("_rels/.rels", rootRelationships());
    zip.put("word/document.xml", document(body));
    zip.put("word/_rels/document.xml.rels", relationships(charts.size()));
    zip.put("word/styles.xml", resource("word-styles.xml"));
    zip.put("word/numbering.xml", resource("word-numbering.xml"));
    zip.put("word/settings.xml", settings());
    zip.put("word/header1.xml", header(document));
    zip.put("word/footer1.xml", footer(document));
    for (int i = 0; i < charts.size(); i++) {
      String name = "chart" + (i + 1);
      zip.put("word/charts/" + name + ".xml", charts.get(i).xml());
      zip.put(
          "word/charts/_rels/" + name + ".xml.rels",
          RELATIONSHIPS
              + relationship("rId1", OFFICE + "/package", "../embeddings/" + name + ".xlsx")
              + "</Relationships>");
      zip.put("word/embeddings/" + name + ".xlsx", charts.get(i).data().bytes());
    }
    zip.put("docProps/core.xml", core(document, made));
    zip.put(
        "docProps/app.xml",
        Xml.HEAD
            + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            + "extended-properties\"><Application>Plumbline</Application></Properties>");
    return zip.bytes();
  }

  private static String types(int charts) {
    StringBuilder types = new StringBuilder(Xml.HEAD);
    types
        .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
        .append("<Default Extension=\"rels\" ContentType=\"")
        .append("application/vnd.openxmlformats-package.relationships+xml\"/>")
        .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
        .append("<Default Extension=\"xlsx\" ContentType=\"" + TYPES + "spreadsheetml.sheet\"/>");
    type(types, "/word/document.xml", TYPES + "wordprocessingml.document.main+xml");
    for (String part : List.of("styles", "numbering", "settings")) {
      type(types, "/word/" + part + ".xml", TYPES + "wordprocessingml." + part + "+xml");
    }
    for (String part : List.of("header", "footer")) {
      type(types, "/word/" + part + "1.xml", TYPES + "wordprocessingml." + part + "+xml");
    }
    for (int i = 1; i <= charts; i++) {
      type(types, "/word/charts/chart" + i + ".xml", TYPES + "drawingml.chart+xml");
    }
    type(types, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    type(types, "/docProps/app.xml", TYPES + "extended-properties+xml");
    return types.append("</Types>").toString();
  }

  private static void type(StringBuilder types, String part, String type) {
    types.append("<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>");
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
  }

  private static String rootRelationships() {
    return RELATIONSHIPS
        + relationship("rId1", OFFICE + "/officeDocument", "word/document.xml")
        + relationship(
            "rId2",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml")
        + relationship("rId3", OFFICE + "/extended-properties", "docProps/app.xml")
        + "</Relationships>";
  }

  private static String relationships(int charts) {
    StringBuilder all = new StringBuilder(RELATIONSHIPS);
    for (String part : List.of("styles", "numbering", "settings")) {
      all.append(relationship(part, OFFICE + "/" + part, part + ".xml"));
    }
    for (String part : List.of("header", "footer")) {
      all.append(relationship(part, OFFICE + "/" + part, part + "1.xml"));
    }
    for (int i = 1; i <= charts; i++) {
      all.append(relationship("chart" + i, OFFICE + "/chart", "charts/chart" + i + ".xml"));
    }
    return all.append("</Relationships>").toString();
  }

  private static String document(String body) {
    return Xml.HEAD
        + "<w:document"
        + W
        + " xmlns:r=\""
        + OFFICE
        + "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><w:body>"
        + body
        + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>"
        + "<w:footerReference w:type=\"default\" r:id=\"footer\"/>"
        + "<w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1224\" w:right=\"1152\""
        + " w:bottom=\"1152\" w:left=\"1152\" w:header=\"576\" w:footer=\"576\" w:gutter=\"0\"/>"
        + "</w:sectPr></w:body></w:document>";
  }

  private static String settings() {
    return Xml.HEAD
        + "<w:settings"
        + W
        + "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:compat>"
        + "<w:compatSetting w:name=\"compatibilityMode\""
        + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
        + "<w:themeFontLang w:val=\"en-US\"/></w:settings>";
  }

  private static String header(Document document) {
    Xml xml = new Xml();
    xml.raw(Xml.HEAD + "<w:hdr" + W + ">");
    document.marking().ifPresent(marking -> line(xml, "Marking", marking, ""));
    line(xml, "Header", document.title(), "");
    return xml.raw("</w:hdr>").toString();
  }

  private static String footer(Document document) {
    Xml xml = new Xml();
    xml.raw(Xml.HEAD + "<w:ftr" + W + ">");
    String page =
        "<w:r><w:tab/><w:t xml:space=\"preserve\">Page </w:t></w:r>"
            + "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
            + "<w:r><w:t xml:space=\"preserve\"> of </w:t></w:r>"
            + "<w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    line(xml, "Footer", Stamp.of(document), page);
    document.marking().ifPresent(marking -> line(xml, "Marking", marking, ""));
    return xml.raw("</w:ftr>").toString();
  }

  private static void line(Xml xml, String style, String text, String after) {
    xml.raw("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r>")
        .element("w:t xml:space=\"preserve\"", text)
        .raw("</w:r>" + after + "</w:p>");
  }

  private static String core(Document document, Instant made) {
    Xml xml = new Xml();
    return xml.raw(Xml.HEAD)
        .raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/")
        .raw("metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
        .raw(" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
        .raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
        .element("dc:title", document.title() + ": " + document.subtitle())
        .element("dc:creator", "Plumbline")
        .element("dc:language", "en-US")
        .element("dcterms:created xsi:type=\"dcterms:W3CDTF\"", made.toString())
        .element("dcterms:modified xsi:type=\"dcterms:W3CDTF\"", made.toString())
        .raw("</cp:coreProperties>")
        .toString();
  }

  static String resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(WordPackage.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
