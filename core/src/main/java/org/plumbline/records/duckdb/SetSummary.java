package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.records.HoldSource;
import org.plumbline.records.LoadReport.SetReport;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** Counts what a load noticed in a set. */
final class SetSummary {

  private final Database database;
  private final SetShape shape;
  private final StoredSet stored;
  private final List<TypedTable> typed;
  private final Set<String> absent;

  SetSummary(
      Database database,
      SetShape shape,
      StoredSet stored,
      List<TypedTable> typed,
      Set<String> absent) {
    this.database = database;
    this.shape = shape;
    this.stored = stored;
    this.typed = typed;
    this.absent = absent;
  }

  SetReport report(long timesTwice, long timesNever) {
    Map<String, Long> unknown = new LinkedHashMap<>();
    Map<String, String> currencies = new LinkedHashMap<>();
    for (TypedTable table : typed) {
      unknown.putAll(table.profile().unknown());
      table
          .profile()
          .currencies()
          .forEach(
              (alias, named) ->
                  currencies.put(alias.substring(alias.indexOf(':') + 1), named.get(0)));
    }
    return new SetReport(
        stored.cases(),
        stored.eventLog() ? count(Table.CHANGES) : 0,
        count(Table.HOLDS),
        database.number("SELECT count(unusable) FROM " + Sql.name(stored.table(Table.CASES))),
        timesTwice,
        timesNever,
        unknown,
        stored.skewMicros(),
        changing(),
        repeated(),
        currencies,
        warnings());
  }

  private long count(Table table) {
    return database.number("SELECT count(*) FROM " + Sql.name(stored.table(table)));
  }

  private Map<String, Long> changing() {
    Map<String, Long> changing = new LinkedHashMap<>();
    if (!stored.eventLog() || shape.fields().isEmpty()) {
      return changing;
    }
    List<String> inner = new ArrayList<>();
    List<String> outer = new ArrayList<>();
    for (int i = 0; i < shape.fields().size(); i++) {
      String field = Sql.name(StoredSet.fieldColumn(shape.fields().get(i)));
      inner.add("min(" + field + ") <> max(" + field + ") AS x" + i);
      outer.add("count_if(x" + i + ")");
    }
    database.first(
        "SELECT "
            + String.join(", ", outer)
            + " FROM (SELECT "
            + String.join(", ", inner)
            + " FROM "
            + Sql.name(stored.table(Table.CHANGES))
            + " GROUP BY case_no)",
        row -> {
          for (int i = 0; i < shape.fields().size(); i++) {
            changing.put(shape.fields().get(i), row.getLong(i + 1));
          }
          return changing;
        });
    return changing;
  }

  private Map<String, Long> repeated() {
    Map<String, Long> repeated = new LinkedHashMap<>();
    if (!stored.eventLog()) {
      return repeated;
    }
    List<String> moments = List.copyOf(stored.moments().keySet());
    moments.forEach(moment -> repeated.put(moment, 0L));
    database.each(
        "SELECT moment_no, count(*) FROM (SELECT moment_no FROM "
            + Sql.name(stored.table(Table.OCCURRENCES))
            + " GROUP BY case_no, moment_no HAVING count(*) > 1) GROUP BY moment_no",
        row -> repeated.put(moments.get(row.getInt(1)), row.getLong(2)));
    return repeated;
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (stored.cases() == 0) {
      warnings.add("no rows: the set has no cases");
    }
    for (TypedTable table : typed) {
      table
          .profile()
          .unmapped()
          .forEach(
              (column, code) ->
                  warnings.add(
                      column + " holds codes that `values` does not name, such as " + code));
    }
    shape
        .holdSources()
        .forEach(
            (hold, source) -> {
              if (source instanceof HoldSource.Between between
                  && !shape.binding().holds().containsKey(hold)
                  && absent.contains(between.from())) {
                warnings.add(
                    "nothing says when the hold " + hold + " was placed: no time is its own");
              }
            });
    return warnings;
  }
}
