package org.plumbline.evaluate.duckdb;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.evaluate.SetDelivery;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;

/** Reads the usable rows of {@code register/deliveries} that name a set and a period. */
final class Deliveries {

  private Deliveries() {}

  static List<SetDelivery> read(Database database, StoredSet stored) {
    String set = Sql.name(StoredSet.fieldColumn("set"));
    String period = Sql.name(StoredSet.fieldColumn("period"));
    return database.query(
        "SELECT %s, %s, %s FROM %s WHERE unusable IS NULL AND %s IS NOT NULL AND %s IS NOT NULL"
            .formatted(
                set,
                period,
                Sql.name(StoredSet.momentColumn("delivered")),
                Sql.name(stored.table(Table.CASES)),
                set,
                period),
        row -> {
          long day = row.getLong(3);
          boolean came = !row.wasNull();
          return new SetDelivery(
              row.getString(1),
              row.getString(2),
              came ? Optional.of(LocalDate.ofEpochDay(day)) : Optional.empty());
        });
  }
}
