package org.plumbline.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a file of an office says of itself beside its content, where programs show it as its
 * properties. Properties that are there stay; one of the same name takes the new value.
 */
final class FileProperties {

  private static final int MOST_BYTES = 4 << 20;
  private static final String TYPES = "[Content_Types].xml";
  private static final String RELATIONS = "_rels/.rels";
  private static final String PART = "docProps/custom.xml";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String KIND = OFFICE + "relationships/custom-properties";
  private static final String FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
  private static final Pattern NUMBER = Pattern.compile("\\bpid=\"(\\d+)\"");
  private static final Pattern RELATION = Pattern.compile("\\bId=\"rId(\\d+)\"");
  private static final String NONE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\""
          + OFFICE
          + "custom-properties\" xmlns:vt=\""
          + OFFICE
          + "docPropsVTypes\"></Properties>";

  private FileProperties() {}

  /** The parts that are new or change, by name; none where the file is not as expected. */
  static Map<String, byte[]> with(OfficePackage file, Map<String, String> properties)
      throws IOException, RefusedWorkbook {
    String relations = text(file, RELATIONS);
    boolean there = relations.contains(KIND);
    String before = there ? text(file, PART) : NONE;
    if (properties.isEmpty() || !before.contains("</Properties>") || file.has(PART) != there) {
      return Map.of();
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    if (!there) {
      parts.put(
          TYPES,
          bytes(
              text(file, TYPES),
              "</Types>",
              "<Override PartName=\"/"
                  + PART
                  + "\" ContentType=\"application/vnd.openxmlformats-officedocument"
                  + ".custom-properties+xml\"/>"));
      parts.put(
          RELATIONS,
          bytes(
              relations,
              "</Relationships>",
              "<Relationship Id=\"rId"
                  + (1 + highest(RELATION, relations))
                  + "\" Type=\""
                  + KIND
                  + "\" Target=\""
                  + PART
                  + "\"/>"));
    }
    parts.put(PART, bytes(before(before, properties), "</Properties>", said(before, properties)));
    return parts;
  }

  /** Without properties that are said anew. */
  private static String before(String text, Map<String, String> properties) {
    String left = text;
    for (String name : properties.keySet()) {
      left =
          left.replaceAll(
              "(?s)<property\\b[^>]*\\bname=\""
                  + Pattern.quote(XmlText.of(name))
                  + "\"[^>]*>.*?</property>",
              "");
    }
    return left;
  }

  private static String said(String before, Map<String, String> properties) {
    StringBuilder said = new StringBuilder();
    long number = Math.max(1, highest(NUMBER, before(before, properties)));
    for (Map.Entry<String, String> property : properties.entrySet()) {
      number++;
      said.append("<property fmtid=\"" + FORMAT + "\" pid=\"" + number + "\" name=\"");
      said.append(XmlText.of(property.getKey()) + "\"><vt:lpwstr>");
      said.append(XmlText.of(property.getValue()) + "</vt:lpwstr></property>");
    }
    return said.toString();
  }

  private static byte[] bytes(String text, String end, String added) {
    int at = text.lastIndexOf(end);
    return (at < 0 ? text : text.substring(0, at) + added + text.substring(at)).getBytes(UTF_8);
  }

  private static String text(OfficePackage file, String part) throws IOException, RefusedWorkbook {
    return new String(file.text(part, MOST_BYTES).orElse(new byte[0]), UTF_8);
  }

  private static long highest(Pattern number, String text) {
    return number
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .mapToLong(Long::parseLong)
        .max()
        .orElse(0);
  }
}
