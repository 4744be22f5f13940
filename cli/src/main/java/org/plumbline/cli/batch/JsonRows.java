package org.plumbline.cli.batch;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.RefusedInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a file with one JSON object a line; lines without any text are passed over. */
final class JsonRows implements RowReader {
  private static final int LONGEST_LINE = 1 << 20;

  private final Reader text;
  private final List<String> wanted;
  private final JsonMapper mapper = new JsonMapper();
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int end;
  private long number;

  JsonRows(Reader text, List<String> required, List<String> optional) {
    this.text = text;
    wanted = new ArrayList<>(required);
    wanted.addAll(optional);
  }

  @Override
  public List<String> header() {
    return List.of();
  }

  @Override
  public Optional<Row> next() throws IOException {
    Optional<String> line = line();
    while (line.isPresent() && line.get().isBlank()) {
      line = line();
    }
    return line.map(this::row);
  }

  private Row row(String line) {
    number++;
    try {
      JsonNode node = mapper.readTree(line);
      if (!node.isObject()) {
        return fault(line, "it is not a JSON object");
      }
      List<String> asked = new ArrayList<>(wanted.size());
      for (String name : wanted) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
          asked.add("");
        } else if (value.isString()) {
          asked.add(value.stringValue().strip());
        } else {
          return fault(line, name + ": it is not a text in quotes");
        }
      }
      return new Row(number, asked, List.of(line), "");
    } catch (JacksonException e) {
      return fault(line, "it is not JSON");
    }
  }

  private Row fault(String line, String fault) {
    return new Row(number, List.of(), List.of(line), fault);
  }

  /** The next line without its end, never longer than is sane. */
  private Optional<String> line() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean any = false;
    while (true) {
      if (at == end) {
        end = text.read(buffer);
        at = 0;
        if (end < 0) {
          end = 0;
          return any ? Optional.of(line.toString()) : Optional.empty();
        }
      }
      any = true;
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.append(buffer, from, at - from);
      if (line.length() > LONGEST_LINE) {
        throw new RefusedInputException(
            "the line of row " + (number + 1) + " is longer than " + LONGEST_LINE + " characters",
            "write one JSON object a line");
      }
      if (at < end) {
        at++;
        return Optional.of(line.toString());
      }
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
