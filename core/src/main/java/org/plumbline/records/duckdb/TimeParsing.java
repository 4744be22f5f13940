package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.records.CellReading;
import org.plumbline.records.TimePattern;

/**
 * SQL that reads a text as a time: microseconds as written, and what they are. Texts have to match
 * the shape of a pattern wholly before they are read, so that nothing is guessed.
 */
final class TimeParsing {

  /** A local time that needs a zone. */
  static final int LOCAL = 0;

  /** An instant, since the text says its offset. */
  static final int ZONED = 1;

  /** A date without a time of day. */
  static final int DAY = 2;

  /** Begins a text that a typed cell of a workbook or a Parquet file became; ISO 8601 follows. */
  static final String TYPED = "\u0001";

  private static final String ISO_DATE = "\\d{4}-\\d{2}-\\d{2}";
  private static final String ISO_LOCAL = ISO_DATE + "[T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?";
  private static final String ISO_ZONED = ISO_LOCAL + " ?(Z|[+-]\\d{2}(:?\\d{2})?)";

  private final List<Form> forms = new ArrayList<>();
  private final String expected;

  /**
   * One way to write a time.
   *
   * @param when SQL: whether the text is written so
   * @param micros SQL: microseconds as written
   */
  private record Form(String when, String micros, int kind) {}

  private TimeParsing(String text, CellType type, CellReading reading, boolean typedCells) {
    if (typedCells) {
      iso("starts_with(" + text + ", chr(1)) AND ", "substr(" + text + ", 2)");
    }
    List<String> names = new ArrayList<>();
    if (type != CellType.DATE) {
      names.add(add(text, reading.times(), "2026-10-01T16:30", LOCAL));
    }
    if (type == CellType.DATE || type == CellType.EDGE) {
      String name = add(text, reading.dates(), "2026-10-01", DAY);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    if (type == CellType.DATE && !reading.times().isEmpty()) {
      names.add(add(text, reading.times(), "", LOCAL));
    }
    expected = String.join(" or ", names);
  }

  /**
   * Reads a text.
   *
   * @param text SQL of the text
   * @param typedCells whether some texts begin with {@link #TYPED}
   */
  static TimeParsing of(String text, CellType type, CellReading reading, boolean typedCells) {
    return new TimeParsing(text, type, reading, typedCells);
  }

  /** Microseconds as written, null if the text is no time. */
  String micros() {
    StringBuilder sql = new StringBuilder("CASE");
    forms.forEach(
        form -> sql.append(" WHEN ").append(form.when).append(" THEN ").append(form.micros));
    return sql.append(" END").toString();
  }

  /** {@link #LOCAL}, {@link #ZONED} or {@link #DAY}. */
  String kind() {
    if (forms.stream().allMatch(form -> form.kind == forms.get(0).kind)) {
      return Integer.toString(forms.get(0).kind);
    }
    StringBuilder sql = new StringBuilder("CASE");
    forms.forEach(
        form -> sql.append(" WHEN ").append(form.when).append(" THEN ").append(form.kind));
    return sql.append(" END").toString();
  }

  /** How a text should be written, for people. */
  String expected() {
    return expected;
  }

  private String add(String text, List<TimePattern> patterns, String isoExample, int kind) {
    if (patterns.isEmpty()) {
      iso("", text);
      return isoExample;
    }
    for (TimePattern pattern : patterns) {
      if (pattern.isExcelDays()) {
        excelDays(text, kind);
      } else {
        pattern(text, pattern);
      }
    }
    return String.join(" or ", patterns.stream().map(TimePattern::text).toList());
  }

  /** Days since 1899-12-30, to the millisecond; the years 1970 to 2199 are five or six digits. */
  private void excelDays(String text, int kind) {
    String shape = "\\d{5,6}" + (kind == DAY ? "" : "([.]\\d{1,17})?");
    String millis = "round((TRY_CAST(" + text + " AS DECIMAL(18,11)) - 25569) * 86400000)";
    forms.add(new Form(matches(text, shape), "TRY_CAST(" + millis + " AS BIGINT) * 1000", kind));
  }

  private void iso(String guard, String text) {
    String cast = "epoch_us(TRY_CAST(replace(" + text + ", ',', '.') AS TIMESTAMP))";
    forms.add(new Form(guard + matches(text, ISO_LOCAL), cast, LOCAL));
    forms.add(new Form(guard + matches(text, ISO_ZONED), zoned(text), ZONED));
    forms.add(new Form(guard + matches(text, ISO_DATE), cast, DAY));
  }

  /** An offset without a colon gets one, since the cast asks for it. */
  private static String zoned(String text) {
    String colon = "regexp_replace(" + text + ", '([+-]\\d{2})(\\d{2})$', '\\1:\\2')";
    String plain = "replace(replace(" + colon + ", ' +', '+'), ',', '.')";
    return "epoch_us(TRY_CAST(" + plain + " AS TIMESTAMPTZ))";
  }

  private static String matches(String text, String shape) {
    return "regexp_full_match(" + text + ", " + Sql.text(shape) + ")";
  }

  private void pattern(String text, TimePattern pattern) {
    StringBuilder shape = new StringBuilder();
    StringBuilder format = new StringBuilder();
    for (TimePattern.Element element : pattern.elements()) {
      if (element.literal()) {
        shape.append(quoted(element.text()));
        format.append(element.text().replace("%", "%%"));
      } else {
        letter(element.text(), shape, format);
      }
    }
    String source = text;
    if (pattern.hasOffset()) {
      source = "regexp_replace(" + text + ", 'Z$', '+00:00')";
    }
    forms.add(
        new Form(
            matches(text, shape.toString()),
            "epoch_us(try_strptime(" + source + ", " + Sql.text(format.toString()) + "))",
            pattern.hasOffset() ? ZONED : pattern.hasTime() ? LOCAL : DAY));
  }

  private static void letter(String letters, StringBuilder shape, StringBuilder format) {
    switch (letters.charAt(0)) {
      case 'y', 'u' -> {
        boolean two = letters.length() == 2;
        put(shape, two ? "([0-5]\\d|6[0-8])" : "\\d{4}", format, two ? "%y" : "%Y");
      }
      case 'M' -> {
        switch (letters.length()) {
          case 3 -> put(shape, "[A-Za-z]{3}", format, "%b");
          case 4 -> put(shape, "[A-Za-z]{3,9}", format, "%B");
          default -> put(shape, "\\d{1,2}", format, "%m");
        }
      }
      case 'd' -> put(shape, "\\d{1,2}", format, "%d");
      case 'H' -> put(shape, "\\d{1,2}", format, "%H");
      case 'h' -> put(shape, "\\d{1,2}", format, "%I");
      case 'm' -> put(shape, "\\d{1,2}", format, "%M");
      case 's' -> put(shape, "\\d{1,2}", format, "%S");
      case 'S' -> put(shape, "\\d{1,6}", format, "%f");
      case 'a' -> put(shape, "[AaPp][Mm]", format, "%p");
      case 'X' -> put(shape, "(Z|[+-]\\d{2}(:?\\d{2})?)", format, "%z");
      default -> throw new IllegalStateException("no rule for " + letters);
    }
  }

  private static void put(StringBuilder shape, String match, StringBuilder format, String code) {
    shape.append(match);
    format.append(code);
  }

  private static String quoted(String literal) {
    StringBuilder quoted = new StringBuilder();
    literal
        .codePoints()
        .forEach(
            point ->
                quoted.append(
                    Character.isLetterOrDigit(point) || point > 127
                        ? Character.toString(point)
                        : "\\x{" + Integer.toHexString(point) + "}"));
    return quoted.toString();
  }
}
