package org.plumbline.cli.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Asks one question of every row of an input and writes the rows with their answers. */
public final class Batch {
  private static final int BAD_ROWS_TOLD = 1_000;

  /** What rows look like. */
  public enum Format {
    /** A line of column names, then one line a row. */
    CSV,
    /** One JSON object a line. */
    JSON,
    /** One sentence a line; only for answers. */
    TEXT
  }

  /**
   * What came of it.
   *
   * @param rows how many rows were read
   * @param bad how many of them have no answer
   * @param told the first thousand of those, in order
   */
  public record Outcome(long rows, long bad, List<BadRow> told) {
    /** Copies. */
    public Outcome {
      told = List.copyOf(told);
    }
  }

  private Batch() {}

  /**
   * Runs a batch.
   *
   * @param in the rows; CSV unless the first character is a brace
   * @param format of the answers; empty: as the input
   */
  public static Outcome run(Reader in, Writer out, RowQuestion question, Optional<Format> format)
      throws IOException {
    BufferedReader text = new BufferedReader(in, 1 << 16);
    char first = first(text);
    boolean json = first == '{';
    char separator = json ? ',' : separator(text);
    try (RowReader rows =
        json
            ? new JsonRows(text, question.required(), question.optional())
            : new CsvRows(text, separator, question.required(), question.optional())) {
      Format answers = format.orElse(json ? Format.JSON : Format.CSV);
      RowWriter writer =
          switch (answers) {
            case CSV ->
                new CsvAnswers(
                    out, separator, json ? question.required() : rows.header(), question.columns());
            case JSON -> new JsonAnswers(out, rows.header(), question.columns());
            case TEXT -> new TextAnswers(out);
          };
      // Rows of JSON become rows of CSV by what was asked; their other keys have no common columns.
      return run(rows, writer, question, answers == Format.TEXT, json && answers == Format.CSV);
    }
  }

  private static Outcome run(
      RowReader rows, RowWriter writer, RowQuestion question, boolean sentences, boolean asked)
      throws IOException {
    List<String> none = Collections.nCopies(question.columns().size(), "");
    List<BadRow> told = new ArrayList<>();
    long bad = 0;
    long read = 0;
    writer.begin();
    for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
      Row row = next.get();
      read++;
      Row shown = asked ? new Row(row.number(), row.asked(), row.asked(), row.fault()) : row;
      try {
        if (!row.fault().isEmpty()) {
          throw new BadCellException("", row.fault());
        }
        List<String> cells =
            sentences ? List.of(question.sentence(row.asked())) : question.cells(row.asked());
        writer.write(shown, cells, "");
      } catch (BadCellException e) {
        bad++;
        BadRow fault = new BadRow(row.number(), e.column(), e.reason());
        if (told.size() < BAD_ROWS_TOLD) {
          told.add(fault);
        }
        String error = (e.column().isEmpty() ? "" : e.column() + ": ") + e.reason();
        writer.write(shown, none, error);
      }
    }
    return new Outcome(read, bad, told);
  }

  /** The first character that is no white space; a byte order mark is passed over. */
  private static char first(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    text.mark(1 << 12);
    int character = text.read();
    for (int i = 0; i < 4_000 && character >= 0 && Character.isWhitespace(character); i++) {
      character = text.read();
    }
    text.reset();
    return character < 0 ? ' ' : (char) character;
  }

  /** A semicolon or tab if the first line has it and no comma. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(1 << 14);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < 1 << 14; i++) {
      int character = text.read();
      if (character < 0 || character == '\n') {
        break;
      }
      line.append((char) character);
    }
    text.reset();
    String header = line.toString();
    if (header.indexOf(',') >= 0) {
      return ',';
    }
    return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
  }
}
