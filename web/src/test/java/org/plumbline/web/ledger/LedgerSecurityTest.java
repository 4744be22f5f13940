package org.plumbline.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.web.TwoPeople;
import org.plumbline.web.identity.Viewer;
import org.springframework.dao.DataAccessException;

/**
 * Asks the database as the application's role does, past every handler, for the tables of V60 and
 * V61.
 */
class LedgerSecurityTest {
  /** Of each table what a row has beside its agreement and organization; the person comes last. */
  private static final Map<String, String> COLUMNS = columns();

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(
        "posting_act", "posting, act, role, done_by) select ?, ?, 'x/2026-10', 'agreed', 'r', ?");
    columns.put("milestone", "posting, name, set_by) select ?, ?, 'x/2026-10', 'Step', ?");
    columns.put(
        "milestone_done",
        "milestone, done_on, said_by) select ?, ?, (select id from milestone limit 1),"
            + " current_date, ?");
    columns.put(
        "bill",
        "service, period, amount, billed, entered_by) select ?, ?, 'desk', '2026-10', 1,"
            + " current_date, ?");
    columns.put(
        "bill_line",
        "bill, line, amount, entered_by) select ?, ?, (select id from bill limit 1), 'Goodwill',"
            + " -1, ?");
    columns.put(
        "measure_catalog", "file_name, measures, content, added_by) select ?, ?, 'x', 1, '', ?");
    columns.put("metric_choice", "metric, wish, said_by) select ?, ?, 'paid', 'x', ?");
    return columns;
  }

  @Test
  void whatIsDoneLiesOnTheTableAtOnceAndStaysAsItIs() {
    try (TwoPeople two = new TwoPeople()) {
      two.sendText();
      Viewer ours = two.customer;
      Viewer theirs = two.provider;
      for (String table : COLUMNS.keySet()) {
        UUID row = add(two, ours, table, ours.organization(), ours.person());
        assertThat(two.seen(ours, table)).as(table).containsExactly(row);
        assertThat(two.seen(theirs, table)).as(table).containsExactly(row);
        assertThat(two.seen(two.third, table)).as(table).isEmpty();
        assertThatThrownBy(() -> add(two, theirs, table, ours.organization(), theirs.person()))
            .as(table)
            .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> add(two, ours, table, ours.organization(), theirs.person()))
            .as(table)
            .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                () -> add(two, two.third, table, two.third.organization(), two.third.person()))
            .as(table)
            .isInstanceOf(DataAccessException.class);
        for (String change : List.of("delete from " + table, "update " + table + " set id = id")) {
          assertThatThrownBy(() -> two.store.in(ours.person(), jdbc -> jdbc.sql(change).update()))
              .hasStackTraceContaining("permission denied");
          assertThatThrownBy(() -> two.owner.sql(change).update())
              .hasStackTraceContaining("what was recorded stays");
        }
      }
      assertThat(two.owner.sql("select audit_broken_at()").query(Long.class).optional()).isEmpty();
    }
  }

  private static UUID add(TwoPeople two, Viewer by, String table, UUID organization, UUID person) {
    return two.store.as(
        by.person(),
        jdbc ->
            TwoPeople.id(
                jdbc,
                "insert into "
                    + table
                    + " (agreement, organization, "
                    + COLUMNS.get(table)
                    + " returning id",
                two.agreement,
                organization,
                person));
  }
}
