package org.plumbline.records.duckdb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.records.StoredSet;

/**
 * Reads the bills of the register back from the loaded set {@code register/bills}, as they are: of
 * no use to a plan, and the base of what is taken off a bill.
 */
public final class RegisterBills {

  /** The id of the set. */
  public static final String SET = "register/bills";

  private RegisterBills() {}

  /**
   * One bill.
   *
   * @param period the name of the period that it is for
   * @param billed the day on which it was written
   */
  public record Bill(String service, String period, BigDecimal amount, LocalDate billed) {}

  /** All bills that can be trusted and that have a service, a period, an amount and a day. */
  public static List<Bill> read(Database database, StoredSet stored) {
    String sql =
        "SELECT %s, %s, %s, %s FROM %s WHERE unusable IS NULL ORDER BY case_no"
            .formatted(
                Sql.name(StoredSet.fieldColumn("service")),
                Sql.name(StoredSet.fieldColumn("period")),
                Sql.name(StoredSet.fieldColumn("amount")),
                Sql.name(StoredSet.momentColumn("billed")),
                Sql.name(stored.table(StoredSet.Table.CASES)));
    return database
        .query(
            sql,
            row -> {
              String service = row.getString(1);
              String period = row.getString(2);
              BigDecimal amount = row.getBigDecimal(3);
              long day = row.getLong(4);
              return row.wasNull() || service == null || period == null || amount == null
                  ? Optional.<Bill>empty()
                  : Optional.of(new Bill(service, period, amount, LocalDate.ofEpochDay(day)));
            })
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
