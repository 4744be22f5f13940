package org.plumbline.web.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** What a person was told, and how they want to be mailed. */
@Component
public final class Messages {

  private static final List<String> WISHES = List.of("daily", "at-once", "formal-only");

  private final Store store;

  Messages(Store store) {
    this.store = store;
  }

  /**
   * A message to the person.
   *
   * @param zone that of the agreement that it is about, else UTC
   */
  public record Told(
      UUID id,
      Optional<String> agreement,
      boolean formal,
      String subject,
      String text,
      String path,
      Instant at,
      ZoneId zone) {}

  /** What they were told, the newest first: a page of it. */
  public Slice.Part<Told> all(Viewer viewer, Slice slice) {
    return slice.part(read(viewer, slice), Told::id);
  }

  private List<Told> read(Viewer viewer, Slice slice) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select m.*, a.title, coalesce(zone_of(a.id), 'UTC') as zone from message m left join agreement a on a.id = m.agreement
                    where m.person = :person"""
                        + slice.tail("message", "m", "made_at"))
                .param("person", viewer.person())
                .param("after", slice.after().orElse(null), java.sql.Types.OTHER)
                .param("most", slice.most())
                .query(
                    (rows, number) ->
                        new Told(
                            rows.getObject("id", UUID.class),
                            Optional.ofNullable(rows.getString("title")),
                            rows.getBoolean("is_formal"),
                            rows.getString("subject"),
                            rows.getString("text"),
                            rows.getString("path"),
                            rows.getObject("made_at", OffsetDateTime.class).toInstant(),
                            ZoneId.of(rows.getString("zone"))))
                .list());
  }

  /** How they want to be mailed: {@code daily} unless they said otherwise. */
  public String wish(Viewer viewer) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql("select wish from mail_wish order by said_at desc limit 1")
                .query(String.class)
                .optional()
                .orElse("daily"));
  }

  /** Records how they want to be mailed. */
  public void wish(Viewer viewer, String wish) {
    if (viewer.readsOnly()) {
      throw new NotAllowed("This token only reads.");
    }
    if (!WISHES.contains(wish)) {
      throw new Refused("Say daily, at-once or formal-only.");
    }
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql("insert into mail_wish (person, wish) values (?, ?)")
                .params(viewer.person(), wish)
                .update());
  }
}
