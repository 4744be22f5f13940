package org.plumbline.web.signing;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.difference.Terms;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.outbox.Message;
import org.plumbline.web.outbox.Outbox;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sign-offs on texts that were sent, and whether they stand (docs/meaning.md 31). */
@Component
public final class SignOffs {

  private static final JsonMapper JSON = new JsonMapper();

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final SigningOrders orders;

  SignOffs(Store store, Authority authority, Agreements agreements, SigningOrders orders) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.orders = orders;
  }

  /**
   * How far a text is.
   *
   * @param steps in the agreed order
   */
  public record Progress(VersionRow version, SigningOrder order, List<StepState> steps) {
    /** Copies the list. */
    public Progress {
      steps = List.copyOf(steps);
    }

    /** Whether everybody signed who has to. */
    public boolean isSigned() {
      return version.isSent() && steps.stream().allMatch(StepState::isSigned);
    }

    /** The step that is to be signed next. */
    public Optional<StepState> next() {
      return steps.stream().filter(StepState::turn).findFirst();
    }

    /** Whether it holds on a day. */
    public boolean isInForce(LocalDate day) {
      return isSigned() && version.effective().filter(from -> !from.isAfter(day)).isPresent();
    }
  }

  /** How far a text is. */
  public Progress progress(Viewer viewer, UUID agreement, VersionRow version) {
    return progress(
        viewer,
        agreements.one(viewer, agreement),
        version,
        orders.standing(viewer, agreement),
        all(viewer, agreement),
        agreements.versions(viewer, agreement));
  }

  /** How far each text is that was sent, the newest first. */
  public List<Progress> all(Viewer viewer, AgreementRow agreement) {
    List<VersionRow> versions = agreements.versions(viewer, agreement.id());
    List<SignOff> signOffs = all(viewer, agreement.id());
    SigningOrder order = orders.standing(viewer, agreement.id());
    return versions.stream()
        .filter(VersionRow::isSent)
        .map(version -> progress(viewer, agreement, version, order, signOffs, versions))
        .toList();
  }

  /** The text that is in force on a day: of those that are signed, the one that began last. */
  public Optional<VersionRow> inForce(Viewer viewer, UUID agreement, LocalDate day) {
    return all(viewer, agreements.one(viewer, agreement)).stream()
        .filter(progress -> progress.isInForce(day))
        .map(Progress::version)
        .max(
            Comparator.<VersionRow, LocalDate>comparing(row -> row.effective().orElseThrow())
                .thenComparing(row -> row.sentAt().orElseThrow()));
  }

  private Progress progress(
      Viewer viewer,
      AgreementRow agreement,
      VersionRow version,
      SigningOrder order,
      List<SignOff> signOffs,
      List<VersionRow> versions) {
    Optional<Terms> terms = agreements.text(viewer, version).canonical().map(Terms::of);
    List<StepState> steps = new ArrayList<>();
    boolean before = version.isSent() && terms.isPresent();
    for (SigningStep step : order.steps()) {
      boolean customer = step.party().equals("customer");
      UUID organization = customer ? agreement.customer() : agreement.provider();
      Optional<SignOff> last = last(signOffs, organization, step);
      List<String> fell =
          last.flatMap(each -> terms.map(now -> now.changedSince(step.covers(), each.restsOn())))
              .orElse(List.of());
      StepState state =
          new StepState(
              steps.size() + 1,
              step,
              customer ? agreement.customerName() : agreement.providerName(),
              last,
              last.map(each -> label(versions, each.version())).orElse(""),
              fell,
              holders(viewer, agreement.id(), organization, step),
              false);
      boolean turn = before && !state.isSigned();
      steps.add(
          turn
              ? new StepState(
                  state.number(),
                  step,
                  state.organizationName(),
                  last,
                  state.lastLabel(),
                  fell,
                  state.holders(),
                  true)
              : state);
      before &= state.isSigned();
    }
    return new Progress(version, order, steps);
  }

  private static String label(List<VersionRow> versions, UUID id) {
    return versions.stream()
        .filter(row -> row.id().equals(id))
        .map(VersionRow::label)
        .findFirst()
        .orElse("");
  }

  private static Optional<SignOff> last(
      List<SignOff> signOffs, UUID organization, SigningStep step) {
    Set<String> covers = new HashSet<>(step.covers());
    Optional<SignOff> last =
        signOffs.stream()
            .filter(
                each ->
                    each.organization().equals(organization)
                        && each.role().equals(step.role().key())
                        && new HashSet<>(each.covers()).equals(covers))
            .reduce((one, other) -> other);
    return last.filter(each -> each.decision() != SignOff.Decision.WITHDRAWN);
  }

  private List<String> holders(Viewer viewer, UUID agreement, UUID organization, SigningStep step) {
    return roster(viewer, agreement, organization, step).stream()
        .map(
            seat ->
                seat.name()
                    + (seat.capacity().equals("holder") ? "" : " (" + seat.capacity() + ")"))
        .distinct()
        .toList();
  }

  /** Somebody who holds a role today. */
  public record Seated(UUID person, String name, String capacity) {}

  /** Who of an organization may sign a step today. */
  public List<Seated> roster(Viewer viewer, UUID agreement, UUID organization, SigningStep step) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select s.person, p.name, s.capacity from seat s join person p on p.id = s.person
                      left join seat_end e on e.seat = s.id
                    where s.organization = :organization and s.role = :role and (s.agreement is null or s.agreement = :agreement)
                      and current_date between s.from_day and least(coalesce(s.until_day, 'infinity'), coalesce(e.last_day, 'infinity'))
                      and not exists (select from departure d where d.person = s.person)
                    order by s.capacity = 'holder' desc, p.name
                    """)
                .param("organization", organization)
                .param("role", step.role().key())
                .param("agreement", agreement)
                .query(
                    (rows, number) ->
                        new Seated(
                            rows.getObject("person", UUID.class),
                            rows.getString("name"),
                            rows.getString("capacity")))
                .list());
  }

  /**
   * A signature given elsewhere.
   *
   * @param person who signed
   * @param on the day
   * @param reference where it is kept, such as an order number of G-Invoicing
   */
  public record Elsewhere(UUID person, LocalDate on, String reference) {}

  /**
   * Records what a role says to a text.
   *
   * @param number the step, from 1
   * @param changes needed where they are accepted pending changes, or not accepted
   * @param elsewhere a signature that was given elsewhere; else the viewer signs
   */
  public UUID sign(
      Viewer viewer,
      UUID agreement,
      UUID version,
      int number,
      Optional<SignOff.Decision> decision,
      String changes,
      Optional<Elsewhere> elsewhere) {
    VersionRow row = agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, elsewhere.isPresent() ? Act.SEND : Act.MEASURE);
    Progress progress = progress(viewer, agreement, row);
    SignOff.Decision said = decision.orElseThrow(() -> new Refused("Choose what the role says."));
    StepState state =
        progress.steps().stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(() -> new Refused("Choose a step of the order."));
    AgreementRow parties = agreements.one(viewer, agreement);
    UUID signs = state.step().party().equals("customer") ? parties.customer() : parties.provider();
    if (!signs.equals(viewer.organization())) {
      throw new NotAllowed("This step is the other party’s.");
    }
    CheckedText text = agreements.text(viewer, row);
    mayBeSigned(row, text, progress, state, said);
    if ((said == SignOff.Decision.PENDING || said == SignOff.Decision.NOT_ACCEPTED)
        && changes.isBlank()) {
      throw new Refused("Write what has to change.");
    }
    List<Seated> roster = roster(viewer, agreement, signs, state.step());
    UUID person = elsewhere.map(Elsewhere::person).orElse(viewer.person());
    Seated seat =
        roster.stream()
            .filter(each -> each.person().equals(person))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotAllowed(
                        "Only who holds the role "
                            + state.step().role().label()
                            + " today, acts in it or was delegated signs this step."));
    elsewhere.ifPresent(SignOffs::check);
    Map<String, String> restsOn =
        Terms.of(text.canonical().orElseThrow()).restedOn(state.step().covers());
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID id = add(jdbc, viewer, row, state.step(), said, changes, seat, elsewhere, restsOn);
          Agreements.putOnTable(jdbc, viewer, agreement, id);
          tellNext(jdbc, viewer, parties, row, progress, state, said);
          return id;
        });
  }

  private static void check(Elsewhere elsewhere) {
    if (elsewhere.reference().isBlank() || elsewhere.reference().length() > 500) {
      throw new Refused("Say where the signature is kept, such as a number of G-Invoicing.");
    }
  }

  private static void mayBeSigned(
      VersionRow row, CheckedText text, Progress progress, StepState state, SignOff.Decision said) {
    if (!row.isSent()) {
      throw new Refused("Send the text first; nobody signs what the other party does not see.");
    }
    if (!text.isWhole()) {
      throw new Refused("The text has errors.");
    }
    int open = text.agreement().orElseThrow().open().size();
    if (open > 0) {
      throw new Refused(
          (open == 1 ? "One value is" : open + " values are")
              + " still to be agreed in this text; nobody signs before.");
    }
    if (said == SignOff.Decision.WITHDRAWN) {
      if (state.last().isEmpty()) {
        throw new Refused("There is nothing to withdraw.");
      }
      if (progress.isSigned()) {
        throw new Refused("Everybody has signed; what is agreed is changed by an amendment.");
      }
    } else if (!state.turn()) {
      throw new Refused(
          state.isSigned()
              ? "This step is signed already."
              : "This step comes later: first "
                  + progress.next().map(SignOffs::who).orElse("another")
                  + " signs.");
    }
  }

  private static String who(StepState state) {
    return "the " + state.step().role().label() + " of " + state.organizationName();
  }

  private static UUID add(
      JdbcClient jdbc,
      Viewer viewer,
      VersionRow row,
      SigningStep step,
      SignOff.Decision said,
      String changes,
      Seated seat,
      Optional<Elsewhere> elsewhere,
      Map<String, String> restsOn) {
    return jdbc.sql(
            """
            insert into sign_off (agreement, organization, version, hash, person, role, decision, changes, signed_on, elsewhere,
              given_by, covers, rests_on, capacity)
            values (:agreement, :organization, :version, :hash, :person, :role, :decision, :changes,
              coalesce(:on, current_date), :elsewhere, :by, :covers, :rests_on, :capacity) returning id
            """)
        .param("agreement", row.agreement())
        .param("organization", viewer.organization())
        .param("version", row.id())
        .param("hash", row.hash().orElseThrow())
        .param("person", seat.person())
        .param("role", step.role().key())
        .param("decision", said.key())
        .param("changes", changes.isBlank() ? null : changes.strip(), Types.VARCHAR)
        .param("on", elsewhere.map(Elsewhere::on).orElse(null), Types.DATE)
        .param("elsewhere", elsewhere.map(it -> it.reference().strip()).orElse(null), Types.VARCHAR)
        .param("by", viewer.person())
        .param("covers", step.covers().toArray(String[]::new))
        .param("rests_on", JSON.writeValueAsString(restsOn))
        .param("capacity", seat.capacity())
        .query(UUID.class)
        .single();
  }

  /** Tells those whose turn it is now; all who sign, once everybody has. */
  private static void tellNext(
      JdbcClient jdbc,
      Viewer viewer,
      AgreementRow agreement,
      VersionRow row,
      Progress progress,
      StepState state,
      SignOff.Decision said) {
    String path = "/agreements/" + row.agreement() + "/sign-off?version=" + row.id();
    Optional<StepState> next =
        said == SignOff.Decision.ACCEPTED
            ? progress.steps().stream()
                .filter(each -> each.number() > state.number() && !each.isSigned())
                .findFirst()
            : Optional.empty();
    UUID across =
        viewer.organization().equals(agreement.customer())
            ? agreement.provider()
            : agreement.customer();
    if (next.isPresent()) {
      Outbox.tell(
          jdbc,
          viewer,
          row.agreement(),
          next.get().step().party().equals("customer")
              ? agreement.customer()
              : agreement.provider(),
          Set.of(next.get().step().role()),
          Message.formal(
              row.agreement(),
              "Your signature is asked for",
              "Text " + row.label() + " of " + agreement.title() + " waits for your sign-off.",
              path));
    } else {
      Outbox.tell(
          jdbc,
          viewer,
          row.agreement(),
          across,
          Set.of(org.plumbline.web.identity.StakeholderRole.PROGRAM_MANAGER),
          Message.formal(
              row.agreement(),
              said == SignOff.Decision.ACCEPTED ? "Signed by all" : "Sign-off: " + said.words(),
              viewer.organizationName()
                  + ", text "
                  + row.label()
                  + " of "
                  + agreement.title()
                  + ": "
                  + said.words().toLowerCase(java.util.Locale.ROOT)
                  + ".",
              path));
    }
  }

  /** All sign-offs of an agreement, in the order in which they were given. */
  public List<SignOff> all(Viewer viewer, UUID agreement) {
    return store.as(viewer.person(), jdbc -> SignOffRows.of(jdbc, agreement));
  }
}
