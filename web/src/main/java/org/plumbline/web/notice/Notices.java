package org.plumbline.web.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Party;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.outbox.Message;
import org.plumbline.web.outbox.Outbox;
import org.plumbline.web.records.Loads;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** Notices given and received: each is on the table as soon as it is given. */
@Component
public final class Notices {

  /** The kinds of notice, as the register writes them, with their words. */
  public static final Map<String, String> KINDS = kinds();

  private static final String NOTICE =
      """
      select n.id, n.organization, o.name as organization_name, n.kind, n.text, n.from_day, n.until_day, n.exclusion, n.ground, n.from_at, n.until_at,
        coalesce(p.name, 'somebody of ' || o.name) as given_by_name, s.sent_at, a.answer, a.reason, a.answered_at, q.name as answered_by_name
      from notice n join organization o on o.id = n.organization join sending s on s.subject = n.id left join person p on p.id = n.given_by
        left join lateral (select * from notice_answer x where x.notice = n.id order by x.answered_at desc limit 1) a on true
        left join person q on q.id = a.answered_by
      where n.agreement = ?
      order by s.sent_at desc, n.id
      """;

  private static final List<StakeholderRole> TOLD =
      List.of(
          StakeholderRole.PROGRAM_MANAGER,
          StakeholderRole.BUSINESS_OWNER,
          StakeholderRole.CONTRACTING_OFFICER);

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final Loads loads;
  private final Clock clock;

  Notices(Store store, Authority authority, Agreements agreements, Loads loads, Clock clock) {
    this.clock = clock;
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.loads = loads;
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("maintenance", "Maintenance");
    kinds.put("closure", "Closure");
    kinds.put("emergency", "Emergency");
    kinds.put("force-majeure", "Force majeure");
    kinds.put("forecast", "Forecast of work");
    kinds.put("price-change", "Change of price");
    kinds.put("renewal", "Renewal");
    kinds.put("non-renewal", "No renewal");
    kinds.put("termination", "Termination");
    kinds.put("other", "Other");
    return kinds;
  }

  /**
   * A notice.
   *
   * @param from first day that it is about
   * @param until last day that it is about
   * @param declares the time that it declares under an exclusion of the agreement
   * @param answer {@code received}, {@code objected}, {@code accepted} or {@code rejected}
   */
  public record NoticeRow(
      UUID id,
      UUID organization,
      String organizationName,
      String kind,
      String text,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      Optional<Declaring.Time> declares,
      String givenBy,
      Instant givenAt,
      Optional<String> answer,
      Optional<String> reason,
      Optional<String> answeredBy,
      Optional<Instant> answeredAt) {

    /** Its kind for people. */
    public String words() {
      return KINDS.getOrDefault(kind, kind);
    }

    /** The exclusion of the agreement under which it declares a time. */
    public Optional<String> exclusion() {
      return declares.map(Declaring.Time::exclusion);
    }

    /** What was answered, for people. */
    public String answerWords() {
      return switch (answer.orElse("")) {
        case "received" -> "Received";
        case "accepted" -> "Accepted";
        case "rejected" -> "Rejected: " + reason.orElse("");
        case "objected" -> "Objected: " + reason.orElse("");
        default -> "";
      };
    }
  }

  /** The agreement’s zone. */
  ZoneId zone(Viewer viewer, UUID agreement) {
    return loads.zone(viewer, agreement);
  }

