package org.plumbline.web.result;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** The results that stand, one for each period, with what they say in short. */
@Component
public final class StandingResults {

  private static final String LATEST =
      """
      select distinct on (r.agreement, r.period) r.id, r.agreement, r.period, r.zone, r.as_of, p.number, s.id is not null as sent
      from result r left join publication p on p.result = r.id left join sending s on s.subject = r.id
      where r.summary is not null and (cast(:agreement as uuid) is null or r.agreement = cast(:agreement as uuid))
      order by r.agreement, r.period, p.number desc nulls last, s.sent_at desc nulls last, r.evaluated_at desc
      """;

  private final Store store;
  private final TextsRead<StoredSummary> summaries =
      new TextsRead<>("summary", StoredSummary::read);

  StandingResults(Store store) {
    this.store = store;
  }

  /**
   * What stands of each period of the agreements that the person may see, the newest first: the
   * last report, else what was sent last, else the own draft.
   *
   * @param agreement only this one; empty: all
   */
  public List<Latest> latest(Viewer viewer, Optional<UUID> agreement) {
    return store.as(
        viewer.person(),
        jdbc -> {
          List<Standing> standing =
              jdbc.sql(LATEST)
                  .param("agreement", agreement.orElse(null), java.sql.Types.OTHER)
                  .query(
                      (rows, number) ->
                          new Standing(
                              rows.getObject("id", UUID.class),
                              rows.getObject("agreement", UUID.class),
                              rows.getString("period"),
                              ZoneId.of(rows.getString("zone")),
                              rows.getObject("as_of", OffsetDateTime.class).toInstant(),
                              Optional.ofNullable(rows.getObject("number", Integer.class)),
                              rows.getBoolean("sent")))
                  .list();
          Map<UUID, StoredSummary> read =
              summaries.of(jdbc, standing.stream().map(Standing::result).toList());
          return standing.stream()
              .map(each -> each.with(read.getOrDefault(each.result(), StoredSummary.NONE)))
              .sorted(java.util.Comparator.comparing(Latest::asOf).reversed())
              .toList();
        });
  }

  private record Standing(
      UUID result,
      UUID agreement,
      String period,
      ZoneId zone,
      Instant asOf,
      Optional<Integer> number,
      boolean sent) {

    Latest with(StoredSummary summary) {
      return new Latest(result, agreement, period, zone, asOf, number, sent, summary);
    }
  }

  /**
   * What stands of a period.
   *
   * @param number of the report; empty where none was issued
   * @param sent whether both parties see it
   */
  public record Latest(
      UUID result,
      UUID agreement,
      String period,
      ZoneId zone,
      Instant asOf,
      Optional<Integer> number,
      boolean sent,
      StoredSummary summary) {}
}
