package org.plumbline.web.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Role;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.signoff.SigningOrders;
import org.plumbline.web.signoff.SigningStep;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** Who holds which role on an agreement, for either party. */
@Component
public final class Roster {

  private static final String SEATS =
      """
      select s.*, o.name as organization_name, p.name, i.name as instead_of_name, last.day as last_day,
        case when current_date < s.from_day then 'to-come' when last.day < current_date then 'over' else 'now' end as state
      from seat s join organization o on o.id = s.organization left join person p on p.id = s.person
        left join seat held on held.id = s.instead_of left join person i on i.id = held.person left join seat_end e on e.seat = s.id
        cross join lateral (select nullif(least(coalesce(s.until_day, 'infinity'), coalesce(e.last_day, 'infinity')), 'infinity') as day) last
      where (s.agreement is null or s.agreement = :agreement)
        and s.organization in (select unnest(array[a.customer, a.provider]) from agreement a where a.id = :agreement)
        and coalesce(last.day, 'infinity') >= s.from_day
        and (s.person is null or s.from_day > current_date or coalesce(last.day, 'infinity') < current_date
          or not exists (select from departure d where d.person = s.person))
      order by o.name, s.role, s.capacity = 'holder' desc, s.from_day, p.name
      """;

  private final Store store;
  private final Agreements agreements;
  private final SigningOrders orders;

  Roster(Store store, Agreements agreements, SigningOrders orders) {
    this.store = store;
    this.agreements = agreements;
    this.orders = orders;
  }

  /**
   * A role that nobody holds today, and what waits for it.
   *
   * @param since since when it is recorded as vacant
   */
  public record Vacancy(
      UUID organization,
      String organizationName,
      String role,
      Optional<LocalDate> since,
      Optional<String> reason,
      List<String> waits) {

    /** Copies the list. */
    public Vacancy {
      waits = List.copyOf(waits);
    }
  }

  /** All seats that the person may see, by party and role. */
  public List<RosterRow> seats(Viewer viewer, UUID agreement) {
    agreements.one(viewer, agreement);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(SEATS)
                .param("agreement", agreement)
                .query((rows, number) -> row(rows))
                .list());
  }

  private static RosterRow row(ResultSet rows) throws SQLException {
    return new RosterRow(
        rows.getObject("id", UUID.class),
        rows.getObject("organization", UUID.class),
        rows.getString("organization_name"),
        rows.getString("role"),
        Optional.ofNullable(rows.getString("declared")),
        Optional.ofNullable(rows.getObject("person", UUID.class)),
        Optional.ofNullable(rows.getString("name")).orElse("nobody"),
        rows.getString("capacity"),
        Optional.ofNullable(rows.getString("instead_of_name")),
        rows.getObject("agreement") == null,
        rows.getObject("from_day", LocalDate.class),
        Optional.ofNullable(rows.getObject("last_day", LocalDate.class)),
        rows.getString("state"),
        Optional.ofNullable(rows.getString("reason")));
  }

  /** What is vacant today: recorded so, or needed while nobody sits there. */
  public List<Vacancy> vacancies(Viewer viewer, UUID agreement) {
    AgreementRow about = agreements.one(viewer, agreement);
    List<RosterRow> now = seats(viewer, agreement).stream().filter(RosterRow::isNow).toList();
    List<Vacancy> vacancies = new ArrayList<>();
    for (RosterRow row : now) {
      if (row.capacity().equals("vacant")) {
        vacancies.add(
            new Vacancy(
                row.organization(),
                row.organizationName(),
                row.label(),
                Optional.of(row.from()),
                row.reason(),
                waits(viewer, agreement, row.organization().equals(about.customer()), row.role())));
      }
    }
    Map<UUID, String> parties = new LinkedHashMap<>();
    parties.put(about.customer(), about.customerName());
    parties.put(about.provider(), about.providerName());
    parties.forEach(
        (party, name) -> {
          // Of a party that has not been met yet, nothing is known.
          if (!party.equals(viewer.organization()) && !about.onTheTable()) {
            return;
          }
          boolean isCustomer = party.equals(about.customer());
          for (SigningStep step : orders.standing(viewer, agreement).steps()) {
            if (step.isCustomers() == isCustomer
                && none(now, party, step.role().key())
                && vacancies.stream()
                    .noneMatch(
                        each ->
                            each.organization().equals(party)
                                && each.role().equals(step.role().label()))) {
              vacancies.add(
                  new Vacancy(
                      party,
                      name,
                      step.role().label(),
                      Optional.empty(),
                      Optional.empty(),
                      waits(viewer, agreement, isCustomer, step.role().key())));
            }
          }
          boolean sends =
              now.stream()
                  .filter(row -> row.organization().equals(party) && row.person().isPresent())
                  .flatMap(row -> StakeholderRole.of(row.role()).stream())
                  .anyMatch(role -> role.may(Act.SEND));
          if (!sends) {
            vacancies.add(
                new Vacancy(
                    party,
                    name,
                    "any role that sends",
                    Optional.empty(),
                    Optional.empty(),
                    List.of("sending, answering requests, accepting or issuing reports")));
          }
        });
    return List.copyOf(vacancies);
  }

  private static boolean none(List<RosterRow> now, UUID party, String role) {
    return now.stream()
        .noneMatch(
            row ->
                row.organization().equals(party)
                    && row.person().isPresent()
                    && row.role().equals(role));
  }

  private List<String> waits(Viewer viewer, UUID agreement, boolean isCustomer, String role) {
    List<String> waits = new ArrayList<>();
    int number = 0;
    for (SigningStep step : orders.standing(viewer, agreement).steps()) {
      number++;
      if (step.isCustomers() == isCustomer && step.role().key().equals(role)) {
        waits.add("signature no. " + number + " of the order of signing");
      }
    }
    return waits;
  }

  /** The roles that the newest text declares for the viewer's party, by their keys. */
  public Map<String, Role> declared(Viewer viewer, UUID agreement) {
    boolean isCustomer = agreements.one(viewer, agreement).customer().equals(viewer.organization());
    String side = isCustomer ? Party.CUSTOMER : Party.PROVIDER;
    Map<String, Role> roles = new LinkedHashMap<>();
    agreements
        .current(viewer, agreement)
        .flatMap(version -> agreements.text(viewer, version).agreement())
        .ifPresent(
            text ->
                text.roles()
                    .forEach(
                        (key, role) -> {
                          if (role.party().equals(side)) {
                            roles.put(key, role);
                          }
                        }));
    return roles;
  }
}
