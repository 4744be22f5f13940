package org.plumbline.requirements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.FilledWorkbook;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.Sheet;
import org.plumbline.workbook.Workbook;

/**
 * A requirements traceability matrix as a workbook holds it.
 *
 * @param sheet the sheet that has it
 * @param headerRow the row of its headings, from 1
 * @param width how many columns it has
 * @param columns where its columns are, from 0
 * @param own where columns that were written back before are, by heading
 * @param rows its requirements
 */
public record RequirementsMatrix(
    String sheet,
    long headerRow,
    int width,
    Map<Column, Integer> columns,
    Map<String, Integer> own,
    List<MatrixRow> rows) {

  /** The columns that are read, by words of their headings. */
  public enum Column {
    /** The unique id. */
    ID(".*unique id.*|^requirement (id|number).*|^req (id|no).*"),
    /** The process area. */
    AREA("^process area.*|.*level 1.*"),
    /** The part of the process area. */
    PART("^sub ?-?process.*|.*level 2.*"),
    /** What is required. */
    TEXT("^requirement (description|definition).*|^description$"),
    /** What kind of requirement it is. */
    TYPE("^requirement type.*"),
    /** Where it comes from. */
    SOURCE("^requirement source.*|^source$"),
    /** How much it matters. */
    PRIORITY("^priority.*"),
    /** Where its approval stands. */
    STATUS("^status.*"),
    /** Whether it is in scope for the provider. */
    SCOPE(".*(in|out of) scope.*"),
    /** Fit or gap. */
    FIT("^fit ?/ ?gap\\*?$"),
    /** What fits or what is missing. */
    FIT_DESCRIPTION("^fit ?/ ?gap desc.*"),
    /** How a gap is closed. */
    RESOLUTION("^gap resolution desc.*");

    private final String words;

    Column(String words) {
      this.words = words;
    }

    static Optional<Column> of(String heading) {
      String plain =
          heading.strip().replaceAll("\\s+", " ").replaceAll("\\*+$", "").toLowerCase(Locale.ROOT);
      for (Column column : values()) {
        if (plain.matches(column.words)) {
          return Optional.of(column);
        }
      }
      return Optional.empty();
    }
  }

  /** One requirement: its row in the sheet, and the texts of its columns. */
  public record MatrixRow(long number, Map<Column, String> texts) {
    /** Copies the map. */
    public MatrixRow {
      texts = Map.copyOf(texts);
    }

    /** A text; empty where the cell is. */
    public String text(Column column) {
      return texts.getOrDefault(column, "");
    }

    /** The id of the requirement in a document: in lower case, of letters, digits and hyphens. */
    public String id() {
      String id =
          text(Column.ID)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9]+", "-")
              .replaceAll("^-+|-+$", "");
      return id.matches("[a-z].*") ? id : "r-" + id;
    }
  }

  /** Copies lists and maps. */
  public RequirementsMatrix {
    columns = Map.copyOf(columns);
    own = Map.copyOf(own);
    rows = List.copyOf(rows);
  }

  /** Headings of the columns that are written back. */
  public static final List<String> OWN =
      List.of("Agreement: metrics", "Agreement: process steps", "Agreement: what is promised");

  /**
   * Reads the first sheet that has a matrix: a row with headings for id and description.
   *
   * @throws RefusedWorkbook if the file is no workbook, acts, or no sheet has one
   */
  public static RequirementsMatrix read(Path file) throws IOException, RefusedWorkbook {
    try (Workbook workbook = Workbook.openForm(file)) {
      for (Sheet sheet : workbook.sheets()) {
        Reader reader = new Reader();
        workbook.rows(Optional.of(sheet.name()), reader::row);
        if (reader.headerRow > 0) {
          return new RequirementsMatrix(
              sheet.name(),
              reader.headerRow,
              reader.width,
              reader.columns,
              reader.own,
              reader.rows);
        }
      }
    } catch (Workbook.TooLarge e) {
      throw new RefusedWorkbook("the workbook " + e.getMessage(), "Keep only the sheets needed");
    }
    throw new RefusedWorkbook(
        "no sheet has a requirements traceability matrix",
        "Its headings are in one row, among them Requirements Unique ID and Requirement"
            + " Description");
  }

  /**
   * Writes the workbook back, for each requirement the texts of {@link #OWN}; nothing else changes.
   *
   * @param texts by the requirement's id, in the order of {@link #OWN}
   * @param about what the properties of the file say of what is written back, in order
   */
  public void writeBack(
      Path from, Path to, Map<String, List<String>> texts, Map<String, String> about)
      throws IOException, RefusedWorkbook {
    SortedMap<Long, Map<Integer, String>> cells = new TreeMap<>();
    Map<Integer, String> headings = new TreeMap<>();
    List<Integer> places = new ArrayList<>();
    int next = width;
    for (String heading : OWN) {
      Integer standing = own.get(heading);
      int place = standing == null ? next++ : standing;
      places.add(place);
      headings.put(place, heading);
    }
    cells.put(headerRow, headings);
    for (MatrixRow row : rows) {
      List<String> ours = texts.get(row.id());
      if (ours != null) {
        Map<Integer, String> filled = new TreeMap<>();
        for (int i = 0; i < ours.size(); i++) {
          filled.put(places.get(i), ours.get(i));
        }
        cells.put(row.number(), filled);
      }
    }
    FilledWorkbook.write(from, to, sheet, cells, about);
  }

  private static final class Reader {
    private long headerRow;
    private int width;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<String, Integer> own = new TreeMap<>();
    private final List<MatrixRow> rows = new ArrayList<>();

    void row(long number, List<Cell> cells, String fault) {
      if (headerRow == 0) {
        header(number, cells);
        return;
      }
      Map<Column, String> texts = new EnumMap<>(Column.class);
      columns.forEach(
          (column, place) -> {
            String text = place < cells.size() ? cells.get(place).text().strip() : "";
            if (!text.isEmpty()) {
              texts.put(column, text);
            }
          });
      boolean requirement =
          texts.getOrDefault(Column.ID, "").matches(".*\\d.*")
              && texts.getOrDefault(Column.ID, "").length() <= 60
              && texts.containsKey(Column.TEXT);
      if (requirement) {
        rows.add(new MatrixRow(number, texts));
      }
    }

    private void header(long number, List<Cell> cells) {
      Map<Column, Integer> found = new EnumMap<>(Column.class);
      Map<String, Integer> before = new TreeMap<>();
      int last = 0;
      for (int i = 0; i < cells.size(); i++) {
        String heading = cells.get(i).text().strip();
        int place = i;
        Column.of(heading).ifPresent(column -> found.putIfAbsent(column, place));
        if (OWN.contains(heading)) {
          before.put(heading, place);
        }
        last = heading.isEmpty() ? last : i + 1;
      }
      if (found.containsKey(Column.ID) && found.containsKey(Column.TEXT)) {
        headerRow = number;
        width = last;
        columns.putAll(found);
        own.putAll(before);
      }
    }
  }
}
