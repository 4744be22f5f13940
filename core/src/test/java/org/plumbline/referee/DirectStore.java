package org.plumbline.referee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;
import org.plumbline.records.duckdb.Database;

/** Writes records into the tables in which a load would leave them, without files. */
final class DirectStore {

  private static final long DAY = 86_400_000_000L;

  private final Database database;
  private final RefereeRecords records;
  private final StoredSet stored;

  private DirectStore(Database database, RefereeRecords records, StoredSet stored) {
    this.database = database;
    this.records = records;
    this.stored = stored;
  }

  static StoredSet write(Database database, RecordSet set, RefereeRecords records) {
    StoredSet stored = describe(set, records);
    DirectStore store = new DirectStore(database, records, stored);
    store.cases();
    if (records.eventLog()) {
      store.occurrences();
      store.changes();
    }
    store.holds();
    return stored;
  }

  static void drop(Database database, StoredSet stored) {
    for (Table table : Table.values()) {
      database.execute("DROP TABLE IF EXISTS \"" + stored.table(table) + "\"");
    }
  }

  private static StoredSet describe(RecordSet set, RefereeRecords records) {
    Map<String, Precision> moments = new LinkedHashMap<>();
    set.moments()
        .forEach(
            (id, term) -> {
              if (term instanceof MomentTerm.Recorded recorded) {
                moments.put(id, recorded.precision());
              }
            });
    Map<String, String> fields = new LinkedHashMap<>();
    set.fields().forEach((id, field) -> fields.put(id, type(field.type())));
    List<String> holds =
        set.turns().stream().filter(Turn.Hold.class::isInstance).map(Turn::id).toList();
    return new StoredSet(
        records.set(),
        records.eventLog(),
        moments,
        fields,
        holds,
        List.of("generated.csv"),
        records.cases().size(),
        records.skewMicros(),
        range(moments, records),
        records.eventLog() ? Set.of() : always(moments.keySet(), records));
  }

  private static Set<String> always(Set<String> moments, RefereeRecords records) {
    return moments.stream()
        .filter(
            id ->
                records.cases().stream()
                    .noneMatch(one -> one.occurrences().getOrDefault(id, List.of()).isEmpty()))
        .collect(Collectors.toSet());
  }

