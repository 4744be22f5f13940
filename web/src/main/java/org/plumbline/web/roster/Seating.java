package org.plumbline.web.roster;

import java.sql.Types;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Role;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Giving and ending seats: who sits, acts, stands in for whom, and that nobody does. */
@Component
public final class Seating {

  private final Store store;
  private final Agreements agreements;
  private final Roster roster;

  Seating(Store store, Agreements agreements, Roster roster) {
    this.store = store;
    this.agreements = agreements;
    this.roster = roster;
  }

  /**
   * What is to be recorded of a seat.
   *
   * @param capacity {@code holder}, {@code acting}, {@code delegate} or {@code vacant}
   * @param role of M3, or one that the agreement declares; for who stands in, that of the seat
   * @param person who sits there
   * @param seat for whom they stand in
   */
  public record NewSeat(
      String capacity,
      String role,
      Optional<UUID> person,
      Optional<UUID> seat,
      String from,
      String until,
      String reason) {}

  private record Days(LocalDate from, @Nullable LocalDate until) {}

  /** Records who sits, acts, stands in, or that nobody does. */
  public UUID record(Viewer viewer, UUID agreement, NewSeat said) {
    agreements.one(viewer, agreement);
    boolean delegates = said.capacity().equals("delegate");
    if (viewer.readsOnly() || viewer.kind() != Viewer.Kind.PARTY) {
      throw new NotAllowed("You read this roster and do not keep it.");
    }
    if (!delegates && !viewer.isAdministrator()) {
      throw new NotAllowed(
          "Who looks after the people of "
              + viewer.organizationName()
              + " records who sits where.");
    }
    Days days = days(said, delegates || said.capacity().equals("acting"));
    return switch (said.capacity()) {
      case "holder", "vacant" -> sit(viewer, agreement, said, days);
      case "acting", "delegate" -> standIn(viewer, agreement, said, days);
      default -> throw new Refused("Say holder, acting, delegate or vacant.");
    };
  }

  private static Days days(NewSeat said, boolean ends) {
    try {
      LocalDate from = LocalDate.parse(said.from().strip());
      LocalDate until = said.until().isBlank() ? null : LocalDate.parse(said.until().strip());
      if (ends && until == null) {
        throw new Refused("Say the last day; nobody stands in without an end.");
      }
      if (until != null && until.isBefore(from)) {
        throw new Refused("The last day is before the first.");
      }
      return new Days(from, until);
    } catch (DateTimeParseException fault) {
      throw new Refused("Write days as 2026-10-01.");
    }
  }

  private UUID sit(Viewer viewer, UUID agreement, NewSeat said, Days days) {
    boolean vacant = said.capacity().equals("vacant");
    if (vacant == said.person().isPresent()) {
      throw new Refused(vacant ? "A vacant seat has nobody in it." : "Choose a person.");
    }
    Map<String, Role> declared = roster.declared(viewer, agreement);
    Role own = declared.get(said.role());
    String role =
        own == null
            ? StakeholderRole.of(said.role())
                .map(StakeholderRole::key)
                .orElseThrow(() -> new Refused("Choose a role from the list."))
            : known(own.standsFor());
    said.person().ifPresent(person -> colleague(viewer, person));
    return insert(
        viewer, agreement, said, days, role, own == null ? null : said.role(), Optional.empty());
  }

  /** A role of M3 as the register writes it; M3 names two of them twice. */
  private static String known(String standsFor) {
    return switch (standsFor) {
      case "solution-architect" -> "technical-lead";
      case "procurement-officer" -> "contracting-officer";
      default -> standsFor;
    };
  }

  private UUID standIn(Viewer viewer, UUID agreement, NewSeat said, Days days) {
    UUID id = said.seat().orElseThrow(() -> new Refused("Choose for whom they stand in."));
    RosterRow seat =
        roster.seats(viewer, agreement).stream()
            .filter(row -> row.id().equals(id) && row.organization().equals(viewer.organization()))
            .findFirst()
            .orElseThrow(() -> new NotHere("There is no such seat of yours."));
    UUID person = said.person().orElseThrow(() -> new Refused("Choose a person."));
    colleague(viewer, person);
    if (seat.person().filter(person::equals).isPresent()) {
      throw new Refused(seat.name() + " cannot stand in for themselves.");
    }
    if (said.capacity().equals("delegate")) {
      refuseDelegation(viewer, seat, days);
    }
    return insert(
        viewer,
        agreement,
        said,
        days,
        seat.role(),
        seat.declared().orElse(null),
        Optional.of(seat.id()));
  }

