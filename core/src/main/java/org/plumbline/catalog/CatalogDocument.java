package org.plumbline.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures as plain maps and lists, for JSON, YAML and CSV. */
public final class CatalogDocument {

  /** The name and version of the form. */
  public static final String SCHEMA = "plumbline-catalog/1";

  private CatalogDocument() {}

  /** A whole catalog, or some of its measures. */
  public static Map<String, Object> of(Catalog catalog, List<Measure> measures) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema", SCHEMA);
    document.put("file", catalog.file());
    document.put("measures", measures.stream().map(CatalogDocument::of).toList());
    return document;
  }

  /** One measure: its place, its texts by column, its target as data. */
  public static Map<String, Object> of(Measure measure) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sheet", measure.sheet().name());
    map.put("row", measure.row());
    for (Column column : Column.values()) {
      if (measure.has(column) && column != Column.TARGET) {
        map.put(column.key(), measure.text(column));
      }
    }
    map.put("kind", word(measure.sense().kind()));
    Map<String, Object> target = target(measure.target());
    if (measure.has(Column.TARGET)) {
      target.put("text", measure.text(Column.TARGET));
    }
    map.put("target", target);
    if (!measure.others().isEmpty()) {
      map.put("others", measure.others());
    }
    return map;
  }

  private static Map<String, Object> target(Target target) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", kind(target));
    map.put("words", target.words());
    if (target instanceof Target.Bound bound) {
      put(map, bound.relation(), bound.value());
    } else if (target instanceof Target.ShareWithin within) {
      put(map, within.relation(), new Target.Value.Percent(within.share()));
      map.put("within", within.time().amount().toString());
      map.put("days", word(within.time().days()));
    } else if (target instanceof Target.Tolerance tolerance) {
      map.put("value", tolerance.value().words());
    } else if (target instanceof Target.Tiers tiers) {
      List<Object> list = new ArrayList<>();
      for (Target.Tier tier : tiers.tiers()) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("label", tier.label());
        entry.putAll(target(tier.target()));
        list.add(entry);
      }
      map.put("tiers", list);
    } else if (target instanceof Target.Unread unread) {
      map.put("why", unread.why());
    }
    return map;
  }

  private static void put(Map<String, Object> map, Target.Relation relation, Target.Value value) {
    map.put("relation", word(relation));
    map.put("value", value.words());
    if (value instanceof Target.Value.Time time) {
      map.put("days", word(time.days()));
    }
  }

  /** The kind of a target as a word: {@code share-within}. */
  public static String kind(Target target) {
    return target
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The columns of the CSV form. */
  public static List<String> header() {
    List<String> header = new ArrayList<>(List.of("sheet", "row"));
    for (Column column : Column.values()) {
      header.add(column.key());
    }
    header.addAll(List.of("kind", "target-kind", "target-words"));
    return header;
  }

  /** One measure as cells of the CSV form. */
  public static List<String> row(Measure measure) {
    List<String> row =
        new ArrayList<>(List.of(measure.sheet().name(), Integer.toString(measure.row())));
    for (Column column : Column.values()) {
      row.add(measure.text(column));
    }
    row.add(word(measure.sense().kind()));
    row.add(kind(measure.target()));
    row.add(measure.target().words());
    return row;
  }
}
