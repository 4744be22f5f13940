package org.plumbline.web.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Party;
import org.plumbline.web.agreement.AgreementRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices that say how an agreement goes on, each on its day in the agreement's zone. */
final class EndingRows {

  private static final String ROWS =
      """
      select n.kind, n.organization, o.name, n.until_day, s.sent_at,
        exists (select from notice_answer a where a.notice = n.id and a.answer = 'objected' and a.answered_at <= :recorded) as objected
      from notice n join sending s on s.subject = n.id join organization o on o.id = n.organization
      where n.agreement = :agreement and n.kind in ('renewal', 'non-renewal', 'termination') and s.sent_at > :moment and s.sent_at <= :recorded
      order by s.sent_at, n.id
      """;

  private EndingRows() {}

  /**
   * Those given after a moment.
   *
   * @param recorded what was recorded later is not seen
   */
  static List<Ending.Said> since(
      JdbcClient jdbc, AgreementRow row, Instant moment, ZoneId zone, Instant recorded) {
    return jdbc.sql(ROWS)
        .param("agreement", row.id())
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .param("recorded", recorded.atOffset(ZoneOffset.UTC))
        .query(
            (rows, number) ->
                new Ending.Said(
                    rows.getString("kind"),
                    row.customer().equals(rows.getObject("organization", UUID.class))
                        ? Party.CUSTOMER
                        : Party.PROVIDER,
                    rows.getString("name"),
                    LocalDate.ofInstant(
                        rows.getObject("sent_at", OffsetDateTime.class).toInstant(), zone),
                    Optional.ofNullable(rows.getObject("until_day", LocalDate.class)),
                    rows.getBoolean("objected")))
        .list();
  }
}
