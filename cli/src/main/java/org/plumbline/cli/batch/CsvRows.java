package org.plumbline.cli.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.cli.question.AskedText;

/** Rows of a CSV file whose first line names the columns. */
final class CsvRows implements RowReader {
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private final int[] positions;
  private long number;

  /**
   * Reads the header.
   *
   * @param required columns that must be there
   * @param optional columns that may be there
   * @throws RefusedInputException if a column is missing or there twice
   */
  CsvRows(Reader text, char separator, List<String> required, List<String> optional) {
    reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .maxBufferSize(1 << 24)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text);
    records = reader.iterator();
    header = firstLine(records);
    List<String> wanted = new ArrayList<>(required);
    wanted.addAll(optional);
    positions = new int[wanted.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = header.indexOf(wanted.get(i));
      if (positions[i] < 0 && i < required.size()) {
        throw new RefusedInputException(
            header.isEmpty()
                ? "the input is empty"
                : "the first line "
                    + AskedText.quoted(String.join(",", header))
                    + " names no column "
                    + wanted.get(i),
            "the first line names the columns; " + String.join(", ", required) + " are needed");
      }
      if (positions[i] != header.lastIndexOf(wanted.get(i))) {
        throw new RefusedInputException(
            "the first line names " + wanted.get(i) + " twice", "keep one of the two columns");
      }
    }
  }

  private static List<String> firstLine(Iterator<CsvRecord> records) {
    try {
      return records.hasNext() ? List.copyOf(records.next().getFields()) : List.of();
    } catch (CsvParseException e) {
      throw noCsv("in the first line", e);
    }
  }

  private static RefusedInputException noCsv(String where, CsvParseException e) {
    return new RefusedInputException(
        where + " the input is not CSV (" + firstLine(e) + ")",
        "quote cells that hold separators, quotes or line ends");
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Optional<Row> next() throws IOException {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      List<String> cells = records.next().getFields();
      number++;
      String fault =
          cells.size() == header.size()
              ? ""
              : "it has " + cells.size() + " cells, and the first line has " + header.size();
      List<String> asked = new ArrayList<>(positions.length);
      for (int position : positions) {
        asked.add(position < 0 || position >= cells.size() ? "" : cells.get(position).strip());
      }
      return Optional.of(new Row(number, asked, cells, fault));
    } catch (CsvParseException e) {
      throw noCsv("after row " + number, e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String firstLine(Throwable fault) {
    String message = fault.getMessage();
    return message == null
        ? fault.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
