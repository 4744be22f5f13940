package org.plumbline.web.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.remedy.Decision;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.result.StoredFollows;
import org.plumbline.web.result.TextsRead;
import org.plumbline.web.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What follows from the results that lie on the table, as it stands now: amounts as they were
 * measured, with what parties did about them since (docs/meaning.md 37).
 */
@Component
public final class Ledger {

  /** Of each agreement, reports first, the last before the others; then what was sent last. */
  private static final String RESULTS =
      """
      select r.id, r.agreement, r.period, r.zone, r.evaluated_at, p.number
      from result r join sending s on s.subject = r.id
        left join (publication p join sending issued on issued.subject = p.id) on p.result = r.id
      where r.follows is not null and (cast(:agreement as uuid) is null or r.agreement = cast(:agreement as uuid))
      order by r.agreement, p.number desc nulls last, s.sent_at desc, r.evaluated_at desc
      """;

  private static final String ACTS =
      """
      select x.id, x.agreement, x.organization, o.name as organization_name, x.posting, x.act, x.note, x.role,
        coalesce(p.name, 'somebody of ' || o.name) as done_by_name, x.done_at
      from posting_act x join organization o on o.id = x.organization left join person p on p.id = x.done_by
      where cast(:agreement as uuid) is null or x.agreement = cast(:agreement as uuid)
      order by x.done_at, x.id
      """;

  private static final String MILESTONES =
      """
      select distinct on (m.agreement, m.posting, m.name) m.id, m.agreement, m.posting, m.name, m.owner, m.due, d.done_on
      from milestone m
        left join lateral (
          select x.done_on from milestone_done x join milestone same on same.id = x.milestone
          where same.agreement = m.agreement and same.posting = m.posting and same.name = m.name order by x.said_at desc limit 1) d on true
      where cast(:agreement as uuid) is null or m.agreement = cast(:agreement as uuid)
      order by m.agreement, m.posting, m.name, m.set_at desc, m.id
      """;

  private final TextsRead<StoredFollows> follows = new TextsRead<>("follows", StoredFollows::read);
  private final Store store;
  private final Loads loads;
  private final Clock clock;

  Ledger(Store store, Loads loads, Clock clock) {
    this.store = store;
    this.loads = loads;
    this.clock = clock;
  }

  private record Found(
      UUID result,
      UUID agreement,
      String period,
      ZoneId zone,
      Instant measured,
      Optional<Integer> report) {}

  private record OfAgreement<T>(UUID agreement, T value) {}

  /** All that follows from what is on the table of an agreement, the last period first. */
  public List<Owed> all(Viewer viewer, UUID agreement) {
    return read(viewer, Optional.of(agreement)).getOrDefault(agreement, List.of());
  }

  /** The same of all agreements that the person may see. */
  public Map<UUID, List<Owed>> everywhere(Viewer viewer) {
    return read(viewer, Optional.empty());
  }

  /**
   * One thing.
   *
   * @throws NotHere if nothing of that id follows
   */
  public Owed one(Viewer viewer, UUID agreement, String posting) {
    return all(viewer, agreement).stream()
        .filter(owed -> owed.posting().id().equals(posting))
        .findFirst()
        .orElseThrow(() -> new NotHere("Nothing of this id follows from a result on the table."));
  }

  /** What follows from one result, as it stands now. */
  public List<Owed> of(Viewer viewer, UUID agreement, UUID result) {
    return all(viewer, agreement).stream().filter(owed -> owed.result().equals(result)).toList();
  }

  /** The day it is in the agreement’s zone. */
  public LocalDate today(Viewer viewer, UUID agreement) {
    return LocalDate.ofInstant(clock.instant(), loads.zone(viewer, agreement));
  }

