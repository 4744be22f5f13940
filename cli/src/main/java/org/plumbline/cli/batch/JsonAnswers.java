package org.plumbline.cli.batch;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.plumbline.cli.question.Cells;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a row, with the answer's keys after its own. */
final class JsonAnswers implements RowWriter {
  private final Writer out;
  private final List<String> header;
  private final List<Cells.Column> columns;
  private final JsonMapper mapper = new JsonMapper();

  /**
   * Makes the writer.
   *
   * @param header the names of the rows' cells; empty if each is one JSON object already
   */
  JsonAnswers(Writer out, List<String> header, List<Cells.Column> columns) {
    this.out = out;
    this.header = header;
    this.columns = columns;
  }

  @Override
  public void begin() {}

  @Override
  public void write(Row row, List<String> cells, String error) throws IOException {
    ObjectNode node = own(row);
    for (Cells.Column column : columns) {
      node.remove(column.key());
    }
    node.remove(Cells.Column.ERROR.key());
    if (error.isEmpty()) {
      for (int i = 0; i < cells.size(); i++) {
        put(node, columns.get(i), cells.get(i));
      }
    } else {
      node.put(Cells.Column.ERROR.key(), error);
    }
    out.write(mapper.writeValueAsString(node));
    out.write('\n');
  }

  private static void put(ObjectNode node, Cells.Column column, String cell) {
    if (cell.isEmpty()) {
      node.putNull(column.key());
    } else if (column.isNumber()) {
      node.put(column.key(), new BigDecimal(cell));
    } else {
      node.put(column.key(), cell);
    }
  }

  private ObjectNode own(Row row) {
    ObjectNode node = mapper.createObjectNode();
    if (!header.isEmpty()) {
      for (int i = 0; i < header.size(); i++) {
        node.put(header.get(i), i < row.original().size() ? row.original().get(i) : "");
      }
      return node;
    }
    String line = row.original().get(0);
    try {
      JsonNode read = mapper.readTree(line);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      // What is not JSON is written back as text.
    }
    return node.put("input", line);
  }
}
