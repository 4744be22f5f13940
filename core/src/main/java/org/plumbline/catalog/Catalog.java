package org.plumbline.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A framework's list of measures, in the order of its workbook.
 *
 * @param file the workbook as the person named it
 * @param sheets the sheets on which measures stand
 * @param measures all of them, whatever is wrong with them
 */
public record Catalog(String file, List<MeasureSheet> sheets, List<Measure> measures) {

  /** Copies the lists. */
  public Catalog {
    sheets = List.copyOf(sheets);
    measures = List.copyOf(measures);
  }

  /** The measures of one sheet. */
  public List<Measure> of(MeasureSheet sheet) {
    return measures.stream().filter(measure -> measure.sheet().equals(sheet)).toList();
  }

  /** All measures by identifier, upper and lower case the same; an identifier may stand twice. */
  public Map<String, List<Measure>> byId() {
    Map<String, List<Measure>> byId = new LinkedHashMap<>();
    for (Measure measure : measures) {
      if (!measure.id().isEmpty()) {
        byId.computeIfAbsent(idOf(measure.id()), id -> new java.util.ArrayList<>()).add(measure);
      }
    }
    return byId;
  }

  /** The measures that an identifier names. */
  public List<Measure> find(String id) {
    return measures.stream().filter(measure -> idOf(measure.id()).equals(idOf(id))).toList();
  }

  /** The form in which identifiers are compared. */
  public static String idOf(String text) {
    return text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
  }
}
