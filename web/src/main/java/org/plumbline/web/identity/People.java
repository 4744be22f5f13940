package org.plumbline.web.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Organizations, people and their seats, for those who look after them. */
@Component
public final class People {

  private final Store store;
  private final Clock clock;

  People(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** An organization with its people. */
  public record Group(UUID id, String name, Viewer.Kind kind, List<PersonRow> people) {}

  /**
   * A person.
   *
   * @param left whether they were recorded as gone
   */
  public record PersonRow(
      UUID id,
      UUID organization,
      String name,
      String email,
      String administers,
      boolean left,
      List<SeatRow> seats) {}

  /** A seat that somebody holds now or will. */
  public record SeatRow(
      UUID id, UUID person, String role, Optional<String> agreement, LocalDate from) {

    /** The role as people say it. */
    public String label() {
      return StakeholderRole.of(role).map(StakeholderRole::label).orElse(role);
    }
  }

  /** Those that the viewer looks after. */
  public List<Group> groups(Viewer viewer) {
    require(viewer);
    Map<UUID, List<SeatRow>> seats =
        seats(viewer).stream().collect(Collectors.groupingBy(SeatRow::person));
    Map<UUID, List<PersonRow>> people =
        people(viewer, seats).stream().collect(Collectors.groupingBy(PersonRow::organization));
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    "select id, name, kind from organization where administers(id) order by"
                        + " lower(name)")
                .query(
                    (rows, number) -> {
                      UUID id = rows.getObject("id", UUID.class);
                      return new Group(
                          id,
                          rows.getString("name"),
                          Viewer.Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
                          people.getOrDefault(id, List.of()));
                    })
                .list());
  }

  private List<PersonRow> people(Viewer viewer, Map<UUID, List<SeatRow>> seats) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select p.*, exists (select from departure d where d.person = p.id) as gone
                    from person p where administers(p.organization) order by lower(p.name)
                    """)
                .query(
                    (rows, number) -> {
                      UUID id = rows.getObject("id", UUID.class);
                      return new PersonRow(
                          id,
                          rows.getObject("organization", UUID.class),
                          rows.getString("name"),
                          rows.getString("email"),
                          rows.getString("administers"),
                          rows.getBoolean("gone"),
                          seats.getOrDefault(id, List.of()));
                    })
                .list());
  }

  private List<SeatRow> seats(Viewer viewer) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select s.id, s.person, s.role, s.from_day, a.title
                    from seat s left join seat_end e on e.seat = s.id left join agreement a on a.id = s.agreement
                    where s.person is not null and administers(s.organization) and e.id is null
                      and coalesce(s.until_day, 'infinity') >= current_date
                    order by s.from_day, s.role
                    """)
                .query(
                    (rows, number) ->
                        new SeatRow(
                            rows.getObject("id", UUID.class),
                            rows.getObject("person", UUID.class),
                            rows.getString("role"),
                            Optional.ofNullable(rows.getString("title")),
                            rows.getObject("from_day", LocalDate.class)))
                .list());
  }

  /** Adds an organization; only who looks after the whole installation may. */
  public UUID addOrganization(Viewer viewer, String name, Viewer.Kind kind) {
    if (!viewer.isInstallationAdministrator() || viewer.readsOnly()) {
      throw new NotAllowed("Only who looks after this server adds organizations.");
    }
    if (name.isBlank() || name.strip().length() > 200) {
      throw new Refused("Name the organization, in at most 200 characters.");
    }
    try {
      return store.as(
          viewer.person(),
          jdbc ->
              jdbc.sql("insert into organization (name, kind) values (?, ?) returning id")
                  .params(name.strip(), kind.key())
                  .query(UUID.class)
                  .single());
    } catch (DuplicateKeyException fault) {
      throw new Refused("There is an organization called “" + name.strip() + "” already.");
    }
  }

  /**
   * Adds a person with a seat on all agreements of their organization.
   *
   * @return the secret of the link by which they set their password
   */
  public String invite(
      Viewer viewer,
      UUID organization,
      String name,
      String email,
      StakeholderRole role,
      boolean administers) {
    if (groups(viewer).stream().noneMatch(group -> group.id().equals(organization))) {
      throw new NotHere("You do not look after such an organization.");
    }
    String address = email.strip().toLowerCase(Locale.ROOT);
    if (name.isBlank() || name.strip().length() > 200) {
      throw new Refused("Say the person’s name, in at most 200 characters.");
    }
    if (!address.matches("[^@\\s]+@[^@\\s]+") || address.length() > 254) {
      throw new Refused(
          "“" + email.strip() + "” is no e-mail address; write it like name@agency.gov.");
    }
    String secret = Secrets.random();
    try {
      store.in(
          viewer.person(),
          jdbc -> {
            UUID person =
                jdbc.sql(
                        """
                        insert into person (organization, name, email, administers, added_by)
                        values (?, ?, ?, ?, ?) returning id
                        """)
                    .params(
                        organization,
                        name.strip(),
                        address,
                        administers ? "organization" : "nothing",
                        viewer.person())
                    .query(UUID.class)
                    .single();
            jdbc.sql(
                    """
                    insert into seat (organization, role, person, capacity, from_day, given_by)
                    values (?, ?, ?, 'holder', current_date, ?)
                    """)
                .params(organization, role.key(), person, viewer.person())
                .update();
            link(jdbc, person, secret);
          });
    } catch (DuplicateKeyException fault) {
      throw new Refused("Somebody with the address " + address + " is here already.");
    }
    return secret;
  }

  /** A new link for somebody who has not set a password yet. */
  public String linkAgain(Viewer viewer, UUID person) {
    PersonRow row = one(viewer, person);
    if (row.left()) {
      throw new Refused(row.name() + " has left.");
    }
    String secret = Secrets.random();
    try {
      store.in(viewer.person(), jdbc -> link(jdbc, person, secret));
    } catch (org.springframework.dao.DataAccessException fault) {
      throw new Refused(row.name() + " has set a password already.");
    }
    return secret;
  }

  private void link(
      org.springframework.jdbc.core.simple.JdbcClient jdbc, UUID person, String secret) {
    jdbc.sql("select link_to_join(?, ?, ?)")
        .params(
            person,
            Secrets.hash(secret),
            clock.instant().plus(Invitations.LASTS).atOffset(ZoneOffset.UTC))
        .query()
        .listOfRows();
  }

  /** Gives somebody a seat on all agreements of their organization, from today. */
  public void seat(Viewer viewer, UUID person, StakeholderRole role) {
    PersonRow row = one(viewer, person);
    if (row.left()) {
      throw new Refused(row.name() + " has left.");
    }
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into seat (organization, role, person, capacity, from_day, given_by)
                    values (?, ?, ?, 'holder', current_date, ?)
                    """)
                .params(row.organization(), role.key(), person, viewer.person())
                .update());
  }

  /** Ends a seat as of yesterday. */
  public void endSeat(Viewer viewer, UUID person, UUID seat) {
    if (one(viewer, person).seats().stream().noneMatch(each -> each.id().equals(seat))) {
      throw new NotHere("There is no such seat.");
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

  /** Records that somebody left: they do not come in any more. */
  public void leave(Viewer viewer, UUID person) {
    PersonRow row = one(viewer, person);
    if (person.equals(viewer.person())) {
      throw new Refused("Somebody else has to record that you left.");
    }
    if (row.administers().equals(Viewer.Administers.INSTALLATION.key())
        && !viewer.isInstallationAdministrator()) {
      throw new NotAllowed(
          "Only who looks after this server records that " + row.name() + " left.");
    }
    if (row.left()) {
      throw new Refused(row.name() + " has left already.");
    }
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql("insert into departure (person, told_by) values (?, ?)")
                .params(person, viewer.person())
                .update());
  }

  /** A QSMO or an office of auditors that is not a party. */
  public record Overseer(UUID id, String name, Viewer.Kind kind, boolean admitted) {}

  /** Those who could oversee an agreement, and those who do. */
  public List<Overseer> overseers(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select o.id, o.name, o.kind, exists (select from oversight w where w.agreement = ? and w.overseer = o.id) as admitted
                    from organization o where o.kind <> 'party' order by lower(o.name)
                    """)
                .param(agreement)
                .query(
                    (rows, number) ->
                        new Overseer(
                            rows.getObject("id", UUID.class),
                            rows.getString("name"),
                            Viewer.Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
                            rows.getBoolean("admitted")))
                .list());
  }

  /**
   * Lets a QSMO or auditors read what was and will be sent of an agreement; it stays so. The
   * database lets only a party to it; which role it takes is for the caller to ask.
   */
  public void admit(Viewer viewer, UUID agreement, UUID overseer) {
    if (overseers(viewer, agreement).stream().noneMatch(each -> each.id().equals(overseer))) {
      throw new NotHere("There is no such QSMO and no such office of auditors.");
    }
    try {
      store.in(
          viewer.person(),
          jdbc ->
              jdbc.sql(
                      "insert into oversight (agreement, overseer, organization, admitted_by)"
                          + " values (?, ?, ?, ?)")
                  .params(agreement, overseer, viewer.organization(), viewer.person())
                  .update());
    } catch (DuplicateKeyException fault) {
      throw new Refused("They read this agreement already.");
    }
  }

  private PersonRow one(Viewer viewer, UUID person) {
    return groups(viewer).stream()
        .flatMap(group -> group.people().stream())
        .filter(row -> row.id().equals(person))
        .findFirst()
        .orElseThrow(() -> new NotHere("There is no such person among yours."));
  }

  private static void require(Viewer viewer) {
    if (!viewer.isAdministrator() || viewer.readsOnly()) {
      throw new NotAllowed("Only who looks after people sees this.");
    }
  }
}
