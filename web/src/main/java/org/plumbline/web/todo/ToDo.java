package org.plumbline.web.todo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.ledger.Waiting;
import org.plumbline.web.signoff.SignOffs;
import org.plumbline.web.signoff.StepState;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/**
 * What waits for a person on all agreements that they see. Nothing of it is kept: it is what the
 * register says that nobody has done yet and that a role of theirs may do.
 */
@Component
public final class ToDo {

  /** All that waits for a party; what a role may not do is left out afterwards. */
  private static final String WAITING =
      """
      with own as (select own_organization() as id)
      select waiting.*, zone_of(waiting.agreement) as zone from (
      select a.id as agreement, a.title, 'answer' as kind, '“' || r.metric || '” of ' || r.period as about, s.sent_at as since,
        '/agreements/' || a.id || '/requests/' || r.id as path
      from request r join sending s on s.subject = r.id join agreement a on a.id = r.agreement, own
      where r.organization <> own.id and own.id in (a.customer, a.provider)
        and not exists (select from request_answer x where x.request = r.id and x.answer <> 'escalated')
      union all
      select a.id, a.title, 'accept', 'no. ' || p.number || ', ' || r.period, s.sent_at, '/agreements/' || a.id || '/close/' || r.period
      from publication p join sending s on s.subject = p.id join result r on r.id = p.result join agreement a on a.id = p.agreement, own
      where a.customer = own.id and not exists (select from report_decision d where d.publication = p.id)
        and not exists (select from publication later where later.restates = p.id)
      union all
      select a.id, a.title, 'send-request', '“' || r.metric || '” of ' || r.period, r.asked_at, '/agreements/' || a.id || '/requests/' || r.id
      from request r join agreement a on a.id = r.agreement, own
      where r.organization = own.id and not exists (select from sending s where s.subject = r.id)
      union all
      select a.id, a.title, case when n.exclusion is null then 'notice' else 'declared' end, n.kind, s.sent_at, '/agreements/' || a.id || '/notices#n' || n.id
      from notice n join sending s on s.subject = n.id join agreement a on a.id = n.agreement, own
      where n.organization <> own.id and own.id in (a.customer, a.provider)
        and not exists (select from notice_answer x where x.notice = n.id)
      union all
      select a.id, a.title, 'review', r.period, min(s.sent_at), '/agreements/' || a.id || '/close/' || r.period
      from result r join sending s on s.subject = r.id join agreement a on a.id = r.agreement, own
      where r.organization <> own.id and own.id in (a.customer, a.provider)
        and not exists (select from publication p join result x on x.id = p.result where x.agreement = a.id and x.period = r.period)
      group by a.id, a.title, r.period
      union all
      select a.id, a.title, 'issue', r.period, min(s.sent_at), '/agreements/' || a.id || '/close/' || r.period
      from result r join sending s on s.subject = r.id join agreement a on a.id = r.agreement, own
      where r.organization = own.id and own.id = a.provider
        and not exists (select from publication p join result x on x.id = p.result where x.agreement = a.id and x.period = r.period)
      group by a.id, a.title, r.period) as waiting
      order by since, path
      """;

  /** The last texts that were sent and that one party accepted, the other not yet. */
  private static final String BEGUN =
      """
      select a.id as agreement, a.title, v.id as version, max(given.given_at) as since,
        zone_of(a.id) as zone
      from sign_off given join version v on v.id = given.version join sending s on s.subject = v.id
        join agreement a on a.id = v.agreement
      where given.decision = 'accepted' and own_organization() in (a.customer, a.provider)
        and not exists (select from version later join sending l on l.subject = later.id where later.agreement = a.id and l.sent_at > s.sent_at)
        and exists (select from unnest(array[a.customer, a.provider]) party
          where not exists (select from sign_off x where x.version = v.id and x.organization = party and x.decision = 'accepted'))
      group by a.id, a.title, v.id
      """;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final SignOffs signOffs;
  private final Waiting waiting;
  private final Deadlines deadlines;

  ToDo(
      Store store,
      Authority authority,
      Agreements agreements,
      SignOffs signOffs,
      Waiting waiting,
      Deadlines deadlines) {
    this.deadlines = deadlines;
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.signOffs = signOffs;
    this.waiting = waiting;
  }

  /**
   * One thing to do.
   *
   * @param kind such as {@code answer}
   * @param what in a sentence without a full stop
   * @param since since when it waits
   * @param zone the agreement’s
   * @param path where it is done
   * @param due the last day for it, where the terms say one and it was asked for
   * @param then what happens when that day passes, in a sentence; may be empty
   * @param isLate whether it has passed
   */
  public record Item(
      UUID agreement,
      String title,
      String kind,
      String what,
      Instant since,
      ZoneId zone,
      String path,
      Optional<LocalDate> due,
      String then,
      boolean isLate) {

    Item by(LocalDate day, String then, boolean isLate) {
      return new Item(
          agreement, title, kind, what, since, zone, path, Optional.of(day), then, isLate);
    }

    Item saying(String what) {
      return new Item(agreement, title, kind, what, since, zone, path, due, then, isLate);
    }

    Item then(String then) {
      return new Item(agreement, title, kind, what, since, zone, path, due, then, isLate);
    }
  }

