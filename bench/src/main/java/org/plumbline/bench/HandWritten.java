package org.plumbline.bench;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.evaluate.Exact;
import org.plumbline.records.duckdb.Database;

/**
 * The answer as the best SQL that we know to write by hand gives it. It may know what these tickets
 * are like (moments in order, nothing after the as-of moment), so it does without what Plumbline
 * has to provide for.
 */
final class HandWritten {

  private HandWritten() {}

  /** Makes the look-up table, which is not part of what is timed. */
  static void prepare(Database database) {
    HalfHours.install(database);
  }

  /** Runs {@code AGREEMENT.sql}: the last statement but one gives the figures, the last totals. */
  static Answer answer(Database database, String agreement) {
    long asOf = ChronoUnit.MICROS.between(Instant.EPOCH, Tickets.AS_OF);
    List<String> statements =
        Script.of(agreement + ".sql", Map.of("as-of", Long.toString(asOf))).statements();
    statements.subList(0, statements.size() - 2).forEach(database::execute);
    return new Answer(
        database.query(statements.get(statements.size() - 2), HandWritten::figure),
        database.query(statements.get(statements.size() - 1), HandWritten::totals));
  }

  /** Reads every column that an answer depends on, and does nothing with it. */
  static void scan(Database database, String agreement) {
    for (String statement : Script.of(agreement + "-scan.sql", Map.of()).statements()) {
      database.each(statement, row -> row.getLong(1));
    }
  }

  private static Answer.Figure figure(ResultSet row) throws SQLException {
    int month = row.getInt("period");
    return new Answer.Figure(
        row.getString("metric"),
        row.getInt("line"),
        String.format(Locale.ROOT, "%d-%02d", 2024 + month / 12, month % 12 + 1),
        row.getLong("cases"),
        row.getLong("holding"),
        row.getLong("indeterminate"),
        ratio(row, "figure", "divisor"),
        ratio(row, "low", "all"),
        ratio(row, "high", "all"));
  }

  private static Optional<Exact> ratio(ResultSet row, String of, String by) throws SQLException {
    Optional<BigDecimal> number = Optional.ofNullable(row.getBigDecimal(of));
    BigDecimal divisor = row.getBigDecimal(by);
    return divisor.signum() == 0
        ? Optional.empty()
        : number.map(each -> Exact.ratio(each, divisor));
  }

  private static Answer.Totals totals(ResultSet row) throws SQLException {
    return new Answer.Totals(
        row.getString("metric"),
        row.getLong("all"),
        row.getLong("counted"),
        row.getLong("indeterminate"),
        row.getLong("open"),
        row.getLong("voided"),
        row.getLong("not_qualified"));
  }
}
