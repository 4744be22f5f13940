package org.plumbline.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of a sheet into rows of cells. */
final class SheetRows extends DefaultHandler {

  private static final int MOST_COLUMNS = 16_384;
  private static final BigDecimal DAY_MILLIS = BigDecimal.valueOf(86_400_000);

  private static final Pattern OTHER_WORKBOOK = Pattern.compile("(?<![\\w\\]])\\[\\d+\\]");

  private final WorkbookParts parts;
  private final SheetSink sink;
  private final List<Cell> cells = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int column;
  private int style;
  private long number;
  private String type = "";
  private String fault = "";
  private boolean inValue;
  private boolean hasFormula;
  private boolean hasValue;
  private boolean inFormula;
  private final boolean ownValuesOnly;
  private final StringBuilder formula = new StringBuilder();

  /**
   * A reading of rows.
   *
   * @param ownValuesOnly whether a value that comes from another workbook is a fault
   */
  SheetRows(WorkbookParts parts, SheetSink sink, boolean ownValuesOnly) {
    this.parts = parts;
    this.sink = sink;
    this.ownValuesOnly = ownValuesOnly;
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
      case "f" -> {
        hasFormula = true;
        inFormula = ownValuesOnly;
        formula.setLength(0);
      }
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
    } else if (inFormula) {
      formula.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    switch (name) {
      case "v", "t" -> inValue = false;
      case "f" -> endFormula();
      case "c" -> endCell();
      case "row" -> endRow();
      default -> {}
    }
  }

  /** A sheet of another workbook stands in a formula as {@code [1]Name}; so does a DDE link. */
  private void endFormula() {
    if (inFormula && OTHER_WORKBOOK.matcher(formula).find()) {
      fault =
          "cell " + FilledWorkbook.column(column) + number + " takes its value from another file";
    }
    inFormula = false;
  }

  private void endCell() {
    if (column >= MOST_COLUMNS) {
      fault = "a cell stands beyond column " + MOST_COLUMNS;
      return;
    }
    while (cells.size() <= column) {
      cells.add(Cell.EMPTY);
    }
    if (hasFormula && !hasValue) {
      fault = "a formula has not been computed";
    }
    cells.set(column, value());
  }

  private Cell value() {
    String raw = text.toString().strip();
    String format = parts.format(style);
    return switch (type) {
      case "s" -> cell(parts.string(WorkbookParts.whole(raw)).orElse(""), Cell.Kind.TEXT);
      case "b" -> cell(raw.equals("1") ? "true" : raw.equals("0") ? "false" : raw, Cell.Kind.FLAG);
      case "d" -> cell(raw, Cell.Kind.MOMENT);
      case "n" ->
          !raw.isEmpty() && parts.isDate(style)
              ? date(raw)
              : new Cell(number(raw), Cell.Kind.NUMBER, format);
      default -> cell(raw, Cell.Kind.TEXT);
    };
  }

  private static Cell cell(String text, Cell.Kind kind) {
    return text.isEmpty() ? Cell.EMPTY : new Cell(text, kind, "General");
  }

  private static String number(String raw) {
    String plain = plain(raw);
    return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
  }

  /** The number without an exponent, if it stays short. */
  private static String plain(String raw) {
    if (raw.indexOf('e') < 0 && raw.indexOf('E') < 0) {
      return raw;
    }
    try {
      BigDecimal number = new BigDecimal(raw);
      boolean small = Math.abs((long) number.scale()) <= 60 && number.precision() <= 60;
      return small ? number.toPlainString() : raw;
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  private Cell date(String raw) {
    BigDecimal serial;
    try {
      serial = new BigDecimal(raw);
    } catch (NumberFormatException e) {
      return cell(raw, Cell.Kind.TEXT);
    }
    if (serial.signum() < 0 || serial.precision() - serial.scale() > 7 || serial.scale() > 400) {
      return cell(raw, Cell.Kind.TEXT);
    }
    long millis = serial.multiply(DAY_MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long days = millis / 86_400_000;
    String format = parts.format(style).toLowerCase(Locale.ROOT);
    if (days == 0 || format.contains("[h") || format.contains("[m") || format.contains("[s")) {
      long seconds = millis / 1000;
      return cell(
          String.format(
              Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60),
          Cell.Kind.TEXT);
    }
    LocalDate first = LocalDate.of(1899, 12, 30);
    if (parts.from1904()) {
      first = LocalDate.of(1904, 1, 1);
    } else if (days < 60) {
      first = LocalDate.of(1899, 12, 31);
    }
    LocalDateTime at = first.atStartOfDay().plus(millis, ChronoUnit.MILLIS);
    boolean dayOnly = millis % 86_400_000 == 0 && !format.contains("h") && !format.contains("s");
    return cell(dayOnly ? at.toLocalDate().toString() : at.toString(), Cell.Kind.MOMENT);
  }

  private void endRow() throws SAXException {
    if (cells.stream().allMatch(Cell::isEmpty) && fault.isEmpty()) {
      return;
    }
    try {
      sink.row(number, cells, fault);
    } catch (IOException e) {
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