  private static void refuseDelegation(Viewer viewer, RosterRow seat, Days days) {
    if (!seat.person().equals(Optional.of(viewer.person())) || seat.capacity().equals("delegate")) {
      throw new NotAllowed("One delegates a seat that one holds, and no delegate does.");
    }
    if (List.of("contracting-officer", "auditor").contains(seat.role())) {
      throw new Refused(
          "A "
              + seat.label()
              + " cannot delegate: the authority is personal. Somebody else who has"
              + " it can be given a seat.");
    }
    LocalDate until = days.until();
    if (until == null
        || days.from().isBefore(seat.from())
        || seat.until().filter(until::isAfter).isPresent()
        || until.isAfter(days.from().plusDays(365))) {
      throw new Refused("The days lie within those of your own seat, a year at most.");
    }
  }

  private void colleague(Viewer viewer, UUID person) {
    if (colleagues(viewer).stream().noneMatch(each -> each.id().equals(person))) {
      throw new Refused("Choose a person of " + viewer.organizationName() + ".");
    }
  }

  /** Somebody of the viewer's organization. */
  public record Colleague(UUID id, String name) {}

  /** All of the viewer's organization who have not left. */
  public List<Colleague> colleagues(Viewer viewer) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select p.id, p.name from person p where p.organization = ?
                      and not exists (select from departure d where d.person = p.id) order by lower(p.name), p.id
                    """)
                .param(viewer.organization())
                .query(
                    (rows, number) ->
                        new Colleague(rows.getObject("id", UUID.class), rows.getString("name")))
                .list());
  }

  private UUID insert(
      Viewer viewer,
      UUID agreement,
      NewSeat said,
      Days days,
      String role,
      @Nullable String declared,
      Optional<UUID> insteadOf) {
    try {
      return store.as(
          viewer.person(),
          jdbc ->
              jdbc.sql(
                      """
                      insert into seat (organization, role, declared, agreement, person, capacity, instead_of, from_day, until_day, reason, given_by)
                      values (:organization, :role, :declared, :agreement, :person, :capacity, :instead, :from, :until, :reason, :by) returning id
                      """)
                  .param("organization", viewer.organization())
                  .param("role", role)
                  .param("declared", declared, Types.VARCHAR)
                  .param("agreement", agreement)
                  .param("person", said.person().orElse(null), Types.OTHER)
                  .param("capacity", said.capacity())
                  .param("instead", insteadOf.orElse(null), Types.OTHER)
                  .param("from", days.from())
                  .param("until", days.until(), Types.DATE)
                  .param(
                      "reason",
                      said.reason().isBlank() ? null : said.reason().strip(),
                      Types.VARCHAR)
                  .param("by", viewer.person())
                  .query(UUID.class)
                  .single());
    } catch (DataAccessException fault) {
      throw new Refused(
          "It cannot begin before today, and lies within the days of the seat it is about.");
    }
  }

  /**
   * Ends a seat as of yesterday: one's own delegation, or any of the organization one looks after.
   */
  public void end(Viewer viewer, UUID agreement, UUID seat) {
    RosterRow row =
        roster.seats(viewer, agreement).stream()
            .filter(each -> each.id().equals(seat))
            .filter(each -> each.organization().equals(viewer.organization()))
            .findFirst()
            .orElseThrow(() -> new NotHere("There is no such seat of yours."));
    if (row.state().equals("over")) {
      throw new Refused("This seat has ended already.");
    }
    boolean own =
        !viewer.readsOnly()
            && Boolean.TRUE.equals(
                store.as(
                    viewer.person(),
                    jdbc ->
                        jdbc.sql("select is_own_delegation(?)")
                            .param(seat)
                            .query(Boolean.class)
                            .single()));
    if (viewer.readsOnly() || (!own && !viewer.isAdministrator())) {
      throw new NotAllowed("Who delegated a seat ends that, or who looks after your people.");
    }
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    "insert into seat_end (seat, last_day, ended_by) values (?, current_date - 1,"
                        + " ?)")
                .params(seat, viewer.person())
                .update());
  }
}
