package org.plumbline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A workbook written again with some cells filled in. Every other part goes over byte for byte, and
 * in the part of the sheet only the cells named change: styles, validations, widths and what nobody
 * here understands stay as they are.
 */
public final class FilledWorkbook {

  private static final int MOST_BYTES = 64 << 20;
  private static final Pattern ROW =
      Pattern.compile("<row\\b([^>]*?)(/>|>(.*?)</row>)", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\br=\"(\\d+)\"");

  private FilledWorkbook() {}

  /**
   * Writes the copy.
   *
   * @param sheet the sheet's name
   * @param cells texts by row, from 1, and column, from 0; each column is to the right of the
   *     others of its row, or stands there already
   * @throws RefusedWorkbook if there is no such sheet, or it is too large to be written again
   */
  public static void write(
      Path from, Path to, String sheet, SortedMap<Long, ? extends Map<Integer, String>> cells)
      throws IOException, RefusedWorkbook {
    String part;
    try (Workbook workbook = Workbook.open(from, WorkbookLimits.DEFAULT)) {
      part = workbook.part(sheet);
    }
    try (ZipFile zip = new ZipFile(from.toFile());
        OutputStream out = Files.newOutputStream(to);
        ZipOutputStream copy = new ZipOutputStream(out)) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry written = new ZipEntry(entry.getName());
        written.setTime(entry.getTime());
        copy.putNextEntry(written);
        try (InputStream in = zip.getInputStream(entry)) {
          if (entry.getName().equals(part)) {
            copy.write(filled(in, cells).getBytes(StandardCharsets.UTF_8));
          } else {
            in.transferTo(copy);
          }
        }
        copy.closeEntry();
      }
    }
  }

  private static String filled(
      InputStream in, SortedMap<Long, ? extends Map<Integer, String>> cells)
      throws IOException, RefusedWorkbook {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new RefusedWorkbook("the sheet is too large to be written again", "Split it");
    }
    Matcher rows = ROW.matcher(new String(bytes, StandardCharsets.UTF_8));
    StringBuilder text = new StringBuilder();
    while (rows.find()) {
      Matcher number = NUMBER.matcher(rows.group(1));
      Map<Integer, String> ours = number.find() ? cells.get(Long.parseLong(number.group(1))) : null;
      String row =
          ours == null
              ? rows.group()
              : row(rows.group(1), Optional.ofNullable(rows.group(3)), number.group(1), ours);
      rows.appendReplacement(text, Matcher.quoteReplacement(row));
    }
    rows.appendTail(text);
    return text.toString();
  }

  private static String row(
      String attributes, Optional<String> content, String number, Map<Integer, String> ours) {
    String body = content.orElse("");
    for (Map.Entry<Integer, String> cell : ours.entrySet()) {
      String reference = column(cell.getKey()) + number;
      Pattern standing =
          Pattern.compile(
              "<c\\b[^>]*\\br=\"" + reference + "\"[^>]*?(/>|>.*?</c>)", Pattern.DOTALL);
      String written =
          "<c r=\""
              + reference
              + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
              + escaped(cell.getValue())
              + "</t></is></c>";
      Matcher there = standing.matcher(body);
      body = there.find() ? there.replaceFirst(Matcher.quoteReplacement(written)) : body + written;
    }
    // What columns a row spans is a hint, and no longer true.
    return "<row" + attributes.replaceAll("\\sspans=\"[^\"]*\"", "") + ">" + body + "</row>";
  }

  /** A column's letters: 0 is A, 26 is AA. */
  static String column(int index) {
    int rest = index + 1;
    StringBuilder letters = new StringBuilder();
    while (rest > 0) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
      rest = (rest - 1) / 26;
    }
    return letters.toString();
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