  /** All of them, the newest first. */
  public List<NoticeRow> all(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(NOTICE)
                .param(agreement)
                .query(
                    (rows, number) ->
                        new NoticeRow(
                            rows.getObject("id", UUID.class),
                            rows.getObject("organization", UUID.class),
                            rows.getString("organization_name"),
                            rows.getString("kind"),
                            rows.getString("text"),
                            Optional.ofNullable(rows.getObject("from_day", LocalDate.class)),
                            Optional.ofNullable(rows.getObject("until_day", LocalDate.class)),
                            declared(rows),
                            rows.getString("given_by_name"),
                            rows.getObject("sent_at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(rows.getString("answer")),
                            Optional.ofNullable(rows.getString("reason")),
                            Optional.ofNullable(rows.getString("answered_by_name")),
                            Optional.ofNullable(rows.getObject("answered_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list());
  }

  private static Optional<Declaring.Time> declared(ResultSet rows) throws SQLException {
    String exclusion = rows.getString("exclusion");
    return exclusion == null
        ? Optional.empty()
        : Optional.of(
            new Declaring.Time(
                exclusion,
                Optional.ofNullable(rows.getString("ground")),
                rows.getObject("from_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rows.getObject("until_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)));
  }

  /** What may be declared under the text that counts; empty without one. */
  Optional<Declaring> declaring(Viewer viewer, UUID agreement) {
    return loads
        .known(viewer, agreement)
        .map(terms -> new Declaring(terms.versions().last().agreement()));
  }

  /** How what notices declare stands now, in a sentence by notice. */
  public Map<UUID, String> standings(Viewer viewer, UUID agreement, List<NoticeRow> notices) {
    UUID customer = agreements.one(viewer, agreement).customer();
    return notices.stream().noneMatch(notice -> notice.declares().isPresent())
        ? Map.of()
        : declaring(viewer, agreement)
            .map(declaring -> declaring.standings(notices, customer, clock.instant()))
            .orElse(Map.of());
  }

  /**
   * What a notice is given of.
   *
   * @param from first day that it is about, such as {@code 2026-12-24}; may be empty
   * @param until last day; may be empty
   * @param exclusion of the agreement under which it declares this time; empty: it declares none
   * @param ground one of those that the exclusion names; may be empty
   * @param fromTime of the first day, such as {@code 20:00}; may be empty
   * @param untilTime of the last day; may be empty
   */
  public record Given(
      String kind,
      String text,
      String from,
      String until,
      String exclusion,
      String ground,
      String fromTime,
      String untilTime) {}

  /** Gives a notice to the other party. */
  public UUID give(Viewer viewer, UUID agreement, Given given) {
    String kind = given.kind();
    String text = given.text();
    AgreementRow row = agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    if (!KINDS.containsKey(kind)) {
      throw new Refused("Choose what kind of notice it is.");
    }
    if (text.isBlank()) {
      throw new Refused("Write what you give notice of.");
    }
    Optional<LocalDate> first = day(given.from());
    Optional<LocalDate> last = day(given.until());
    if (first.isPresent() && last.filter(day -> day.isBefore(first.get())).isPresent()) {
      throw new Refused("The last day is before the first.");
    }
    if (kind.equals("termination") && last.isEmpty()) {
      throw new Refused("Say on which day the agreement ends: write it as the last day.");
    }
    if (!row.onTheTable()) {
      throw new Refused("Send a text of the agreement first.");
    }
    Optional<Declaring.Time> declared =
        given.exclusion().isBlank()
            ? Optional.empty()
            : Optional.of(
                declaring(viewer, agreement)
                    .orElseThrow(() -> new Refused("The text cannot be read."))
                    .time(
                        viewer.organization().equals(row.customer())
                            ? Party.CUSTOMER
                            : Party.PROVIDER,
                        given.exclusion(),
                        given.ground(),
                        first,
                        last,
                        given.fromTime(),
                        given.untilTime()));
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID notice =
              jdbc.sql(
                      """
                      insert into notice (agreement, organization, kind, text, from_day, until_day, exclusion, ground, from_at, until_at, given_by)
                      values (:agreement, :organization, :kind, :text, :from, :until, :exclusion, :ground, :fromAt, :untilAt, :person) returning id
                      """)
                  .param(
                      "exclusion",
                      declared.map(Declaring.Time::exclusion).orElse(null),
                      Types.VARCHAR)
                  .param(
                      "ground",
                      declared.flatMap(Declaring.Time::ground).orElse(null),
                      Types.VARCHAR)
                  .param(
                      "fromAt",
                      declared.map(time -> time.from().atOffset(ZoneOffset.UTC)).orElse(null),
                      Types.TIMESTAMP_WITH_TIMEZONE)
                  .param(
                      "untilAt",
                      declared
                          .flatMap(Declaring.Time::until)
                          .map(at -> at.atOffset(ZoneOffset.UTC))
                          .orElse(null),
                      Types.TIMESTAMP_WITH_TIMEZONE)
                  .param("agreement", agreement)
                  .param("organization", viewer.organization())
                  .param("kind", kind)
                  .param("text", text.strip())
                  .param("from", first.orElse(null), Types.DATE)
                  .param("until", last.orElse(null), Types.DATE)
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          jdbc.sql(
                  "insert into sending (agreement, organization, subject, sent_by) values (?, ?, ?,"
                      + " ?)")
              .params(agreement, viewer.organization(), notice, viewer.person())
              .update();
          Outbox.tell(
              jdbc,
              viewer,
              agreement,
              viewer.organization().equals(row.customer()) ? row.provider() : row.customer(),
              TOLD,
              Message.formal(
                  agreement,
                  "Notice: " + KINDS.get(kind),
                  viewer.organizationName() + ": " + text.strip(),
                  "/agreements/" + agreement + "/notices"));
          return notice;
        });
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException fault) {
      throw new Refused("Write a day like 2026-12-24.");
    }
  }

  /**
   * Says that a notice was received, or objects to it; accepts or rejects the time that it declares
   * where the agreement asks for that.
   */
  public void answer(Viewer viewer, UUID agreement, UUID notice, String answer, String reason) {
    NoticeRow row =
        all(viewer, agreement).stream()
            .filter(each -> each.id().equals(notice))
            .findFirst()
            .orElseThrow(() -> new NotHere("There is no such notice here."));
    if (row.organization().equals(viewer.organization())) {
      throw new NotAllowed("The other party answers your notice.");
    }
    String role = authority.roleFor(viewer, agreement, Act.SEND);
    boolean decided =
        row.declares()
            .flatMap(
                time ->
                    declaring(viewer, agreement)
                        .filter(declaring -> declaring.isDecided(time.exclusion())))
            .isPresent();
    if (!(decided ? List.of("accepted", "rejected") : List.of("received", "objected"))
        .contains(answer)) {
      throw new Refused(
          decided
              ? "Accept or reject it: the agreement asks for that."
              : "Say whether you received it, or object.");
    }
    if (reason.isBlank() && !answer.equals("received") && !answer.equals("accepted")) {
      throw new Refused(decided ? "Say why you reject it." : "Say why you object.");
    }
    if (row.answer().isPresent()) {
      throw new Refused("It was answered already.");
    }
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into notice_answer (agreement, organization, notice, answer, reason, role, answered_by)
                    values (?, ?, ?, ?, nullif(?, ''), ?, ?)
                    """)
                .params(
                    agreement,
                    viewer.organization(),
                    notice,
                    answer,
                    reason.strip(),
                    role,
                    viewer.person())
                .update());
  }
}
