package org.plumbline.web.close;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.outbox.Message;
import org.plumbline.web.outbox.Outbox;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.result.ResultRow;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** SLA Performance Reports: issued, numbered, restated with a reason, accepted or not. */
@Component
public final class Publications {

  private static final String PUBLICATION =
      """
      select p.id, p.number, p.result, r.period, p.organization, s.sent_at, coalesce(who.name, 'somebody of ' || o.name) as issued_by_name,
        b.number as restates_number, p.reason, a.decision, a.reservations, a.decided_at, d.name as decided_by_name
      from publication p join result r on r.id = p.result join organization o on o.id = p.organization join sending s on s.subject = p.id
        left join person who on who.id = p.issued_by left join publication b on b.id = p.restates
        left join report_decision a on a.publication = p.id left join person d on d.id = a.decided_by
      where p.agreement = ?
      order by p.number desc
      """;

  private static final List<StakeholderRole> TOLD =
      List.of(
          StakeholderRole.PROGRAM_MANAGER,
          StakeholderRole.BUSINESS_OWNER,
          StakeholderRole.CONTRACTING_OFFICER);

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;

  Publications(Store store, Authority authority, Agreements agreements) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
  }

  /** All that the person may see, the newest first. */
  public List<PublicationRow> all(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc -> jdbc.sql(PUBLICATION).param(agreement).query((rows, number) -> row(rows)).list());
  }

  /**
   * Issues the report of a period: a result that was sent becomes the report, for good.
   *
   * @param reason why it restates the last report of the period; empty where it is the first
   * @throws Refused if the result is not one that can be issued
   */
  UUID issue(
      Viewer viewer,
      AgreementRow agreement,
      Agreement terms,
      List<PublicationRow> before,
      Optional<ResultRow> result,
      String reason) {
    String issuer = CloseSteps.issuer(terms);
    if (!viewer.organization().equals(party(agreement, issuer))) {
      throw new NotAllowed("The " + issuer + " issues the report.");
    }
    authority.require(viewer, agreement.id(), Act.SEND);
    ResultRow row =
        result.orElseThrow(() -> new Refused("Choose the result that becomes the report."));
    if (!row.isSent()) {
      throw new Refused("Send this result to the other party first.");
    }
    Optional<PublicationRow> last = before.stream().findFirst();
    if (last.filter(it -> it.result().equals(row.id())).isPresent()) {
      throw new Refused("This result is the report already, no. " + last.get().number() + ".");
    }
    if (last.isPresent() && reason.isBlank()) {
      throw new Refused("Say why the report is restated.");
    }
    UUID other = party(agreement, issuer.equals("customer") ? "provider" : "customer");
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID publication =
              jdbc.sql(
                      """
                      insert into publication (agreement, organization, number, result, restates, reason, issued_by)
                      select :agreement, :organization, coalesce(max(number), 0) + 1, :result, :restates, :reason, :person
                      from publication where agreement = :agreement returning id
                      """)
                  .param("agreement", agreement.id())
                  .param("organization", viewer.organization())
                  .param("result", row.id())
                  .param(
                      "restates", last.map(PublicationRow::id).orElse(null), java.sql.Types.OTHER)
                  .param("reason", last.isPresent() ? reason.strip() : null, java.sql.Types.VARCHAR)
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          jdbc.sql(
                  "insert into sending (agreement, organization, subject, sent_by) values (?, ?, ?,"
                      + " ?)")
              .params(agreement.id(), viewer.organization(), publication, viewer.person())
              .update();
          Outbox.tell(
              jdbc,
              viewer,
              agreement.id(),
              other,
              TOLD,
              Message.formal(
                  agreement.id(),
                  "The performance report of " + row.period() + " was issued",
                  viewer.organizationName()
                      + (last.isPresent()
                          ? " restated the report of " + row.period() + ": " + reason.strip()
                          : " issued the report of " + row.period() + ".")
                      + " Accept it, or ask for reconsideration, before the last day that the page"
                      + " names.",
                  "/agreements/" + agreement.id() + "/close/" + row.period()));
          ConsequencesTold.tell(jdbc, viewer, agreement, row, TOLD);
          return publication;
        });
  }

  /**
   * Says whether a report is accepted.
   *
   * @param decision {@code accepted}, {@code with-reservations} or {@code not-accepted}
   * @param reservations what is not accepted, and why
   * @return the period of the report
   */
  String decide(
      Viewer viewer, UUID agreement, UUID publication, String decision, String reservations) {
    AgreementRow row = agreements.one(viewer, agreement);
    PublicationRow report =
        all(viewer, agreement).stream()
            .filter(each -> each.id().equals(publication))
            .findFirst()
            .orElseThrow(() -> new NotHere("There is no such report here."));
    if (!viewer.organization().equals(row.customer())) {
      throw new NotAllowed("The customer accepts the report.");
    }
    authority.require(viewer, agreement, Act.SEND);
    if (report.decision().isPresent()) {
      throw new Refused("This was said already: " + report.words());
    }
    boolean accepted = decision.equals("accepted");
    if (!accepted && !decision.equals("with-reservations") && !decision.equals("not-accepted")) {
      throw new Refused("Choose whether the report is accepted.");
    }
    if (!accepted && reservations.isBlank()) {
      throw new Refused("Say what is not accepted, and why.");
    }
    store.in(
        viewer.person(),
        jdbc -> {
          jdbc.sql(
                  """
                  insert into report_decision (agreement, organization, publication, decision, reservations, role, decided_by)
                  values (:agreement, :organization, :publication, :decision, :reservations, :role, :person)
                  """)
              .param("agreement", agreement)
              .param("organization", viewer.organization())
              .param("publication", publication)
              .param("decision", decision)
              .param("reservations", accepted ? null : reservations.strip(), java.sql.Types.VARCHAR)
              .param("role", authority.roleFor(viewer, agreement, Act.SEND))
              .param("person", viewer.person())
              .update();
          Outbox.tell(
              jdbc,
              viewer,
              agreement,
              row.provider(),
              TOLD,
              Message.formal(
                  agreement,
                  "Report no. " + report.number() + ": " + CloseSteps.words(decision),
                  accepted ? "The customer accepted the report." : reservations.strip(),
                  "/agreements/" + agreement + "/close/" + report.period()));
        });
    return report.period();
  }

  private static UUID party(AgreementRow agreement, String id) {
    return id.equals("customer") ? agreement.customer() : agreement.provider();
  }

  private static PublicationRow row(ResultSet rows) throws SQLException {
    return new PublicationRow(
        rows.getObject("id", UUID.class),
        rows.getInt("number"),
        rows.getObject("result", UUID.class),
        rows.getString("period"),
        rows.getObject("organization", UUID.class),
        rows.getString("issued_by_name"),
        rows.getObject("sent_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rows.getObject("restates_number", Integer.class)),
        Optional.ofNullable(rows.getString("reason")),
        Optional.ofNullable(rows.getString("decision")),
        Optional.ofNullable(rows.getString("reservations")),
        Optional.ofNullable(rows.getObject("decided_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(rows.getString("decided_by_name")));
  }
}