  private Map<UUID, List<Owed>> read(Viewer viewer, Optional<UUID> agreement) {
    return store.as(
        viewer.person(),
        jdbc -> {
          List<OfAgreement<ActRow>> acts =
              rows(jdbc, ACTS, agreement, (rows, number) -> of(rows, act(rows)));
          List<OfAgreement<MilestoneRow>> milestones =
              rows(jdbc, MILESTONES, agreement, (rows, number) -> of(rows, milestone(rows)));
          Map<UUID, List<Owed>> owed = new LinkedHashMap<>();
          Map<UUID, Set<String>> periods = new LinkedHashMap<>();
          List<Found> standing =
              rows(jdbc, RESULTS, agreement, (rows, number) -> found(rows)).stream()
                  .filter(
                      found ->
                          periods
                              .computeIfAbsent(found.agreement(), id -> new HashSet<>())
                              .add(found.period()))
                  .toList();
          Map<UUID, StoredFollows> read =
              follows.of(jdbc, standing.stream().map(Found::result).toList());
          for (Found found : standing) {
            StoredFollows of = read.get(found.result());
            if (of != null) {
              List<Owed> own = owed.computeIfAbsent(found.agreement(), id -> new ArrayList<>());
              add(own, found, of, of(acts, found.agreement()), of(milestones, found.agreement()));
            }
          }
          owed.values()
              .forEach(
                  own ->
                      own.sort(
                          Comparator.comparing((Owed each) -> each.posting().period())
                              .reversed()
                              .thenComparing(each -> each.posting().id())));
          return owed;
        });
  }

  private static void add(
      List<Owed> own,
      Found found,
      StoredFollows follows,
      List<ActRow> acts,
      List<MilestoneRow> milestones) {
    for (StoredFollows.Posting posting : follows.postings()) {
      if (own.stream().noneMatch(each -> each.posting().id().equals(posting.id()))) {
        own.add(
            new Owed(
                posting,
                found.result(),
                found.report(),
                found.measured(),
                found.zone(),
                acts.stream().filter(act -> act.posting().equals(posting.id())).toList(),
                milestones.stream().filter(each -> each.posting().equals(posting.id())).toList()));
      }
    }
  }

  private static <T> List<T> of(List<OfAgreement<T>> all, UUID agreement) {
    return all.stream()
        .filter(each -> each.agreement().equals(agreement))
        .map(OfAgreement::value)
        .toList();
  }

  private static <T> OfAgreement<T> of(ResultSet rows, T value) throws SQLException {
    return new OfAgreement<>(rows.getObject("agreement", UUID.class), value);
  }

  private static <T> List<T> rows(
      JdbcClient jdbc,
      String sql,
      Optional<UUID> agreement,
      org.springframework.jdbc.core.RowMapper<T> row) {
    return jdbc.sql(sql).param("agreement", agreement.orElse(null), Types.OTHER).query(row).list();
  }

  private static Found found(ResultSet rows) throws SQLException {
    return new Found(
        rows.getObject("id", UUID.class),
        rows.getObject("agreement", UUID.class),
        rows.getString("period"),
        ZoneId.of(rows.getString("zone")),
        rows.getObject("evaluated_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rows.getObject("number", Integer.class)));
  }

  private static ActRow act(ResultSet rows) throws SQLException {
    String word = rows.getString("act");
    return new ActRow(
        rows.getObject("id", UUID.class),
        rows.getObject("organization", UUID.class),
        rows.getString("organization_name"),
        rows.getString("posting"),
        Decision.Act.of(word).orElseThrow(() -> new IllegalStateException("no act " + word)),
        Optional.ofNullable(rows.getString("note")),
        rows.getString("role"),
        rows.getString("done_by_name"),
        rows.getObject("done_at", OffsetDateTime.class).toInstant());
  }

  private static MilestoneRow milestone(ResultSet rows) throws SQLException {
    return new MilestoneRow(
        rows.getObject("id", UUID.class),
        rows.getString("posting"),
        rows.getString("name"),
        Optional.ofNullable(rows.getString("owner")),
        Optional.ofNullable(rows.getObject("due", LocalDate.class)),
        Optional.ofNullable(rows.getObject("done_on", LocalDate.class)));
  }
}
