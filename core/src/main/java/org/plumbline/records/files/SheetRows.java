package org.plumbline.records.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of a sheet into rows of cells; the first row with a value is the header. */
final class SheetRows extends DefaultHandler {

  private static final int MOST_COLUMNS = 16_384;
  private static final BigDecimal DAY_MILLIS = BigDecimal.valueOf(86_400_000);
  private static final String TYPED = String.valueOf((char) StageWriter.TYPED);

  private final WorkbookParts parts;
  private final int headerRow;
  private final RowSink sink;
  private final CellRow row = new CellRow();
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int columns = -1;
  private int column;
  private int style;
  private long number;
  private long rows;
  private String type = "";
  private String fault = "";
  private boolean inValue;
  private boolean hasFormula;
  private boolean hasValue;

  SheetRows(WorkbookParts parts, int headerRow, RowSink sink) {
    this.parts = parts;
    this.headerRow = headerRow;
    this.sink = sink;
  }

  /** How many rows there were; refuses a sheet without a header. */
  long finish() throws RefusedFile {
    if (columns < 0 && headerRow > 1) {
      throw new RefusedFile(
          0, "the sheet has no row " + headerRow, "Say in `header` where the names stand");
    }
    if (columns < 0 && headerRow != CsvReader.NO_HEADER) {
      throw new RefusedFile(0, "the sheet is empty", "Give it a header row, even without cases");
    }
    return rows;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    switch (name) {
      case "row" -> {
        int given = WorkbookParts.whole(attributes.getValue("r"));
        number = given > 0 ? given : number + 1;
        column = -1;
        fault = "";
        cells.clear();
      }
      case "c" -> {
        column = position(attributes.getValue("r"));
        style = WorkbookParts.whole(attributes.getValue("s"));
        type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
        text.setLength(0);
        hasFormula = false;
        hasValue = false;
      }
      case "f" -> hasFormula = true;
      case "v", "t" -> {
        inValue = true;
        hasValue = true;
      }
      default -> {}
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (inValue) {
      text.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    switch (name) {
      case "v", "t" -> inValue = false;
      case "c" -> endCell();
      case "row" -> endRow();
      default -> {}
    }
  }

  private void endCell() {
    if (column >= MOST_COLUMNS) {
      fault = "a cell stands beyond column " + MOST_COLUMNS;
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    if (hasFormula && !hasValue) {
      fault = "a formula has not been computed";
    }
    cells.set(column, value());
  }

  private String value() {
    String raw = text.toString().strip();
    return switch (type) {
      case "s" -> parts.string(WorkbookParts.whole(raw)).orElse("");
      case "b" -> raw.equals("1") ? "true" : raw.equals("0") ? "false" : raw;
      case "d" -> raw.isEmpty() ? "" : TYPED + raw;
      case "n" -> parts.isDate(style) && !raw.isEmpty() ? date(raw) : number(raw);
      default -> raw;
    };
  }

  private static String number(String raw) {
    String plain = JsonLinesReader.number(raw);
    return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
  }

  private String date(String raw) {
    BigDecimal serial;
    try {
      serial = new BigDecimal(raw);
    } catch (NumberFormatException e) {
      return raw;
    }
    if (serial.signum() < 0 || serial.precision() - serial.scale() > 7 || serial.scale() > 400) {
      return raw;
    }
    long millis = serial.multiply(DAY_MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long days = millis / 86_400_000;
    String format = parts.format(style).toLowerCase(Locale.ROOT);
    if (days == 0 || format.contains("[h") || format.contains("[m") || format.contains("[s")) {
      long seconds = millis / 1000;
      return String.format(
          Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
    LocalDate first = LocalDate.of(1899, 12, 30);
    if (parts.from1904()) {
      first = LocalDate.of(1904, 1, 1);
    } else if (days < 60) {
      first = LocalDate.of(1899, 12, 31);
    }
    LocalDateTime at = first.atStartOfDay().plus(millis, ChronoUnit.MILLIS);
    boolean dayOnly = millis % 86_400_000 == 0 && !format.contains("h") && !format.contains("s");
    return TYPED + (dayOnly ? at.toLocalDate().toString() : at.toString());
  }

  private void endRow() throws SAXException {
    if (number < headerRow || (cells.stream().allMatch(String::isEmpty) && fault.isEmpty())) {
      return;
    }
    try {
      if (headerRow != CsvReader.NO_HEADER && columns < 0) {
        columns = cells.size();
        sink.header(cells.stream().map(cell -> cell.replace(TYPED, "")).toList());
        return;
      }
      row.begin(number);
      int shown = headerRow == CsvReader.NO_HEADER ? cells.size() : columns;
      for (int i = 0; i < shown; i++) {
        row.cell(i < cells.size() ? cells.get(i) : "");
      }
      if (cells.size() > shown
          && cells.subList(shown, cells.size()).stream().anyMatch(cell -> !cell.isEmpty())) {
        row.fault("a cell stands beyond the header");
      }
      if (!fault.isEmpty()) {
        row.fault(fault);
      }
      rows++;
      sink.row(row);
    } catch (RefusedFile | IOException e) {
      throw new SAXException(e);
    }
  }

  /** The position of a cell from its name, such as 27 from {@code AB3}; without one, the next. */
  private int position(@org.jspecify.annotations.Nullable String name) {
    int position = 0;
    int at = 0;
    while (name != null && at < name.length() && at < 4 && Character.isUpperCase(name.charAt(at))) {
      position = position * 26 + (name.charAt(at) - 'A' + 1);
      at++;
    }
    return at == 0 || position < 1 ? column + 1 : position - 1;
  }
}
