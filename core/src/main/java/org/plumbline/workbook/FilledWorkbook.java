package org.plumbline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook written again with some cells filled in. Every other part goes over byte for byte, and
 * in the part of the sheet only the cells named change, and ranges that end above rows that came:
 * styles, widths and what nobody here understands stay as they are. A workbook that computes is
 * told to do so when it is opened.
 */
public final class FilledWorkbook {

  private static final int MOST_BYTES = 64 << 20;
  private static final String WORKBOOK = "xl/workbook.xml";

  private FilledWorkbook() {}

  /**
   * Writes the copy.
   *
   * @param sheet the sheet's name
   * @param cells texts by row, from 1, and column, from 0
   * @param about what the properties of the file say besides, in order; may be empty
   * @throws RefusedWorkbook if there is no such sheet, or it is too large to be written again
   */
  public static void write(
      Path from,
      Path to,
      String sheet,
      SortedMap<Long, ? extends Map<Integer, String>> cells,
      Map<String, String> about)
      throws IOException, RefusedWorkbook {
    SortedMap<Long, SortedMap<Integer, Cell>> texts = new TreeMap<>();
    cells.forEach(
        (row, columns) -> {
          SortedMap<Integer, Cell> written = new TreeMap<>();
          columns.forEach((column, text) -> written.put(column, Cell.text(text)));
          texts.put(row, written);
        });
    fill(from, to, Map.of(sheet, texts), about);
  }

  /**
   * Writes the copy. A row beyond the last one looks like the last one and computes what it does;
   * formulas, print areas, validations and tables that ended above rows that came end below them.
   *
   * @param sheets by the name of the sheet: cells by row, from 1, and column, from 0
   * @param about what the properties of the file say besides, in order, if anything is filled in
   * @throws RefusedWorkbook if there is no such sheet, or it is too large to be written again
   */
  public static void fill(
      Path from,
      Path to,
      Map<String, SortedMap<Long, SortedMap<Integer, Cell>>> sheets,
      Map<String, String> about)
      throws IOException, RefusedWorkbook {
    try (Workbook workbook = Workbook.open(from, WorkbookLimits.FORM)) {
      OfficePackage file = workbook.file();
      Map<String, String> written = new LinkedHashMap<>();
      List<Growth> growths = new ArrayList<>();
      for (Map.Entry<String, SortedMap<Long, SortedMap<Integer, Cell>>> sheet : sheets.entrySet()) {
        String part = workbook.part(sheet.getKey());
        FilledSheet filled = new FilledSheet(sheet.getKey(), text(file, part), workbook.values());
        written.put(part, filled.with(sheet.getValue()));
        growths.add(filled.growth());
      }
      GrownRanges.extend(workbook, written, growths);
      boolean computes = written.values().stream().anyMatch(text -> text.contains("<f>"));
      if (computes || file.has("xl/calcChain.xml")) {
        written.put(WORKBOOK, computed(written.getOrDefault(WORKBOOK, text(file, WORKBOOK))));
      }
      Map<String, byte[]> parts = bytes(written);
      if (!sheets.isEmpty()) {
        parts.putAll(FileProperties.with(file, about));
      }
      copyBytes(file, to, parts);
    }
  }

  static String text(OfficePackage file, String part) throws IOException, RefusedWorkbook {
    byte[] bytes =
        file.text(part, MOST_BYTES)
            .orElseThrow(
                () -> new RefusedWorkbook("the workbook has no part " + part, "Save it as .xlsx"));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String computed(String workbook) {
    return workbook.contains("fullCalcOnLoad")
        ? workbook
        : workbook.replaceFirst("<calcPr\\b", "<calcPr fullCalcOnLoad=\"1\"");
  }

  static void copy(OfficePackage file, Path to, Map<String, String> written)
      throws IOException, RefusedWorkbook {
    copyBytes(file, to, bytes(written));
  }

  static Map<String, byte[]> bytes(Map<String, String> written) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    written.forEach((part, text) -> bytes.put(part, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }

  /** A copy in which some parts are others; those that were not there come last. */
  static void copyBytes(OfficePackage file, Path to, Map<String, byte[]> written)
      throws IOException, RefusedWorkbook {
    Map<String, byte[]> left = new LinkedHashMap<>(written);
    try (OutputStream out = Files.newOutputStream(to);
        ZipOutputStream copy = new ZipOutputStream(out)) {
      LocalDateTime time = LocalDateTime.of(1980, 1, 1, 0, 0);
      for (ZipEntry entry : file.parts()) {
        ZipEntry part = new ZipEntry(entry.getName());
        part.setTimeLocal(entry.getTimeLocal());
        time = entry.getTimeLocal();
        copy.putNextEntry(part);
        byte[] bytes = left.remove(entry.getName());
        if (bytes != null) {
          copy.write(bytes);
        } else {
          try (InputStream in = file.bytes(entry)) {
            in.transferTo(copy);
          }
        }
        copy.closeEntry();
      }
      for (Map.Entry<String, byte[]> added : left.entrySet()) {
        ZipEntry part = new ZipEntry(added.getKey());
        part.setTimeLocal(time);
        copy.putNextEntry(part);
        copy.write(added.getValue());
        copy.closeEntry();
      }
    }
  }

  /** A column's letters: 0 is A, 26 is AA. */
  public static String column(int index) {
    int rest = index + 1;
    StringBuilder letters = new StringBuilder();
    while (rest > 0) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
      rest = (rest - 1) / 26;
    }
    return letters.toString();
  }

  /** A column by its letters: A is 0, AA is 26. */
  static int index(String letters) {
    int index = 0;
    for (int i = 0; i < letters.length(); i++) {
      index = index * 26 + (letters.charAt(i) - 'A' + 1);
    }
    return index - 1;
  }
}
