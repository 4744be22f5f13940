package org.plumbline.web.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.register.Ask;
import org.plumbline.register.Standing;
import org.plumbline.register.Standings;
import org.plumbline.report.RequestSections;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.outbox.Message;
import org.plumbline.web.outbox.Outbox;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.records.KnownAgreements;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.plumbline.wording.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to reconsider, as the register has them and as one person may see them. */
@Component
public final class Requests {

  private static final String REQUEST =
      """
      select r.id, r.organization, o.name as organization_name, r.metric, r.period, r.ground, r.reason, r.evidence, r.asked,
        coalesce(p.name, 'somebody of ' || o.name) as asked_by_name, s.sent_at,
        case when s.sent_at is not null then row_number() over (order by s.sent_at nulls last, r.id) end as number
      from request r join organization o on o.id = r.organization left join person p on p.id = r.asked_by
        left join sending s on s.subject = r.id
      where r.agreement = ?
      order by s.sent_at desc nulls first, r.asked_at desc, r.id
      """;

  private static final List<StakeholderRole> TOLD =
      List.of(StakeholderRole.PROGRAM_MANAGER, StakeholderRole.BUSINESS_OWNER);

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final KnownAgreements known;
  private final Clock clock;

  Requests(
      Store store, Authority authority, Agreements agreements, KnownAgreements known, Clock clock) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.known = known;
    this.clock = clock;
  }

  /** What stands around the agreement now; empty without a text that can be read. */
  public Optional<KnownAgreement> terms(Viewer viewer, UUID agreement) {
    return known.at(viewer, agreement, clock.instant(), clock.instant());
  }

  private KnownAgreement needed(Viewer viewer, UUID agreement) {
    return terms(viewer, agreement)
        .orElseThrow(() -> new Refused("Put in a text of the agreement without errors first."));
  }

  /** All that the person may see: drafts, then the last sent. */
  public List<RequestRow> all(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc -> jdbc.sql(REQUEST).param(agreement).query((rows, number) -> row(rows)).list());
  }

  /**
   * One of them.
   *
   * @throws NotHere if the person may not see it
   */
  public RequestRow one(Viewer viewer, UUID agreement, UUID request) {
    return all(viewer, agreement).stream()
        .filter(row -> row.id().equals(request))
        .findFirst()
        .orElseThrow(() -> new NotHere("There is no such request here."));
  }

  /** What became of those that were sent, by their id in the register. */
  public List<Standing> standings(KnownAgreement terms) {
    Agreement text = terms.versions().last().agreement();
    LocalDate today = LocalDate.ofInstant(clock.instant(), text.zone());
    return Standings.of(terms.register(), terms::on, today).requests();
  }

  /** What is asked for, a sentence each. */
  List<String> sentences(KnownAgreement terms, RequestRow row) {
    Agreement text = terms.versions().last().agreement();
    List<String> sentences = new ArrayList<>();
    for (Ask ask : Asked.read(text, row.asked())) {
      sentences.add(RequestSections.clause(ask, Wording.of(text), text.zone()));
    }
    return sentences;
  }

  /**
   * Writes a request, a draft in the room of the viewer's organization.
   *
   * @param asks a list in the format of the register, as JSON
   */
  public UUID ask(
      Viewer viewer,
      UUID agreement,
      String metric,
      String period,
      String ground,
      String reason,
      List<String> evidence,
      String asks) {
    AgreementRow row = agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    Agreement text = needed(viewer, row.id()).versions().last().agreement();
    if (!text.metrics().containsKey(metric)) {
      throw new Refused("Choose the metric whose result you contest.");
    }
    if (Standings.period(text, period.strip()).isEmpty()) {
      throw new Refused("Name the period, such as 2026-10.");
    }
    if (reason.isBlank()) {
      throw new Refused("Say why.");
    }
    Asked.read(text, asks);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into request (agreement, organization, period, metric, asked, reason, ground, evidence, asked_by)
                    values (:agreement, :organization, :period, :metric, :asked, :reason, :ground, :evidence, :person) returning id
                    """)
                .param("agreement", agreement)
                .param("organization", viewer.organization())
                .param("period", period.strip())
                .param("metric", metric)
                .param("asked", asks)
                .param("reason", reason.strip())
                .param("ground", ground.isBlank() ? null : ground.strip(), Types.VARCHAR)
                .param("evidence", evidence.toArray(String[]::new))
                .param("person", viewer.person())
                .query(UUID.class)
                .single());
  }

  /** Puts a request on the table: from this day the other party's time to answer runs. */
  public void send(Viewer viewer, UUID agreement, UUID request) {
    RequestRow row = one(viewer, agreement, request);
    if (!row.organization().equals(viewer.organization())) {
      throw new NotAllowed("This request is the other party’s.");
    }
    authority.require(viewer, agreement, Act.SEND);
    if (row.isSent()) {
      throw new Refused("This request was sent already.");
    }
    AgreementRow about = agreements.one(viewer, agreement);
    if (!about.onTheTable()) {
      throw new Refused("Send a text of the agreement first.");
    }
    store.in(
        viewer.person(),
        jdbc -> {
          sent(jdbc, viewer, agreement, request);
          tell(
              jdbc,
              viewer,
              about,
              "A request to reconsider awaits your answer",
              viewer.organizationName()
                  + " asks to reconsider “"
                  + row.metric()
                  + "” of "
                  + row.period()
                  + ": "
                  + row.reason(),
              request);
        });
  }

  /**
   * Answers a request, takes it to a role on both sides, or takes it back.
   *
   * @param answer {@code granted}, {@code in-part}, {@code rejected}, {@code withdrawn} or {@code
   *     escalated}
   * @param grants of a grant in part: what is granted, as JSON in the format of the register
   * @param role to whom it is taken, or the role on both sides that decided; may be empty
   */
  public void answer(
      Viewer viewer,
      UUID agreement,
      UUID request,
      String answer,
      String grants,
      String reason,
      String role) {
    RequestRow row = one(viewer, agreement, request);
    boolean asking = row.organization().equals(viewer.organization());
    if (viewer.kind() != Viewer.Kind.PARTY) {
      throw new NotAllowed(viewer.organizationName() + " reads and does not take part.");
    }
    authority.require(viewer, agreement, Act.SEND);
    KnownAgreement terms = needed(viewer, agreement);
    refuse(row, asking, answer, reason);
    roles(terms, answer, role);
    if (answer.equals("in-part")) {
      Asked.read(terms.versions().last().agreement(), grants);
    }
    store.in(
        viewer.person(),
        jdbc -> {
          UUID given =
              jdbc.sql(
                      """
                      insert into request_answer (agreement, organization, request, answer, grants, role, reason, answered_by)
                      values (:agreement, :organization, :request, :answer, :grants, :role, :reason, :person) returning id
                      """)
                  .param("agreement", agreement)
                  .param("organization", viewer.organization())
                  .param("request", request)
                  .param("answer", answer)
                  .param("grants", answer.equals("in-part") ? grants : null, Types.VARCHAR)
                  .param("role", role.isBlank() ? null : role.strip(), Types.VARCHAR)
                  .param("reason", reason.strip())
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          sent(jdbc, viewer, agreement, given);
          tell(
              jdbc,
              viewer,
              agreements.one(viewer, agreement),
              "A request to reconsider was " + answer.replace('-', ' '),
              viewer.organizationName() + ": " + reason.strip(),
              request);
        });
  }

  private static void refuse(RequestRow row, boolean asking, String answer, String reason) {
    if (!row.isSent()) {
      throw new Refused("This request was not sent yet.");
    }
    switch (answer) {
      case "granted", "in-part", "rejected" -> {
        if (asking) {
          throw new NotAllowed("The other party answers this request.");
        }
      }
      case "withdrawn" -> {
        if (!asking) {
          throw new NotAllowed("Only the party that asked can take it back.");
        }
      }
      case "escalated" -> {}
      default -> throw new Refused("Choose an answer.");
    }
    if (reason.isBlank()) {
      throw new Refused("Say why.");
    }
  }

  private static void roles(KnownAgreement terms, String answer, String role) {
    List<String> agreed =
        terms
            .versions()
            .last()
            .agreement()
            .reconsideration()
            .map(Reconsideration::escalation)
            .orElse(List.of());
    boolean needs = answer.equals("escalated");
    if (needs && agreed.isEmpty()) {
      throw new Refused("The agreement names no role to which a request is taken.");
    }
    if ((needs || !role.isBlank()) && !agreed.contains(role.strip())) {
      throw new Refused("Choose one of: " + String.join(", ", agreed) + ".");
    }
  }

  /**
   * What a request changes, as a result that was measured after it says; missing where none does.
   *
   * @param evaluation the result as JSON
   */
  static Optional<JsonNode> told(String evaluation, String key) {
    for (JsonNode each : JsonMapper.shared().readTree(evaluation).path("requests")) {
      if (each.path("id").asString().equals(key)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** What was asked for, as JSON, by its place in the list: for a grant of some of it. */
  static String some(String asked, List<Integer> places) {
    List<?> all = JsonMapper.shared().readValue(asked, List.class);
    List<Object> chosen = new ArrayList<>();
    for (int place : places) {
      if (place >= 0 && place < all.size()) {
        chosen.add(Map.class.cast(all.get(place)));
      }
    }
    return JsonMapper.shared().writeValueAsString(chosen);
  }

  private static void sent(JdbcClient jdbc, Viewer viewer, UUID agreement, UUID subject) {
    jdbc.sql("insert into sending (agreement, organization, subject, sent_by) values (?, ?, ?, ?)")
        .params(agreement, viewer.organization(), subject, viewer.person())
        .update();
  }

  private static void tell(
      JdbcClient jdbc,
      Viewer viewer,
      AgreementRow agreement,
      String subject,
      String text,
      UUID request) {
    UUID other =
        viewer.organization().equals(agreement.customer())
            ? agreement.provider()
            : agreement.customer();
    Outbox.tell(
        jdbc,
        viewer,
        agreement.id(),
        other,
        TOLD,
        Message.formal(
            agreement.id(),
            subject,
            text,
            "/agreements/" + agreement.id() + "/requests/" + request));
  }

  private static RequestRow row(ResultSet rows) throws SQLException {
    return new RequestRow(
        rows.getObject("id", UUID.class),
        Optional.ofNullable(rows.getObject("number", Long.class)).map(Long::intValue),
        rows.getObject("organization", UUID.class),
        rows.getString("organization_name"),
        rows.getString("metric"),
        rows.getString("period"),
        Optional.ofNullable(rows.getString("ground")),
        rows.getString("reason"),
        List.of((String[]) rows.getArray("evidence").getArray()),
        rows.getString("asked"),
        rows.getString("asked_by_name"),
        Optional.ofNullable(rows.getObject("sent_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
