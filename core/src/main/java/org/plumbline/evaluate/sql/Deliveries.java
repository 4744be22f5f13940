package org.plumbline.evaluate.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.compile.sql.Dialect;
import org.plumbline.evaluate.SetDelivery;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** Reads the usable rows of {@code register/deliveries} that name a set and a period. */
final class Deliveries {

  private Deliveries() {}

  static List<SetDelivery> read(SqlTables tables, StoredSet stored) {
    Dialect dialect = tables.dialect();
    String set = dialect.name(StoredSet.fieldColumn("set"));
    String period = dialect.name(StoredSet.fieldColumn("period"));
    List<SetDelivery> deliveries = new ArrayList<>();
    tables.each(
        "SELECT %s, %s, %s FROM %s WHERE unusable IS NULL AND %s IS NOT NULL AND %s IS NOT NULL"
            .formatted(
                set,
                period,
                dialect.name(StoredSet.momentColumn("delivered")),
                dialect.name(stored.table(Table.CASES)),
                set,
                period),
        row ->
            deliveries.add(
                new SetDelivery(
                    Objects.requireNonNull(row.text(0)),
                    Objects.requireNonNull(row.text(1)),
                    row.value(2) == null
                        ? Optional.empty()
                        : Optional.of(LocalDate.ofEpochDay(row.whole(2, 0))))));
    return deliveries;
  }
}
