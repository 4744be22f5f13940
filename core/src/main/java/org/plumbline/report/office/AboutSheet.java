package org.plumbline.report.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.report.Document;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook.NewSheet;

/** The sheet of a workbook that says what it is of, when it was made and how to verify it. */
public final class AboutSheet {
  private static final List<Integer> WIDTHS = List.of(24, 110);

  /** So that they stand together, and beside none of somebody else's. */
  private static final String OWN = "Plumbline: ";

  private AboutSheet() {}

  /** A table, and behind it what it is of. */
  public static List<NewSheet> behind(NewSheet table, Document of) {
    return behind(table, of.title(), of.marking(), of.facts());
  }

  /**
   * A table, and behind it what it is of.
   *
   * @param marking of the agreement, such as {@code CUI}
   */
  public static List<NewSheet> behind(
      NewSheet table, String title, Optional<String> marking, List<Document.Fact> facts) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("Title", title));
    marking.ifPresent(text -> rows.add(row("Marking", text)));
    facts.stream()
        .filter(fact -> !fact.name().equals("Title"))
        .forEach(fact -> rows.add(row(fact.name(), fact.value())));
    return List.of(table, new NewSheet("About", WIDTHS, List.of("What", "This workbook"), rows));
  }

  /** The same as properties of a file in whose pages there is no place for it. */
  public static Map<String, String> properties(Document of) {
    return properties(of.marking(), of.facts());
  }

  /**
   * The same as properties of a file in whose pages there is no place for it, in order.
   *
   * @param marking of the agreement, such as {@code CUI}
   */
  public static Map<String, String> properties(
      Optional<String> marking, List<Document.Fact> facts) {
    Map<String, String> properties = new LinkedHashMap<>();
    marking.ifPresent(text -> properties.put(OWN + "Marking", text));
    facts.forEach(fact -> properties.put(OWN + fact.name(), fact.value()));
    return properties;
  }

  private static List<Cell> row(String name, String value) {
    return List.of(Cell.text(name), Cell.text(value));
  }
}
