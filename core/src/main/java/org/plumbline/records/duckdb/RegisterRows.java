package org.plumbline.records.duckdb;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.finding.Place;
import org.plumbline.records.StoredSet;

/**
 * Reads the register's own sets back as they were loaded: of no use to a plan, and the facts that
 * remedies rest on.
 */
public final class RegisterRows {

  private RegisterRows() {}

  /**
   * The usable rows of the sets that have files and dates, by set, each in the order of its files.
   */
  public static Map<String, List<RegisterRow>> of(Database database, Map<String, StoredSet> sets) {
    Map<String, List<RegisterRow>> rows = new LinkedHashMap<>();
    RegisterSets.SETS.forEach(
        (id, set) -> {
          StoredSet stored = sets.get(id);
          if (stored != null && !id.equals(RegisterSets.DECLARATIONS)) {
            rows.put(id, read(database, stored, set));
          }
        });
    return rows;
  }

  private static List<RegisterRow> read(Database database, StoredSet stored, RecordSet set) {
    List<String> columns = new ArrayList<>();
    set.fields().keySet().forEach(id -> columns.add(Sql.name(StoredSet.fieldColumn(id))));
    set.moments().keySet().forEach(id -> columns.add(Sql.name(StoredSet.momentColumn(id))));
    String sql =
        "SELECT %s, file_no, row_no FROM %s WHERE unusable IS NULL ORDER BY case_no"
            .formatted(String.join(", ", columns), Sql.name(stored.table(StoredSet.Table.CASES)));
    return database.query(sql, row -> row(row, set, stored.files()));
  }

  private static RegisterRow row(ResultSet row, RecordSet set, List<String> files)
      throws SQLException {
    Map<String, String> texts = new HashMap<>();
    Map<String, LocalDate> days = new HashMap<>();
    int column = 1;
    for (Map.Entry<String, Field> field : set.fields().entrySet()) {
      text(row, column++, field.getValue()).ifPresent(text -> texts.put(field.getKey(), text));
    }
    for (String moment : set.moments().keySet()) {
      long day = row.getLong(column++);
      if (!row.wasNull()) {
        days.put(moment, LocalDate.ofEpochDay(day));
      }
    }
    int file = row.getInt(column);
    String name = file < files.size() ? files.get(file) : "register";
    return new RegisterRow(texts, days, new Place(name, (int) row.getLong(column + 1), 0, ""));
  }

  private static Optional<String> text(ResultSet row, int column, Field field) throws SQLException {
    if (field.type() == Field.Type.NUMBER) {
      BigDecimal number = row.getBigDecimal(column);
      return Optional.ofNullable(number).map(BigDecimal::toPlainString);
    }
    return Optional.ofNullable(row.getString(column)).filter(text -> !text.isBlank());
  }
}
