package org.plumbline.web.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.finding.Place;
import org.plumbline.web.agreement.AgreementRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What parties did on pages about what follows from results, and bills, as rows of the register's
 * own sets (docs/meaning.md 26 and 37): each dated in the agreement's zone. Of a bill or a
 * milestone that was written again, the last counts.
 */
final class LedgerRows {

  private static final Place PLACE = Place.of("the ledger of the server");

  private final JdbcClient jdbc;
  private final AgreementRow row;
  private final ZoneId zone;
  private final OffsetDateTime recorded;

  /**
   * Rows of an agreement.
   *
   * @param recorded what was recorded later is not seen
   */
  LedgerRows(JdbcClient jdbc, AgreementRow row, ZoneId zone, Instant recorded) {
    this.jdbc = jdbc;
    this.row = row;
    this.zone = zone;
    this.recorded = recorded.atOffset(ZoneOffset.UTC);
  }

  /** By set; a set without rows is left out. */
  Map<String, List<RegisterRow>> bySet() {
    Map<String, List<RegisterRow>> rows = new LinkedHashMap<>();
    rows.put(RegisterSets.DECISIONS, decisions());
    rows.put(RegisterSets.MILESTONES, milestones());
    rows.put(RegisterSets.BILLS, bills());
    rows.put(RegisterSets.BILL_LINES, billLines());
    rows.values().removeIf(List::isEmpty);
    return rows;
  }

  private List<RegisterRow> decisions() {
    return all(
        """
        select id, posting, act, note, role, organization, done_at from posting_act
        where agreement = :agreement and done_at <= :recorded order by done_at, id
        """,
        each -> {
          Map<String, String> texts = new LinkedHashMap<>();
          texts.put("id", text(each, "id"));
          texts.put("posting", text(each, "posting"));
          texts.put("act", text(each, "act"));
          texts.put("by", party(each) + "/" + text(each, "role"));
          texts.put("note", text(each, "note"));
          return new RegisterRow(filled(texts), Map.of("on", day(each, "done_at")), PLACE);
        });
  }

  private List<RegisterRow> milestones() {
    return all(
        """
        select distinct on (m.posting, m.name) m.posting, m.name, m.owner, m.due, d.done_on
        from milestone m
          left join lateral (
            select x.done_on from milestone_done x join milestone same on same.id = x.milestone
            where same.agreement = m.agreement and same.posting = m.posting and same.name = m.name and x.said_at <= :recorded
            order by x.said_at desc limit 1) d on true
        where m.agreement = :agreement and m.set_at <= :recorded order by m.posting, m.name, m.set_at desc, m.id
        """,
        each -> {
          Map<String, String> texts = new LinkedHashMap<>();
          texts.put("posting", text(each, "posting"));
          texts.put("milestone", text(each, "name"));
          texts.put("owner", text(each, "owner"));
          return new RegisterRow(
              filled(texts), days(Map.of("due", "due", "done", "done_on"), each), PLACE);
        });
  }

  private List<RegisterRow> bills() {
    return all(
        """
        select distinct on (service, period) service, period, amount, billed, due, paid from bill
        where agreement = :agreement and entered_at <= :recorded order by service, period, entered_at desc, id
        """,
        each -> {
          Map<String, String> texts = new LinkedHashMap<>();
          texts.put("service", text(each, "service"));
          texts.put("period", text(each, "period"));
          texts.put("amount", number(each));
          return new RegisterRow(
              texts, days(Map.of("billed", "billed", "due", "due", "paid", "paid"), each), PLACE);
        });
  }

  private List<RegisterRow> billLines() {
    return all(
        """
        select b.service, b.period, b.billed, l.line, l.posting, l.amount from bill_line l
          join (select distinct on (service, period) id, service, period, billed from bill
            where agreement = :agreement and entered_at <= :recorded order by service, period, entered_at desc, id) b on b.id = l.bill
        order by b.service, b.period, l.entered_at, l.line
        """,
        each -> {
          Map<String, String> texts = new LinkedHashMap<>();
          texts.put("service", text(each, "service"));
          texts.put("period", text(each, "period"));
          texts.put("line", text(each, "line"));
          texts.put("posting", text(each, "posting"));
          texts.put("amount", number(each));
          return new RegisterRow(filled(texts), days(Map.of("billed", "billed"), each), PLACE);
        });
  }

  // ---- rows ----

  private List<RegisterRow> all(String sql, Function<Map<String, Object>, RegisterRow> read) {
    return new ArrayList<>(
        jdbc
            .sql(sql)
            .param("agreement", row.id())
            .param("recorded", recorded)
            .query()
            .listOfRows()
            .stream()
            .map(read)
            .toList());
  }

  private static Map<String, String> filled(Map<String, String> texts) {
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  private static Map<String, LocalDate> days(
      Map<String, String> columns, Map<String, Object> each) {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    columns.forEach(
        (moment, column) -> {
          if (each.get(column) instanceof java.sql.Date day) {
            days.put(moment, day.toLocalDate());
          }
        });
    return days;
  }

  private LocalDate day(Map<String, Object> each, String column) {
    Object at = each.get(column);
    if (at instanceof java.sql.Timestamp stamp) {
      return LocalDate.ofInstant(stamp.toInstant(), zone);
    }
    throw new IllegalStateException(column + " is no moment: " + at);
  }

  private static String number(Map<String, Object> each) {
    return each.get("amount") instanceof BigDecimal number ? number.toPlainString() : "";
  }

  private static String text(Map<String, Object> each, String column) {
    Object value = each.get(column);
    return value == null ? "" : value.toString();
  }

  private String party(Map<String, Object> each) {
    Object organization = each.get("organization");
    return organization instanceof UUID id && id.equals(row.customer()) ? "customer" : "provider";
  }
}
