package org.plumbline.forms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Small Office files for tests. */
public final class OfficeFiles {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private OfficeFiles() {}

  /** A workbook; a text that is a number is written as one. */
  public static Path workbook(Path file, String sheet, List<List<String>> rows) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet made = workbook.createSheet(sheet);
      for (int i = 0; i < rows.size(); i++) {
        Row row = made.createRow(i);
        for (int column = 0; column < rows.get(i).size(); column++) {
          String text = rows.get(i).get(column);
          if (text.matches("\\d+(\\.\\d+)?")) {
            row.createCell(column).setCellValue(Double.parseDouble(text));
          } else if (!text.isEmpty()) {
            row.createCell(column).setCellValue(text);
          }
        }
      }
      workbook.write(out);
      return file;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A document of this body. */
  public static Path document(Path file, String body) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
            .getBytes(UTF_8));
    parts.put(
        "word/styles.xml",
        ("<w:styles xmlns:w=\""
                + W
                + "\"><w:style w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style>"
                + "<w:style w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>"
                + "<w:style w:styleId=\"Mine\"><w:name w:val=\"My heading\"/>"
                + "<w:basedOn w:val=\"H2\"/></w:style></w:styles>")
            .getBytes(UTF_8));
    parts.put(
        "word/document.xml",
        ("<w:document xmlns:w=\"" + W + "\"><w:body>" + body + "</w:body></w:document>")
            .getBytes(UTF_8));
    return zip(file, parts);
  }

  /** A paragraph; the style may be empty. */
  public static String paragraph(String style, String text) {
    String look = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return "<w:p>" + look + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  /** A table of texts, the cells of a row parted by a bar. */
  public static String table(String... rows) {
    StringBuilder table = new StringBuilder("<w:tbl>");
    for (String row : rows) {
      table.append("<w:tr>");
      for (String cell : row.split("\\|", -1)) {
        table.append("<w:tc>").append(paragraph("", cell.strip())).append("</w:tc>");
      }
      table.append("</w:tr>");
    }
    return table.append("</w:tbl>").toString();
  }

  /** All parts of a file. */
  public static Map<String, byte[]> parts(Path file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
      return parts;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A file of these parts. */
  public static Path zip(Path file, Map<String, byte[]> parts) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
      return file;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The file with a part more, or another one in its place. */
  public static Path with(Path file, String part, String text) {
    Map<String, byte[]> parts = new LinkedHashMap<>(parts(file));
    parts.put(part, text.getBytes(UTF_8));
    return zip(file, parts);
  }

  /** Rows of a table, the cells parted by a bar. */
  public static List<List<String>> rows(String... rows) {
    List<List<String>> all = new ArrayList<>();
    for (String row : rows) {
      all.add(List.of(row.split(" *\\| *", -1)));
    }
    return all;
  }
}
