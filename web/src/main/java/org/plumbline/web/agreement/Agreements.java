package org.plumbline.web.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements and their texts, as the register has them and as one person may see them. */
@Component
public final class Agreements {

  private static final int LONGEST = 1_000_000;

  private static final String AGREEMENT =
      """
      select a.*, c.name as customer_name, p.name as provider_name,
        exists (select from sending s where s.agreement = a.id) as on_the_table
      from agreement a join organization c on c.id = a.customer join organization p on p.id = a.provider
      """;

  private static final String VERSION =
      """
      select v.id, v.agreement, v.organization, o.name as organization_name, v.number, v.title, v.hash, v.effective,
        v.amendment, v.rests_on, v.zone, v.written_at, coalesce(p.name, 'somebody of ' || o.name) as written_by_name, s.sent_at
      from version v join organization o on o.id = v.organization left join person p on p.id = v.written_by
        left join sending s on s.subject = v.id
      """;

  private final Store store;
  private final Authority authority;

  Agreements(Store store, Authority authority) {
    this.store = store;
    this.authority = authority;
  }

  /** All that the person may see, by title. */
  public List<AgreementRow> all(Viewer viewer) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(AGREEMENT + " order by lower(a.title), a.id")
                .query((rows, number) -> agreement(rows))
                .list());
  }

  /**
   * One of them.
   *
   * @throws NotHere if the person may not see it
   */
  public AgreementRow one(Viewer viewer, UUID id) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(AGREEMENT + " where a.id = ?")
                .param(id)
                .query((rows, number) -> agreement(rows))
                .optional()
                .orElseThrow(() -> new NotHere("There is no such agreement here.")));
  }

  /** Its texts that the person may see, the newest first. */
  public List<VersionRow> versions(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(VERSION + " where v.agreement = ? order by v.written_at desc, v.id desc")
                .param(agreement)
                .query((rows, number) -> version(rows))
                .list());
  }

  /** A page of the same. */
  public Slice.Part<VersionRow> versions(Viewer viewer, UUID agreement, Slice slice) {
    return slice.part(
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql(
                        VERSION
                            + " where v.agreement = :agreement"
                            + slice.tail("version", "v", "written_at"))
                    .param("agreement", agreement)
                    .param("after", slice.after().orElse(null), java.sql.Types.OTHER)
                    .param("most", slice.most())
                    .query((rows, number) -> version(rows))
                    .list()),
        VersionRow::id);
  }

  /**
   * One of its texts.
   *
   * @throws NotHere if the person may not see it
   */
  public VersionRow version(Viewer viewer, UUID agreement, UUID version) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(VERSION + " where v.agreement = ? and v.id = ?")
                .params(agreement, version)
                .query((rows, number) -> version(rows))
                .optional()
                .orElseThrow(() -> new NotHere("There is no such text here.")));
  }

  /** What a text says. */
  public CheckedText text(Viewer viewer, VersionRow version) {
    return CheckedText.of(
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql("select text from version where id = ?")
                    .param(version.id())
                    .query(String.class)
                    .single()));
  }

  /** The text that is talked about: the last one that was sent, else the newest draft. */
  public Optional<VersionRow> current(Viewer viewer, UUID agreement) {
    List<VersionRow> whole =
        versions(viewer, agreement).stream().filter(row -> row.hash().isPresent()).toList();
    return whole.stream()
        .filter(VersionRow::isSent)
        .max(java.util.Comparator.comparing(row -> row.sentAt().orElseThrow()))
        .or(() -> whole.stream().findFirst());
  }

  /** The organizations that can be the other party. */
  public List<Across> across(Viewer viewer) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    "select id, name from organization where kind = 'party' and id <> ? order by"
                        + " lower(name)")
                .param(viewer.organization())
                .query(
                    (rows, number) ->
                        new Across(rows.getObject("id", UUID.class), rows.getString("name")))
                .list());
  }

  /** An organization to agree with. */
  public record Across(UUID id, String name) {}

  /**
   * Opens an agreement with its first text, a draft in the room of the viewer's organization.
   *
   * @param asCustomer whether the viewer's organization is the customer; else it is the provider
   */
  public UUID open(Viewer viewer, boolean asCustomer, UUID across, String text) {
    authority.require(viewer, new UUID(0, 0), Act.DRAFT);
    CheckedText checked = CheckedText.of(readable(text));
    if (across(viewer).stream().noneMatch(each -> each.id().equals(across))) {
      throw new Refused("Choose the other party from the list.");
    }
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID agreement =
              jdbc.sql(
                      """
                      insert into agreement (name, title, customer, provider, organization, opened_by)
                      values (:name, :title, :customer, :provider, :organization, :person) returning id
                      """)
                  .param("name", checked.name())
                  .param("title", checked.title())
                  .param("customer", asCustomer ? viewer.organization() : across)
                  .param("provider", asCustomer ? across : viewer.organization())
                  .param("organization", viewer.organization())
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          add(jdbc, viewer, agreement, checked, Optional.empty());
          return agreement;
        });
  }

  /**
   * Adds a text, a draft in the room of the viewer's organization.
   *
   * @param restsOn the text that it was made from, of either party
   */
  public UUID draft(Viewer viewer, UUID agreement, String text, Optional<UUID> restsOn) {
    one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    CheckedText checked = CheckedText.of(readable(text));
    Optional<UUID> before = restsOn.map(id -> version(viewer, agreement, id).id());
    return store.as(viewer.person(), jdbc -> add(jdbc, viewer, agreement, checked, before));
  }

  /**
   * Puts a text on the table.
   *
   * @throws Refused if something in it is wrong, or it was sent already
   */
  public void send(Viewer viewer, UUID agreement, UUID version) {
    VersionRow row = version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.SEND);
    if (!row.organization().equals(viewer.organization())) {
      throw new NotAllowed("This text is the other party’s.");
    }
    if (row.isSent()) {
      throw new Refused("This text was sent already.");
    }
    if (row.hash().isEmpty()) {
      throw new Refused(
          "Mend the errors in the text first; what is sent must be readable as data.");
    }
    store.in(viewer.person(), jdbc -> putOnTable(jdbc, viewer, agreement, version));
  }

  /** Puts something of the viewer's room on the table, within their transaction. */
  public static void putOnTable(JdbcClient jdbc, Viewer viewer, UUID agreement, UUID subject) {
    jdbc.sql("insert into sending (agreement, organization, subject, sent_by) values (?, ?, ?, ?)")
        .params(agreement, viewer.organization(), subject, viewer.person())
        .update();
  }

  private static String readable(String text) {
    if (text.isBlank()) {
      throw new Refused("Paste the text of the agreement, or choose its file.");
    }
    if (text.length() > LONGEST) {
      throw new Refused("The text is longer than a million characters.");
    }
    if (text.indexOf('\0') >= 0) {
      throw new Refused("This file is no text; an agreement is a YAML file in UTF-8.");
    }
    return text;
  }

  private static UUID add(
      JdbcClient jdbc, Viewer viewer, UUID agreement, CheckedText checked, Optional<UUID> restsOn) {
    Optional<Amendment> amendment = checked.agreement().flatMap(Agreement::amendment);
    return jdbc.sql(
            """
            insert into version (agreement, organization, number, text, hash, title, effective, amendment, reason, rests_on, zone, written_by)
            select :agreement, :organization, coalesce(max(number), 0) + 1, :text, :hash, :title, :effective, :amendment, :reason, :rests_on, :zone, :person
            from version where agreement = :agreement and organization = :organization
            returning id
            """)
        .param("agreement", agreement)
        .param("organization", viewer.organization())
        .param("text", checked.text())
        .param("hash", checked.hash().orElse(null), java.sql.Types.VARCHAR)
        .param("title", checked.title())
        .param("effective", checked.effective().orElse(null), java.sql.Types.DATE)
        .param("amendment", amendment.map(Amendment::number).orElse(null), java.sql.Types.INTEGER)
        .param("reason", amendment.map(Amendment::reason).orElse(null), java.sql.Types.VARCHAR)
        .param("rests_on", restsOn.orElse(null), java.sql.Types.OTHER)
        .param(
            "zone",
            checked.agreement().map(read -> read.zone().getId()).orElse(null),
            java.sql.Types.VARCHAR)
        .param("person", viewer.person())
        .query(UUID.class)
        .single();
  }

  private static AgreementRow agreement(ResultSet rows) throws SQLException {
    return new AgreementRow(
        rows.getObject("id", UUID.class),
        rows.getString("name"),
        rows.getString("title"),
        rows.getObject("customer", UUID.class),
        rows.getString("customer_name"),
        rows.getObject("provider", UUID.class),
        rows.getString("provider_name"),
        rows.getObject("organization", UUID.class),
        rows.getBoolean("on_the_table"),
        rows.getObject("opened_at", OffsetDateTime.class).toInstant());
  }

  private static VersionRow version(ResultSet rows) throws SQLException {
    return new VersionRow(
        rows.getObject("id", UUID.class),
        rows.getObject("agreement", UUID.class),
        rows.getObject("organization", UUID.class),
        rows.getString("organization_name"),
        rows.getInt("number"),
        rows.getString("title"),
        Optional.ofNullable(rows.getString("hash")),
        Optional.ofNullable(rows.getObject("effective", LocalDate.class)),
        Optional.ofNullable(rows.getObject("amendment", Integer.class)),
        Optional.ofNullable(rows.getObject("rests_on", UUID.class)),
        Optional.ofNullable(rows.getString("zone")).map(ZoneId::of).orElse(ZoneId.of("UTC")),
        rows.getString("written_by_name"),
        rows.getObject("written_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rows.getObject("sent_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
