package org.plumbline.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A slide of lines behind those of a presentation, in the layout of its first slide. */
final class AddedSlide {

  private static final int MOST_BYTES = 16 << 20;
  private static final String SHOW = "ppt/presentation.xml";
  private static final String SHOW_RELATIONS = "ppt/_rels/presentation.xml.rels";
  private static final String TYPES = "[Content_Types].xml";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final Pattern LAYOUT = Pattern.compile("Target=\"(\\.\\./slideLayouts/[^\"]+)\"");
  private static final Pattern SLIDE_ID = Pattern.compile("<p:sldId [^>]*?\\bid=\"(\\d+)\"");
  private static final Pattern SIZE =
      Pattern.compile("<p:sldSz [^>]*?cx=\"(\\d+)\"[^>]*?cy=\"(\\d+)\"");

  private AddedSlide() {}

  /**
   * The parts that are new or change, by name.
   *
   * @param number one that no slide has
   */
  static Map<String, byte[]> parts(OfficePackage file, int number, SlideAnswers.About about)
      throws IOException, RefusedWorkbook {
    String show = text(file, SHOW);
    String relations = text(file, SHOW_RELATIONS);
    String types = text(file, TYPES);
    Matcher layout = LAYOUT.matcher(text(file, "ppt/slides/_rels/slide1.xml.rels"));
    Matcher size = SIZE.matcher(show);
    if (!layout.find() || !size.find() || !show.contains("</p:sldIdLst>")) {
      return Map.of(); // It is not as expected: nothing is added.
    }
    String name = "ppt/slides/slide" + number + ".xml";
    String relation = "rId" + (1 + highest(Pattern.compile("Id=\"rId(\\d+)\""), relations));
    long id = 1 + Math.max(255, highest(SLIDE_ID, show));
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(
        parts,
        TYPES,
        types.replace(
            "</Types>",
            "<Override PartName=\"/"
                + name
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument"
                + ".presentationml.slide+xml\"/></Types>"));
    put(
        parts,
        SHOW,
        show.replace(
            "</p:sldIdLst>",
            "<p:sldId id=\"" + id + "\" r:id=\"" + relation + "\"/></p:sldIdLst>"));
    put(
        parts,
        SHOW_RELATIONS,
        relations.replace(
            "</Relationships>",
            relation(relation, "slide", "slides/slide" + number + ".xml") + "</Relationships>"));
    long width = Long.parseLong(size.group(1));
    long height = Long.parseLong(size.group(2));
    put(parts, name, slide(about, width, height));
    put(
        parts,
        "ppt/slides/_rels/slide" + number + ".xml.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + relation("rId1", "slideLayout", layout.group(1))
            + "</Relationships>");
    return parts;
  }

  private static void put(Map<String, byte[]> parts, String name, String text) {
    parts.put(name, text.getBytes(UTF_8));
  }

  private static String text(OfficePackage file, String part) throws IOException, RefusedWorkbook {
    return new String(file.text(part, MOST_BYTES).orElse(new byte[0]), UTF_8);
  }

  private static long highest(Pattern number, String text) {
    return number
        .matcher(text)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .max()
        .orElse(0);
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String slide(SlideAnswers.About about, long width, long height) {
    StringBuilder lines = new StringBuilder();
    about
        .lines()
        .forEach(
            line ->
                lines
                    .append("<a:p><a:pPr marL=\"0\" indent=\"0\"><a:spcAft><a:spcPts val=\"500\"/>")
                    .append("</a:spcAft><a:buNone/></a:pPr>")
                    .append(run(line.getKey() + ": ", " b=\"1\""))
                    .append(run(line.getValue(), ""))
                    .append("</a:p>"));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
        + "<p:sld xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        + " xmlns:r=\""
        + OFFICE
        + "\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld>"
        + "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
        + "</p:nvGrpSpPr><p:grpSpPr/>"
        + "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>"
        + "</p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr/>"
        + "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"en-US\"/><a:t>"
        + XmlText.of(about.title())
        + "</a:t></a:r></a:p></p:txBody></p:sp>"
        + "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"What these slides are of\"/>"
        + "<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\""
        + width / 16
        + "\" y=\""
        + height / 5
        + "\"/><a:ext cx=\""
        + width * 7 / 8
        + "\" cy=\""
        + height * 7 / 10
        + "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
        + "<p:txBody><a:bodyPr wrap=\"square\"><a:normAutofit/></a:bodyPr><a:lstStyle/>"
        + lines
        + "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        + "</p:sld>";
  }

  private static String run(String text, String look) {
    return "<a:r><a:rPr lang=\"en-US\" sz=\"1200\""
        + look
        + "/><a:t>"
        + XmlText.of(text)
        + "</a:t></a:r>";
  }
}
