package org.plumbline.web.ledger;

import java.sql.Types;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.remedy.Decision;
import org.plumbline.remedy.Plan;
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

/** What parties do about what follows: decisions, the steps of a plan, that they were reached. */
@Component
public final class Acts {

  private static final List<StakeholderRole> TOLD =
      List.of(
          StakeholderRole.PROGRAM_MANAGER,
          StakeholderRole.BUSINESS_OWNER,
          StakeholderRole.CONTRACTING_OFFICER);

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final Ledger ledger;

  Acts(Store store, Authority authority, Agreements agreements, Ledger ledger) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.ledger = ledger;
  }

  /**
   * Records what a party does about something that follows; it is on the table at once.
   *
   * @param word the key of an act, such as {@code agreed}
   * @param note the reason, the plan, the bill or the reference of a payment
   * @throws Refused if that cannot be done about it now
   */
  public void act(Viewer viewer, UUID agreement, String posting, String word, String note) {
    AgreementRow row = agreements.one(viewer, agreement);
    String role = authority.roleFor(viewer, agreement, Act.SEND);
    Decision.Act act =
        Decision.Act.of(word).orElseThrow(() -> new Refused("Choose what you do about it."));
    Owed owed = ledger.one(viewer, agreement, posting);
    List<Decision.Act> open = owed.open(party(row, viewer));
    if (!open.contains(act)) {
      throw new Refused(refusal(open));
    }
    if (note.isBlank() && (act == Decision.Act.SUBMITTED || act == Decision.Act.RETURNED)) {
      throw new Refused(
          act == Decision.Act.SUBMITTED
              ? "Write the plan, or say where it is kept."
              : "Say what is to be mended.");
    }
    store.in(
        viewer.person(),
        jdbc -> {
          jdbc.sql(
                  """
                  insert into posting_act (agreement, organization, posting, act, note, role, done_by)
                  values (:agreement, :organization, :posting, :act, :note, :role, :person)
                  """)
              .param("agreement", agreement)
              .param("organization", viewer.organization())
              .param("posting", posting)
              .param("act", act.key())
              .param("note", note.isBlank() ? null : note.strip(), Types.VARCHAR)
              .param("role", role)
              .param("person", viewer.person())
              .update();
          tell(
              jdbc,
              viewer,
              row,
              owed,
              capital(act.key()) + ": " + owed.posting().what(),
              note.isBlank() ? "" : " " + note.strip());
        });
  }

  private static String refusal(List<Decision.Act> open) {
    return "This cannot be done now"
        + (open.isEmpty()
            ? "; there is nothing that your party can do about it now."
            : ": "
                + open.stream().map(Decision.Act::key).collect(Collectors.joining(", "))
                + " can be done.");
  }

  /**
   * Writes a step of a plan, or writes it anew under the same name.
   *
   * @param due a day such as 2026-12-24; may be empty
   */
  public UUID milestone(
      Viewer viewer, UUID agreement, String posting, String name, String owner, String due) {
    AgreementRow row = agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    if (name.isBlank()) {
      throw new Refused("Say what is to be reached.");
    }
    Owed owed = plan(viewer, row, posting);
    Optional<LocalDate> last = day(due);
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID milestone =
              jdbc.sql(
                      """
                      insert into milestone (agreement, organization, posting, name, owner, due, set_by)
                      values (:agreement, :organization, :posting, :name, :owner, :due, :person) returning id
                      """)
                  .param("agreement", agreement)
                  .param("organization", viewer.organization())
                  .param("posting", posting)
                  .param("name", name.strip())
                  .param("owner", owner.isBlank() ? null : owner.strip(), Types.VARCHAR)
                  .param("due", last.orElse(null), Types.DATE)
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          tell(
              jdbc,
              viewer,
              row,
              owed,
              "A milestone of a plan: " + name.strip(),
              last.map(day -> " By " + day + ".").orElse(""));
          return milestone;
        });
  }

  /**
   * Says that a step of a plan was reached.
   *
   * @param on the day, not after today; empty: today
   * @return the id of what follows
   */
  public String reached(Viewer viewer, UUID agreement, UUID milestone, String on) {
    AgreementRow row = agreements.one(viewer, agreement);
    MilestoneRow found =
        ledger.all(viewer, agreement).stream()
            .flatMap(owed -> owed.milestones().stream())
            .filter(each -> each.id().equals(milestone))
            .findFirst()
            .orElseThrow(() -> new NotHere("There is no such milestone here."));
    authority.require(viewer, agreement, Act.SEND);
    Owed owed = plan(viewer, row, found.posting());
    LocalDate today = ledger.today(viewer, agreement);
    LocalDate day = day(on).orElse(today);
    if (day.isAfter(today)) {
      throw new Refused("This day is still to come.");
    }
    store.in(
        viewer.person(),
        jdbc -> {
          jdbc.sql(
                  """
                  insert into milestone_done (agreement, organization, milestone, done_on, said_by) values (?, ?, ?, ?, ?)
                  """)
              .params(agreement, viewer.organization(), milestone, day, viewer.person())
              .update();
          tell(jdbc, viewer, row, owed, "A milestone was reached: " + found.name(), "");
        });
    return found.posting();
  }

  /** An action that the viewer's party owes and that is not closed. */
  private Owed plan(Viewer viewer, AgreementRow row, String posting) {
    Owed owed = ledger.one(viewer, row.id(), posting);
    Optional<Plan.State> state = owed.plan();
    if (state.isEmpty()) {
      throw new Refused("Only a plan has milestones.");
    }
    if (!owed.posting().owedBy().equals(party(row, viewer))) {
      throw new NotAllowed("The party that owes the plan writes its milestones.");
    }
    if (state.get() == Plan.State.CLOSED) {
      throw new Refused("The plan is closed.");
    }
    return owed;
  }

  /** What the viewer's organization is in the agreement; a reader is nothing. */
  static String party(AgreementRow row, Viewer viewer) {
    return viewer.organization().equals(row.customer())
        ? "customer"
        : viewer.organization().equals(row.provider()) ? "provider" : "";
  }

  static Optional<LocalDate> day(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException fault) {
      throw new Refused("Write a day like 2026-12-24.");
    }
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private static void tell(
      JdbcClient jdbc, Viewer viewer, AgreementRow row, Owed owed, String subject, String more) {
    Outbox.tell(
        jdbc,
        viewer,
        row.id(),
        viewer.organization().equals(row.customer()) ? row.provider() : row.customer(),
        TOLD,
        Message.formal(
            row.id(),
            subject,
            viewer.organizationName()
                + " about what follows from "
                + owed.posting().from()
                + ": "
                + owed.posting().what()
                + "."
                + more,
            path(row.id(), owed.posting().id())));
  }

  /** The page of something that follows. */
  static String path(UUID agreement, String posting) {
    return "/agreements/"
        + agreement
        + "/ledger/posting?id="
        + java.net.URLEncoder.encode(posting, java.nio.charset.StandardCharsets.UTF_8);
  }
}
