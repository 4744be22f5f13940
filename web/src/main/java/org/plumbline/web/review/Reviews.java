package org.plumbline.web.review;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.register.Standing;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.close.Closing;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.notice.Notices;
import org.plumbline.web.outbox.Message;
import org.plumbline.web.outbox.Outbox;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.request.Requests;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Review meetings of both parties, on the table as soon as they are called. */
@Component
public final class Reviews {

  private static final String REVIEW =
      """
      select v.id, v.planned, v.subject, v.agenda, coalesce(p.name, 'somebody') as called_by_name, v.called_at
      from review v left join person p on p.id = v.called_by where v.agreement = ? order by v.planned desc, v.id
      """;

  private static final String NOTES =
      """
      select n.id, n.review, n.kind, n.text, n.owner, n.due, coalesce(p.name, 'somebody') as written_by_name, n.written_at,
        exists (select from review_note d where d.about = n.id) as done
      from review_note n left join person p on p.id = n.written_by
      where n.agreement = ? and n.kind <> 'done' order by n.written_at, n.id
      """;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final Closing closing;
  private final Requests requests;
  private final Notices notices;

  Reviews(
      Store store,
      Authority authority,
      Agreements agreements,
      Closing closing,
      Requests requests,
      Notices notices) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.closing = closing;
    this.requests = requests;
    this.notices = notices;
  }

  /** A meeting with its agenda as it was when it was called. */
  public record ReviewRow(
      UUID id,
      LocalDate planned,
      String subject,
      List<String> agenda,
      String calledBy,
      Instant calledAt) {
    /** Copies the list. */
    public ReviewRow {
      agenda = List.copyOf(agenda);
    }
  }

  /**
   * What came of a meeting.
   *
   * @param kind {@code held}, {@code attended}, {@code decision} or {@code action}
   * @param owner of an action: who does it
   * @param due of an action: by when
   * @param done of an action: whether it was done
   */
  public record Note(
      UUID id,
      UUID review,
      String kind,
      String text,
      Optional<String> owner,
      Optional<LocalDate> due,
      String writtenBy,
      Instant writtenAt,
      boolean done) {}

  /** All meetings, the latest day first. */
  public List<ReviewRow> all(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(REVIEW)
                .param(agreement)
                .query(
                    (rows, number) ->
                        new ReviewRow(
                            rows.getObject("id", UUID.class),
                            rows.getObject("planned", LocalDate.class),
                            rows.getString("subject"),
                            List.of(
                                JsonMapper.shared()
                                    .readValue(rows.getString("agenda"), String[].class)),
                            rows.getString("called_by_name"),
                            rows.getObject("called_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /** What came of all meetings, in the order in which it was written. */
  public List<Note> notes(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(NOTES)
                .param(agreement)
                .query(
                    (rows, number) ->
                        new Note(
                            rows.getObject("id", UUID.class),
                            rows.getObject("review", UUID.class),
                            rows.getString("kind"),
                            rows.getString("text"),
                            Optional.ofNullable(rows.getString("owner")),
                            Optional.ofNullable(rows.getObject("due", LocalDate.class)),
                            rows.getString("written_by_name"),
                            rows.getObject("written_at", OffsetDateTime.class).toInstant(),
                            rows.getBoolean("done")))
                .list());
  }

  /** What is open now: it becomes the agenda of the next meeting. */
  List<String> open(Viewer viewer, UUID agreement) {
    List<String> agenda = new ArrayList<>();
    closing
        .terms(viewer, agreement)
        .ifPresent(
            terms -> {
              for (Closing.Close close : closing.all(viewer, agreement, terms)) {
                close
                    .next()
                    .filter(step -> !close.reports().isEmpty() || step.due().isPresent())
                    .ifPresent(
                        step ->
                            agenda.add(
                                close.period().name()
                                    + ": "
                                    + step.name()
                                    + ", "
                                    + step.who()
                                    + step.due().map(day -> ", by " + day).orElse("")
                                    + " ("
                                    + step.state().words()
                                    + ")"));
              }
              requests.standings(terms).stream()
                  .filter(each -> each.state() == Standing.State.PENDING)
                  .forEach(
                      each ->
                          agenda.add(
                              "Request "
                                  + each.id().replace("request-", "no. ")
                                  + " about “"
                                  + each.request().metric()
                                  + "”, "
                                  + each.request().period()
                                  + each.decideBy()
                                      .map(day -> ", to be decided by " + day)
                                      .orElse("")));
            });
    notices.all(viewer, agreement).stream()
        .filter(notice -> notice.answer().isEmpty() || notice.answer().get().equals("objected"))
        .forEach(
            notice ->
                agenda.add(
                    "Notice ("
                        + notice.words()
                        + ") of "
                        + notice.organizationName()
                        + notice.answer().map(answer -> ", objected").orElse(", not answered")));
    notes(viewer, agreement).stream()
        .filter(note -> note.kind().equals("action") && !note.done())
        .forEach(
            note ->
                agenda.add(
                    "Action: "
                        + note.text()
                        + note.owner().map(who -> ", " + who).orElse("")
                        + note.due().map(day -> ", by " + day).orElse("")));
    return agenda;
  }

  /**
   * Calls a meeting; its agenda is what is open now.
   *
   * @param planned the day, such as {@code 2026-12-03}
   */
  public UUID call(Viewer viewer, UUID agreement, String planned, String subject) {
    AgreementRow row = agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.MEASURE);
    LocalDate day = day(planned).orElseThrow(() -> new Refused("Say on which day it is."));
    if (subject.isBlank()) {
      throw new Refused("Say what the meeting is.");
    }
    if (!row.onTheTable()) {
      throw new Refused("Send a text of the agreement first.");
    }
    String agenda = JsonMapper.shared().writeValueAsString(open(viewer, agreement));
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID review =
              jdbc.sql(
                      "insert into review (agreement, organization, planned, subject, agenda,"
                          + " called_by) values (?, ?, ?, ?, ?, ?) returning id")
                  .params(
                      agreement,
                      viewer.organization(),
                      day,
                      subject.strip(),
                      agenda,
                      viewer.person())
                  .query(UUID.class)
                  .single();
          Outbox.tell(
              jdbc,
              viewer,
              agreement,
              viewer.organization().equals(row.customer()) ? row.provider() : row.customer(),
              List.of(StakeholderRole.PROGRAM_MANAGER, StakeholderRole.BUSINESS_OWNER),
              Message.about(
                  agreement,
                  "Review meeting on " + day,
                  subject.strip(),
                  "/agreements/" + agreement + "/reviews"));
          return review;
        });
  }

  /**
   * Writes down what came of a meeting.
   *
   * @param kind {@code held}, {@code attended}, {@code decision}, {@code action} or {@code done}
   * @param owner of an action: who does it; may be empty
   * @param due of an action: by when; may be empty
   * @param about of {@code done}: the action
   */
  public void note(
      Viewer viewer,
      UUID agreement,
      UUID review,
      String kind,
      String text,
      String owner,
      String due,
      Optional<UUID> about) {
    if (all(viewer, agreement).stream().noneMatch(row -> row.id().equals(review))) {
      throw new NotHere("There is no such meeting here.");
    }
    authority.require(viewer, agreement, Act.MEASURE);
    boolean done = kind.equals("done");
    if (!done && !List.of("held", "attended", "decision", "action").contains(kind)) {
      throw new Refused("Choose what you write down.");
    }
    if (text.isBlank()) {
      throw new Refused("Write it down in words.");
    }
    if (done
        && notes(viewer, agreement).stream()
            .noneMatch(
                note ->
                    note.kind().equals("action") && about.filter(note.id()::equals).isPresent())) {
      throw new Refused("Choose the action that was done.");
    }
    Optional<LocalDate> day = day(due);
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into review_note (agreement, organization, review, kind, text, owner, due, about, written_by)
                    values (:agreement, :organization, :review, :kind, :text, :owner, :due, :about, :person)
                    """)
                .param("agreement", agreement)
                .param("organization", viewer.organization())
                .param("review", review)
                .param("kind", kind)
                .param("text", text.strip())
                .param("owner", owner.isBlank() ? null : owner.strip(), Types.VARCHAR)
                .param("due", day.orElse(null), Types.DATE)
                .param("about", done ? about.orElse(null) : null, Types.OTHER)
                .param("person", viewer.person())
                .update());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException fault) {
      throw new Refused("Write a day like 2026-12-24.");
    }
  }
}
