package org.plumbline.web.negotiation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.plumbline.web.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Threads on terms: in the own room until they are sent, then answered and resolved by both. */
@Component
public final class Threads {

  private static final int LONGEST = 20_000;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;

  Threads(Store store, Authority authority, Agreements agreements) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
  }

  /** All threads that the person may see: those in the room first, then as they were sent. */
  public List<CommentThread> all(Viewer viewer, UUID agreement) {
    agreements.one(viewer, agreement);
    List<Note> notes = store.as(viewer.person(), jdbc -> notes(jdbc, agreement));
    List<CommentThread.Resolution> resolutions =
        store.as(viewer.person(), jdbc -> resolutions(jdbc, agreement));
    Map<UUID, List<Note>> answers = new LinkedHashMap<>();
    notes.forEach(
        note ->
            note.answers()
                .ifPresent(
                    first -> answers.computeIfAbsent(first, id -> new ArrayList<>()).add(note)));
    List<Note> firsts =
        notes.stream()
            .filter(note -> note.answers().isEmpty())
            .sorted(
                Comparator.comparing(Note::isSent)
                    .thenComparing(note -> note.sentAt().orElse(note.writtenAt())))
            .toList();
    List<CommentThread> threads = new ArrayList<>();
    int number = 0;
    for (Note first : firsts) {
      number += first.isSent() ? 1 : 0;
      threads.add(
          new CommentThread(
              first.isSent() ? Optional.of(number) : Optional.empty(),
              first,
              answers.getOrDefault(first.id(), List.of()),
              resolutions.stream().filter(each -> each.comment().equals(first.id())).toList()));
    }
    return threads;
  }

  /**
   * The thread that a comment began.
   *
   * @throws NotHere if the person may not see it
   */
  public CommentThread one(Viewer viewer, UUID agreement, UUID comment) {
    return all(viewer, agreement).stream()
        .filter(thread -> thread.first().id().equals(comment))
        .findFirst()
        .orElseThrow(() -> new NotHere("There is no such comment here."));
  }

  /**
   * Writes a comment or an answer.
   *
   * @param version the text that it is about, if it is about one
   * @param answers the comment that began the thread
   * @param send whether it goes to the other party at once
   */
  public UUID write(
      Viewer viewer,
      UUID agreement,
      Optional<UUID> version,
      String place,
      String text,
      Optional<UUID> answers,
      boolean send) {
    agreements.one(viewer, agreement);
    version.ifPresent(id -> agreements.version(viewer, agreement, id));
    Optional<CommentThread> thread = answers.map(id -> one(viewer, agreement, id));
    may(viewer, agreement, send);
    String said = required(text, "Write what you want to say.");
    if (place.length() > 300) {
      throw new Refused("Choose the term from the list.");
    }
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID note =
              jdbc.sql(
                      """
                      insert into comment (agreement, organization, version, place, answers, text, written_by)
                      values (:agreement, :organization, :version, :place, :answers, :text, :person) returning id
                      """)
                  .param("agreement", agreement)
                  .param("organization", viewer.organization())
                  .param(
                      "version",
                      thread.map(it -> it.first().version()).orElse(version).orElse(null),
                      Types.OTHER)
                  .param("place", thread.map(it -> it.first().place()).orElse(place.strip()))
                  .param("answers", answers.orElse(null), Types.OTHER)
                  .param("text", said)
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          if (send) {
            thread
                .filter(it -> !it.first().isSent())
                .ifPresent(it -> Agreements.putOnTable(jdbc, viewer, agreement, it.first().id()));
            Agreements.putOnTable(jdbc, viewer, agreement, note);
            tell(jdbc, viewer, agreement, 1);
          }
          return note;
        });
  }

  /** Says what becomes of a comment. */
  public void resolve(
      Viewer viewer,
      UUID agreement,
      UUID comment,
      Optional<CommentThread.Outcome> outcome,
      String response,
      boolean send) {
    CommentThread thread = one(viewer, agreement, comment);
    may(viewer, agreement, send);
    CommentThread.Outcome became =
        outcome.orElseThrow(() -> new Refused("Choose what becomes of the comment."));
    String said = required(response, "Write the response that stands in the matrix.");
    if (became == CommentThread.Outcome.WITHDRAWN
        && !thread.first().organization().equals(viewer.organization())) {
      throw new NotAllowed("Only the party that wrote a comment withdraws it.");
    }
    if (send && !thread.first().isSent()) {
      throw new Refused("Send the comment first.");
    }
    store.in(
        viewer.person(),
        jdbc -> {
          UUID resolution =
              jdbc.sql(
                      """
                      insert into comment_resolution (agreement, organization, comment, outcome, response, resolved_by)
                      values (?, ?, ?, ?, ?, ?) returning id
                      """)
                  .params(
                      agreement,
                      viewer.organization(),
                      comment,
                      became.key(),
                      said,
                      viewer.person())
                  .query(UUID.class)
                  .single();
          if (send) {
            Agreements.putOnTable(jdbc, viewer, agreement, resolution);
          }
        });
  }

  /**
   * Sends what of the own room was written: all comments, answers and resolutions, or one comment
   * with what belongs to it.
   */
  public int send(Viewer viewer, UUID agreement, Optional<UUID> comment) {
    List<CommentThread> threads =
        comment
            .map(id -> List.of(one(viewer, agreement, id)))
            .orElseGet(() -> all(viewer, agreement));
    authority.require(viewer, agreement, Act.SEND);
    return store.as(
        viewer.person(),
        jdbc -> {
          int sent = 0;
          for (CommentThread thread : threads) {
            List<UUID> subjects = new ArrayList<>();
            if (!thread.first().isSent()) {
              subjects.add(thread.first().id());
            }
            thread.answers().stream()
                .filter(note -> !note.isSent())
                .forEach(note -> subjects.add(note.id()));
            thread.resolutions().stream()
                .filter(each -> each.sentAt().isEmpty())
                .forEach(each -> subjects.add(each.id()));
            subjects.forEach(id -> Agreements.putOnTable(jdbc, viewer, agreement, id));
            sent += subjects.size();
          }
          if (sent == 0) {
            throw new Refused("Nothing of yours waits to be sent.");
          }
          tell(jdbc, viewer, agreement, sent);
          return sent;
        });
  }

  private void tell(JdbcClient jdbc, Viewer viewer, UUID agreement, int count) {
    AgreementRow row = agreements.one(viewer, agreement);
    UUID across = viewer.organization().equals(row.customer()) ? row.provider() : row.customer();
    Outbox.tell(
        jdbc,
        viewer,
        agreement,
        across,
        Set.of(StakeholderRole.PROGRAM_MANAGER),
        Message.about(
            agreement,
            count == 1 ? "A comment came" : count + " comments came",
            viewer.organizationName() + " commented on the terms of " + row.title() + ".",
            "/agreements/" + agreement + "/comments"));
  }

  private void may(Viewer viewer, UUID agreement, boolean send) {
    authority.require(viewer, agreement, Act.DRAFT);
    if (send) {
      authority.require(viewer, agreement, Act.SEND);
    }
  }

  private static String required(String text, String mistake) {
    if (text.isBlank()) {
      throw new Refused(mistake);
    }
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw new Refused("Write at most 20,000 characters.");
    }
    return text.strip();
  }

  private static List<Note> notes(JdbcClient jdbc, UUID agreement) {
    return jdbc.sql(
            """
            select c.*, o.name as organization_name, coalesce(p.name, 'somebody of ' || o.name) as by_name, s.sent_at
            from comment c join organization o on o.id = c.organization left join person p on p.id = c.written_by
              left join sending s on s.subject = c.id
            where c.agreement = ? order by c.written_at, c.id
            """)
        .param(agreement)
        .query(
            (rows, number) ->
                new Note(
                    rows.getObject("id", UUID.class),
                    rows.getObject("organization", UUID.class),
                    rows.getString("organization_name"),
                    Optional.ofNullable(rows.getObject("version", UUID.class)),
                    rows.getString("place"),
                    Optional.ofNullable(rows.getObject("answers", UUID.class)),
                    rows.getString("text"),
                    rows.getString("by_name"),
                    rows.getObject("written_at", OffsetDateTime.class).toInstant(),
                    sent(rows)))
        .list();
  }

  private static List<CommentThread.Resolution> resolutions(JdbcClient jdbc, UUID agreement) {
    return jdbc.sql(
            """
            select r.*, o.name as organization_name, coalesce(p.name, 'somebody of ' || o.name) as by_name, s.sent_at
            from comment_resolution r join organization o on o.id = r.organization left join person p on p.id = r.resolved_by
              left join sending s on s.subject = r.id
            where r.agreement = ? order by r.resolved_at, r.id
            """)
        .param(agreement)
        .query(
            (rows, number) ->
                new CommentThread.Resolution(
                    rows.getObject("id", UUID.class),
                    rows.getObject("organization", UUID.class),
                    rows.getString("organization_name"),
                    rows.getObject("comment", UUID.class),
                    CommentThread.Outcome.of(rows.getString("outcome")).orElseThrow(),
                    rows.getString("response"),
                    rows.getString("by_name"),
                    rows.getObject("resolved_at", OffsetDateTime.class).toInstant(),
                    sent(rows)))
        .list();
  }

  private static Optional<Instant> sent(ResultSet rows) throws SQLException {
    return Optional.ofNullable(rows.getObject("sent_at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