  private static String type(Field.Type type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case NUMBER, MONEY, SHARE -> "DECIMAL(18,4)";
      case DURATION -> "BIGINT";
      case FLAG -> "BOOLEAN";
    };
  }

  private static StoredSet.DayRange range(Map<String, Precision> moments, RefereeRecords records) {
    TreeSet<Long> firsts = new TreeSet<>();
    TreeSet<Long> lasts = new TreeSet<>();
    for (RefereeCase one : records.cases()) {
      one.occurrences()
          .forEach(
              (id, list) ->
                  list.forEach(
                      o -> {
                        boolean date = moments.get(id) == Precision.DATE;
                        firsts.add(date ? o.at() * DAY : o.at());
                        lasts.add(date ? (o.at() + 1) * DAY - 1 : o.at());
                      }));
      if (records.eventLog()) {
        one.changes().forEach(change -> firsts.add(change.at()));
      }
      for (RefereeCase.Hold hold : one.holds()) {
        firsts.add(hold.from());
        hold.until().ifPresent(firsts::add);
      }
    }
    lasts.addAll(firsts);
    return lasts.isEmpty()
        ? new StoredSet.DayRange(0, 0)
        : new StoredSet.DayRange(
            Math.floorDiv(firsts.first(), DAY), Math.floorDiv(lasts.last(), DAY), lasts.last());
  }

  private void cases() {
    List<String> columns = new ArrayList<>(List.of("case_no BIGINT", "case_key VARCHAR"));
    stored
        .moments()
        .forEach(
            (id, precision) ->
                columns.add(
                    "\""
                        + StoredSet.momentColumn(id)
                        + "\" "
                        + (precision == Precision.DATE ? "INTEGER" : "BIGINT")));
    columns.addAll(fieldColumns());
    columns.addAll(List.of("unusable VARCHAR", "file_no INTEGER", "row_no BIGINT"));
    List<String> rows = new ArrayList<>();
    for (int no = 0; no < records.cases().size(); no++) {
      RefereeCase one = records.cases().get(no);
      List<String> cells = new ArrayList<>(List.of("" + no, text(one.key())));
      for (String moment : stored.moments().keySet()) {
        cells.add(
            one.occurrences().getOrDefault(moment, List.of()).stream()
                .map(RefereeCase.Occurrence::at)
                .min(Long::compare)
                .map(Object::toString)
                .orElse("NULL"));
      }
      Map<String, Object> last =
          one.changes().isEmpty() ? Map.of() : one.changes().get(one.changes().size() - 1).values();
      cells.addAll(fieldCells(last));
      cells.add(one.unusable().map(DirectStore::text).orElse("NULL"));
      cells.addAll(List.of("0", "" + (no + 1)));
      rows.add(row(cells));
    }
    fill(Table.CASES, columns, rows);
  }

  private void occurrences() {
    List<String> moments = List.copyOf(stored.moments().keySet());
    List<String> rows = new ArrayList<>();
    for (int no = 0; no < records.cases().size(); no++) {
      RefereeCase one = records.cases().get(no);
      for (int moment = 0; moment < moments.size(); moment++) {
        for (RefereeCase.Occurrence o :
            one.occurrences().getOrDefault(moments.get(moment), List.of())) {
          rows.add(row(List.of("" + no, "" + moment, "" + o.at(), "" + o.seq(), "0", "1")));
        }
      }
    }
    fill(
        Table.OCCURRENCES,
        List.of(
            "case_no BIGINT",
            "moment_no SMALLINT",
            "\"at\" BIGINT",
            "seq BIGINT",
            "file_no INTEGER",
            "row_no BIGINT"),
        rows);
  }

  private void changes() {
    List<String> columns =
        new ArrayList<>(List.of("case_no BIGINT", "\"at\" BIGINT", "seq BIGINT"));
    columns.addAll(fieldColumns());
    columns.addAll(List.of("file_no INTEGER", "row_no BIGINT"));
    List<String> rows = new ArrayList<>();
    for (int no = 0; no < records.cases().size(); no++) {
      for (RefereeCase.Change change : records.cases().get(no).changes()) {
        List<String> cells = new ArrayList<>(List.of("" + no, "" + change.at(), "" + change.seq()));
        cells.addAll(fieldCells(change.values()));
        cells.addAll(List.of("0", "1"));
        rows.add(row(cells));
      }
    }
    fill(Table.CHANGES, columns, rows);
  }

  private void holds() {
    List<String> rows = new ArrayList<>();
    List<String> atoms = new ArrayList<>();
    for (int no = 0; no < records.cases().size(); no++) {
      RefereeCase one = records.cases().get(no);
      TreeSet<Long> ends = new TreeSet<>();
      for (RefereeCase.Hold hold : one.holds()) {
        ends.add(hold.from());
        ends.add(hold.until().orElse(Long.MAX_VALUE));
        rows.add(
            row(
                List.of(
                    "" + no,
                    "" + stored.holds().indexOf(hold.id()),
                    "" + hold.from(),
                    end(hold.until().orElse(Long.MAX_VALUE)),
                    "0",
                    "1")));
      }
      for (Long from : ends) {
        Long until = ends.higher(from);
        if (until != null) {
          long mask = mask(one, from, until);
          if (mask != 0) {
            atoms.add(row(List.of("" + no, "" + from, end(until), "" + mask)));
          }
        }
      }
    }
    fill(
        Table.HOLDS,
        List.of(
            "case_no BIGINT",
            "hold_no SMALLINT",
            "f BIGINT",
            "u BIGINT",
            "file_no INTEGER",
            "row_no BIGINT"),
        rows);
    fill(Table.ATOMS, List.of("case_no BIGINT", "f BIGINT", "u BIGINT", "mask BIGINT"), atoms);
  }

  private long mask(RefereeCase one, long from, long until) {
    long mask = 0;
    for (RefereeCase.Hold hold : one.holds()) {
      if (hold.from() <= from && until <= hold.until().orElse(Long.MAX_VALUE)) {
        mask |= 1L << stored.holds().indexOf(hold.id());
      }
    }
    return mask;
  }

  private List<String> fieldColumns() {
    return stored.fields().entrySet().stream()
        .map(
            field ->
                "\""
                    + StoredSet.fieldColumn(field.getKey())
                    + "\" "
                    + Objects.requireNonNull(field.getValue()))
        .toList();
  }

  private List<String> fieldCells(Map<String, Object> values) {
    return stored.fields().keySet().stream().map(id -> cell(values.get(id))).toList();
  }

  private static String cell(@org.jspecify.annotations.Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    return value instanceof String text
        ? text(text)
        : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static String end(long until) {
    return until == Long.MAX_VALUE ? "NULL" : "" + until;
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String row(List<String> cells) {
    return "(" + String.join(", ", cells) + ")";
  }

  private void fill(Table table, List<String> columns, List<String> rows) {
    String name = "\"" + stored.table(table) + "\"";
    database.execute(
        "CREATE OR REPLACE TABLE "
            + name
            + columns.stream().collect(Collectors.joining(", ", " (", ")")));
    if (!rows.isEmpty()) {
      database.execute("INSERT INTO " + name + " VALUES " + String.join(", ", rows));
    }
  }
}
