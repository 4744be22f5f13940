package org.plumbline.referee;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.RecordSet;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;
import org.plumbline.records.duckdb.Database;

/** Reads loaded records back out of their tables. */
final class StoredRecords {

  private final Database database;
  private final StoredSet stored;
  private final RecordSet set;
  private final Map<Long, Map<String, List<RefereeCase.Occurrence>>> occurrences = new HashMap<>();
  private final Map<Long, List<RefereeCase.Change>> changes = new HashMap<>();
  private final Map<Long, List<RefereeCase.Hold>> holds = new HashMap<>();

  private StoredRecords(Database database, StoredSet stored, RecordSet set) {
    this.database = database;
    this.stored = stored;
    this.set = set;
  }

  static RefereeRecords read(Database database, StoredSet stored, RecordSet set) {
    return new StoredRecords(database, stored, set).read();
  }

  private RefereeRecords read() {
    if (stored.eventLog()) {
      List<String> moments = List.copyOf(stored.moments().keySet());
      each(
          Table.OCCURRENCES,
          row ->
              occurrences
                  .computeIfAbsent(row.getLong("case_no"), no -> new HashMap<>())
                  .computeIfAbsent(moments.get(row.getInt("moment_no")), id -> new ArrayList<>())
                  .add(new RefereeCase.Occurrence(row.getLong("at"), row.getLong("seq"))));
      each(
          Table.CHANGES,
          row ->
              changes
                  .computeIfAbsent(row.getLong("case_no"), no -> new ArrayList<>())
                  .add(new RefereeCase.Change(row.getLong("at"), row.getLong("seq"), values(row))));
    }
    if (!stored.holds().isEmpty()) {
      each(Table.HOLDS, this::addHold);
    }
    List<RefereeCase> cases = new ArrayList<>();
    database.each(
        "SELECT * FROM \"" + stored.table(Table.CASES) + "\" ORDER BY file_no, row_no, case_no",
        row -> cases.add(aCase(row)));
    return new RefereeRecords(stored.set(), stored.eventLog(), stored.skewMicros(), cases);
  }

  private boolean addHold(ResultSet row) throws SQLException {
    long until = row.getLong("u");
    OptionalLong end = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(until);
    return holds
        .computeIfAbsent(row.getLong("case_no"), no -> new ArrayList<>())
        .add(
            new RefereeCase.Hold(stored.holds().get(row.getInt("hold_no")), row.getLong("f"), end));
  }

  private RefereeCase aCase(ResultSet row) throws SQLException {
    long number = row.getLong("case_no");
    Map<String, List<RefereeCase.Occurrence>> own =
        occurrences.getOrDefault(number, new HashMap<>());
    List<RefereeCase.Change> trail = changes.getOrDefault(number, List.of());
    if (!stored.eventLog()) {
      for (String moment : stored.moments().keySet()) {
        long at = row.getLong(StoredSet.momentColumn(moment));
        if (!row.wasNull()) {
          own.put(moment, List.of(new RefereeCase.Occurrence(at, 0)));
        }
      }
      trail = List.of(new RefereeCase.Change(0, 0, values(row)));
    }
    return new RefereeCase(
        row.getString("case_key"),
        own,
        trail,
        holds.getOrDefault(number, List.of()),
        Optional.ofNullable(row.getString("unusable")));
  }

  private Map<String, Object> values(ResultSet row) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (String id : stored.fields().keySet()) {
      String column = StoredSet.fieldColumn(id);
      if (row.getObject(column) != null) {
        Field field = set.fields().get(id);
        values.put(
            id,
            switch (field == null ? Field.Type.TEXT : field.type()) {
              case TEXT -> row.getString(column);
              case NUMBER, MONEY, SHARE -> new BigDecimal(row.getString(column));
              case DURATION -> row.getLong(column);
              case FLAG -> row.getBoolean(column);
            });
      }
    }
    return values;
  }

  private void each(Table table, Database.RowReader<?> reader) {
    database.each("SELECT * FROM \"" + stored.table(table) + "\" ORDER BY ALL", reader);
  }
}
