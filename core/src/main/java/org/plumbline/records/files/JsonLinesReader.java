package org.plumbline.records.files;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads rows of JSON objects, one a line. Columns are the names that occur in any object; the row
 * number is the line. A line that is no object is shown with its fault.
 */
final class JsonLinesReader {

  private static final int MOST_NAMES = 10_000;
  private static final String NESTED = String.valueOf((char) StageWriter.NESTED);

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxNumberLength(100)
                  .maxStringLength(1 << 24)
                  .build())
          .build();

  private final LineReader lines;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String> names;
  private final RowSink sink;

  JsonLinesReader(InputStream in, int largestRow, Set<String> names, RowSink sink) {
    this.lines = new LineReader(in, largestRow);
    this.names = List.copyOf(names);
    this.sink = sink;
    for (String name : names) {
      columns.put(name, columns.size());
    }
  }

  /** Adds the names of all objects of a file; lines that cannot be read are passed over. */
  static void names(InputStream in, int largestRow, Set<String> names)
      throws IOException, RefusedFile {
    LineReader lines = new LineReader(in, largestRow);
    boolean first = true;
    while (lines.next()) {
      if (first && lines.bytes()[0] == '[') {
        throw new RefusedFile(
            lines.number(), "the file is one JSON list", "Write one object a line, without commas");
      }
      first = false;
      try (JsonParser parser = parser(lines)) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            names.add(parser.currentName().strip());
            parser.nextToken();
            parser.skipChildren();
          }
        }
      } catch (JacksonException e) {
        continue;
      }
      if (names.size() > MOST_NAMES) {
        throw new RefusedFile(
            lines.number(),
            "more than " + MOST_NAMES + " names",
            "Put data into values, not names");
      }
    }
  }

  /** Shows all rows; answers how many there are. */
  long read() throws IOException, RefusedFile {
    sink.header(names);
    CellRow row = new CellRow();
    String[] cells = new String[names.size()];
    long rows = 0;
    while (lines.next()) {
      row.begin(lines.number());
      java.util.Arrays.fill(cells, "");
      String fault = object(cells);
      for (String cell : cells) {
        row.cell(cell);
      }
      if (!fault.isEmpty()) {
        row.fault(fault);
      }
      rows++;
      sink.row(row);
    }
    return rows;
  }

  private String object(String[] cells) {
    try (JsonParser parser = parser(lines)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "the line is no JSON object";
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        Integer column = columns.get(parser.currentName().strip());
        JsonToken token = parser.nextToken();
        String text = text(parser, token);
        if (column != null) {
          cells[column] = text;
        }
      }
      return parser.nextToken() == null ? "" : "text stands after the object";
    } catch (JacksonException e) {
      return "the line is no JSON object: " + plain(e);
    }
  }

  private static String plain(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return (line.length() > 120 ? line.substring(0, 120) : line).replaceAll("\\p{Cc}", " ");
  }

  private static String text(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_NULL -> "";
      case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> number(parser.getString());
      case START_ARRAY, START_OBJECT -> {
        parser.skipChildren();
        yield NESTED;
      }
      default -> {
        String text = String.valueOf(parser.getString());
        yield text.equals(NESTED) ? "\u0003" : text;
      }
    };
  }

  /** A number without exponent, if that is not longer than any number we hold. */
  static String number(String text) {
    if (text.indexOf('e') < 0 && text.indexOf('E') < 0) {
      return text;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      boolean small = Math.abs((long) number.scale()) <= 60 && number.precision() <= 60;
      return small ? number.toPlainString() : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static JsonParser parser(LineReader lines) {
    return FACTORY.createParser(ObjectReadContext.empty(), lines.bytes(), 0, lines.length());
  }
}
