package org.plumbline.web.records;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Party;
import org.plumbline.web.agreement.AgreementRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The times that notices declare, as a file of the register's set of declarations
 * (docs/language.md; docs/meaning.md 19): each was declared when its notice was sent, and decided
 * when the other party accepted or rejected it.
 */
final class DeclarationRows {

  /** Its name beside files that people upload: it begins as the set is called. */
  static final String FILE = "register-declarations-notices.csv";

  private static final String ROWS =
      """
      select row_number() over (order by s.sent_at, n.id) as number, n.organization, n.exclusion, n.ground, n.from_at, n.until_at, s.sent_at,
        a.answer, a.answered_at
      from notice n join sending s on s.subject = n.id
        left join lateral (select * from notice_answer x where x.notice = n.id and x.answer in ('accepted', 'rejected') and x.answered_at <= :recorded
          order by x.answered_at limit 1) a on true
      where n.agreement = :agreement and n.exclusion is not null and s.sent_at <= :recorded
      order by s.sent_at, n.id
      """;

  private DeclarationRows() {}

  private record Row(
      long number,
      UUID organization,
      String exclusion,
      Optional<String> ground,
      OffsetDateTime from,
      Optional<OffsetDateTime> until,
      OffsetDateTime declared,
      Optional<String> answer,
      Optional<OffsetDateTime> answered) {}

  /**
   * The file; empty if no notice declares anything.
   *
   * @param recorded what was recorded later is not seen
   */
  static String file(JdbcClient jdbc, AgreementRow row, Instant recorded) {
    List<Row> declared =
        jdbc.sql(ROWS)
            .param("agreement", row.id())
            .param("recorded", recorded.atOffset(ZoneOffset.UTC))
            .query(
                (rows, number) ->
                    new Row(
                        rows.getLong("number"),
                        rows.getObject("organization", UUID.class),
                        rows.getString("exclusion"),
                        Optional.ofNullable(rows.getString("ground")),
                        rows.getObject("from_at", OffsetDateTime.class),
                        Optional.ofNullable(rows.getObject("until_at", OffsetDateTime.class)),
                        rows.getObject("sent_at", OffsetDateTime.class),
                        Optional.ofNullable(rows.getString("answer")),
                        Optional.ofNullable(rows.getObject("answered_at", OffsetDateTime.class))))
            .list();
    if (declared.isEmpty()) {
      return "";
    }
    StringBuilder file =
        new StringBuilder("id,exclusion,party,ground,declared,from,until,decided,decision\n");
    declared.forEach(
        each ->
            file.append("notice-")
                .append(each.number())
                .append(',')
                .append(quoted(each.exclusion()))
                .append(',')
                .append(
                    row.customer().equals(each.organization()) ? Party.CUSTOMER : Party.PROVIDER)
                .append(',')
                .append(quoted(each.ground().orElse("")))
                .append(',')
                .append(second(each.declared()))
                .append(',')
                .append(each.from().toInstant())
                .append(',')
                .append(each.until().map(at -> at.toInstant().toString()).orElse(""))
                .append(',')
                .append(each.answered().map(at -> second(at).toString()).orElse(""))
                .append(',')
                .append(each.answer().orElse(""))
                .append('\n'));
    return file.toString();
  }

  /** Results are known at whole seconds; what was said within that second belongs to it. */
  private static Instant second(OffsetDateTime at) {
    return at.toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
  }
}
