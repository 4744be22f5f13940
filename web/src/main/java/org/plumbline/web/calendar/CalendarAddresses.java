package org.plumbline.web.calendar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.Accounts;
import org.plumbline.web.identity.Secrets;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/**
 * The address at which a person's calendar program gets their calendar without logging in: a
 * secret, hashed, one at a time, that reads nothing else.
 */
@Component
final class CalendarAddresses {

  private final Store store;
  private final Accounts accounts;

  CalendarAddresses(Store store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  private static void requireWriting(Viewer viewer) {
    if (viewer.readsOnly()) {
      throw new NotAllowed("This token only reads.");
    }
  }

  /** Since when the person has one, if they have. */
  Optional<Instant> since(Viewer viewer) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql("select made_at from calendar_address where ended_at is null")
                .query((rows, number) -> rows.getObject("made_at", OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant));
  }

  /** Makes one; the answer is told once, and the one before ends. */
  String make(Viewer viewer) {
    requireWriting(viewer);
    String secret = Secrets.random();
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql("select make_calendar_address(?)")
                .param(Secrets.hash(secret))
                .query()
                .listOfRows());
    return secret;
  }

  /** Ends it at once, if there is one. */
  void end(Viewer viewer) {
    requireWriting(viewer);
    store.in(
        viewer.person(), jdbc -> jdbc.sql("select end_calendar_address()").query().listOfRows());
  }

  /**
   * Whose calendar an address is of; it only reads.
   *
   * @throws NotHere if it is nobody's
   */
  Viewer of(String secret) {
    return store
        .asNobody(
            jdbc ->
                jdbc.sql("select calendar_of(?) as person")
                    .param(Secrets.hash(secret))
                    .query((rows, number) -> Optional.ofNullable(rows.getObject(1, UUID.class)))
                    .single())
        .flatMap(person -> accounts.viewer(person, true))
        .orElseThrow(() -> new NotHere("There is no such calendar."));
  }
}