  private record Found(Item item, String kind) {}

  /**
   * All of it with the last days that the terms say and what happens when they pass, and what falls
   * due by the terms alone; what comes first first. It reads the text of each agreement.
   */
  public List<Item> withDeadlines(Viewer viewer) {
    return deadlines.of(viewer, of(viewer)).stream()
        .sorted(
            Comparator.comparing((Item item) -> item.due().orElse(LocalDate.MAX))
                .thenComparing(Item::since))
        .toList();
  }

  /** All of it, what has waited longest first. */
  public List<Item> of(Viewer viewer) {
    List<Found> found =
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql(WAITING)
                    .query(
                        (rows, number) ->
                            new Found(
                                new Item(
                                    rows.getObject("agreement", UUID.class),
                                    rows.getString("title"),
                                    rows.getString("kind"),
                                    what(rows.getString("kind"), rows.getString("about")),
                                    rows.getObject("since", OffsetDateTime.class).toInstant(),
                                    ZoneId.of(rows.getString("zone")),
                                    rows.getString("path"),
                                    Optional.empty(),
                                    "",
                                    false),
                                rows.getString("kind")))
                    .list());
    java.util.Map<UUID, Boolean> sends = new java.util.HashMap<>();
    return Stream.concat(
            Stream.concat(toSign(viewer).stream(), toDecide(viewer).stream()),
            found.stream()
                .filter(
                    each ->
                        each.kind().equals("review")
                            || sends.computeIfAbsent(
                                each.item().agreement(), id -> authority.may(viewer, id, Act.SEND)))
                .map(Found::item))
        .sorted(Comparator.comparing(Item::since))
        .toList();
  }

  /** What follows from reports and waits for the party. */
  private List<Item> toDecide(Viewer viewer) {
    return waiting.of(viewer).stream()
        .filter(each -> authority.may(viewer, each.agreement().id(), Act.SEND))
        .map(
            each ->
                new Item(
                    each.agreement().id(),
                    each.agreement().title(),
                    "follows",
                    each.what(),
                    each.since(),
                    each.zone(),
                    each.path(),
                    each.due(),
                    "",
                    false))
        .toList();
  }

  private record Begun(UUID version, Item item) {}

  /** Once one party signed a text: whose signature is asked for next. */
  private List<Item> toSign(Viewer viewer) {
    return store
        .as(viewer.person(), jdbc -> jdbc.sql(BEGUN).query((rows, number) -> begun(rows)).list())
        .stream()
        .filter(each -> isNext(viewer, each))
        .map(Begun::item)
        .toList();
  }

  private static Begun begun(ResultSet rows) throws SQLException {
    UUID agreement = rows.getObject("agreement", UUID.class);
    UUID version = rows.getObject("version", UUID.class);
    return new Begun(
        version,
        new Item(
            agreement,
            rows.getString("title"),
            "sign",
            "Sign the text, or say what has to change",
            rows.getObject("since", OffsetDateTime.class).toInstant(),
            ZoneId.of(rows.getString("zone")),
            "/agreements/" + agreement + "/sign-off?version=" + version,
            Optional.empty(),
            "",
            false));
  }

  private boolean isNext(Viewer viewer, Begun begun) {
    UUID agreement = begun.item().agreement();
    AgreementRow row = agreements.one(viewer, agreement);
    return signOffs
        .progress(viewer, agreement, agreements.version(viewer, agreement, begun.version()))
        .next()
        .map(StepState::step)
        .filter(
            step ->
                viewer.organization().equals(step.isCustomers() ? row.customer() : row.provider()))
        .map(step -> signOffs.roster(viewer, agreement, viewer.organization(), step))
        .stream()
        .flatMap(List::stream)
        .anyMatch(seat -> seat.person().equals(viewer.person()));
  }

  private static String what(String kind, String about) {
    return switch (kind) {
      case "answer" -> "Answer the request to reconsider " + about;
      case "accept" -> "Say whether you accept report " + about;
      case "send-request" -> "Send your request to reconsider " + about + ", or leave it";
      case "notice" -> "Say that you received the notice (" + about.replace('-', ' ') + ")";
      case "declared" -> "Answer the notice that declares a time (" + about.replace('-', ' ') + ")";
      case "review" -> "Review the draft results of " + about;
      default -> "Issue the report of " + about;
    };
  }
}
