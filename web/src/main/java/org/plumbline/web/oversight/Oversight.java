package org.plumbline.web.oversight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.People;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.outbox.Message;
import org.plumbline.web.outbox.Outbox;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** Who oversees an agreement, and what they were informed of; both are acts that stay. */
@Component
public final class Oversight {

  private static final int LONGEST = 20_000;

  private static final String INFORMED =
      """
      select i.id, o.name as overseer, i.text, i.role, i.informed_at, s.name as organization_name, coalesce(p.name, 'somebody of ' || s.name) as informed_by_name
      from informed i join organization o on o.id = i.overseer join organization s on s.id = i.organization left join person p on p.id = i.informed_by
      where i.agreement = ?
      order by i.informed_at desc, i.id
      """;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final People people;

  Oversight(Store store, Authority authority, Agreements agreements, People people) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.people = people;
  }

  /**
   * That somebody was informed.
   *
   * @param role of who did it, as the register writes it
   */
  public record Informed(
      UUID id,
      String overseer,
      String text,
      String role,
      String organizationName,
      String informedBy,
      Instant informedAt) {}

  /** Those who could oversee, and those who do. */
  public List<People.Overseer> overseers(Viewer viewer, UUID agreement) {
    agreements.one(viewer, agreement);
    return people.overseers(viewer, agreement);
  }

  /** What they were informed of, the last first. */
  public List<Informed> informed(Viewer viewer, UUID agreement) {
    agreements.one(viewer, agreement);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(INFORMED)
                .param(agreement)
                .query(
                    (rows, number) ->
                        new Informed(
                            rows.getObject("id", UUID.class),
                            rows.getString("overseer"),
                            rows.getString("text"),
                            rows.getString("role"),
                            rows.getString("organization_name"),
                            rows.getString("informed_by_name"),
                            rows.getObject("informed_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /** Lets somebody read what was and will be sent; both they and the other party are told. */
  public void admit(Viewer viewer, UUID agreement, String overseer) {
    AgreementRow row = agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    UUID chosen = chosen(overseer);
    people.admit(viewer, agreement, chosen);
    if (row.onTheTable()) {
      String name = name(viewer, agreement, chosen);
      Message message =
          Message.formal(
              agreement,
              "Admitted to read: " + name,
              viewer.organizationName() + " admitted " + name + ": it reads all that is sent.",
              "/agreements/" + agreement + "/oversight");
      store.in(
          viewer.person(),
          jdbc -> {
            Outbox.tell(jdbc, viewer, agreement, chosen, List.of(), message);
            Outbox.tell(jdbc, viewer, agreement, across(viewer, row), List.of(), message);
          });
    }
  }

  /**
   * Informs who was admitted: recorded, and told to each of their people by a formal message.
   *
   * @param text what they are informed of
   */
  public UUID inform(Viewer viewer, UUID agreement, String overseer, String text) {
    AgreementRow row = agreements.one(viewer, agreement);
    String role = authority.roleFor(viewer, agreement, Act.SEND);
    UUID chosen = chosen(overseer);
    if (people.overseers(viewer, agreement).stream()
        .noneMatch(each -> each.admitted() && each.id().equals(chosen))) {
      throw new Refused("Admit them first.");
    }
    if (text.isBlank() || text.strip().length() > LONGEST) {
      throw new Refused("Write what you inform them of, in at most 20,000 characters.");
    }
    if (!row.onTheTable()) {
      throw new Refused("Send a text of the agreement first.");
    }
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID informed =
              jdbc.sql(
                      """
                      insert into informed (agreement, organization, overseer, text, role, informed_by)
                      values (?, ?, ?, ?, ?, ?) returning id
                      """)
                  .params(
                      agreement, viewer.organization(), chosen, text.strip(), role, viewer.person())
                  .query(UUID.class)
                  .single();
          Outbox.tell(
              jdbc,
              viewer,
              agreement,
              chosen,
              List.of(),
              Message.formal(
                  agreement,
                  "For your information: " + row.title(),
                  viewer.organizationName() + ": " + text.strip(),
                  "/agreements/" + agreement + "/oversight"));
          return informed;
        });
  }

  private String name(Viewer viewer, UUID agreement, UUID overseer) {
    return people.overseers(viewer, agreement).stream()
        .filter(each -> each.id().equals(overseer))
        .map(People.Overseer::name)
        .findFirst()
        .orElseThrow();
  }

  private static UUID across(Viewer viewer, AgreementRow row) {
    return viewer.organization().equals(row.customer()) ? row.provider() : row.customer();
  }

  private static UUID chosen(String overseer) {
    try {
      return UUID.fromString(overseer);
    } catch (IllegalArgumentException fault) {
      throw new Refused("Choose a QSMO or an office of auditors from the list.");
    }
  }
}
