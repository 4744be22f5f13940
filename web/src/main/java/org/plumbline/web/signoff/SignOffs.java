package org.plumbline.web.signoff;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
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
import org.plumbline.web.identity.StakeholderRole;
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
    return of(viewer, agreements.one(viewer, agreement), version, given(viewer, agreement));
  }

  /** How far each text is that was sent, the newest first. */
  public List<Progress> all(Viewer viewer, AgreementRow agreement) {
    Given given = given(viewer, agreement.id());
    return given.versions().stream()
        .filter(VersionRow::isSent)
        .map(version -> of(viewer, agreement, version, given))
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

  /**
   * The texts that were signed by all, each with the sign-offs by which it was.
   *
   * @param recorded what was given later is not seen
   * @param day what was signed on a later day is not seen
   */
  public Map<UUID, List<SignOff>> signed(
      Viewer viewer, UUID agreement, Instant recorded, LocalDate day) {
    Given given = given(viewer, agreement).until(recorded, day);
    AgreementRow row = agreements.one(viewer, agreement);
    Map<UUID, List<SignOff>> signed = new LinkedHashMap<>();
    for (VersionRow version : given.versions()) {
      Progress progress = of(viewer, row, version, given);
      if (progress.isSigned()) {
        signed.put(
            version.id(),
            progress.steps().stream().map(step -> step.last().orElseThrow()).toList());
      }
    }
    return signed;
  }

  /** What was given so far, in the order in which it was, and the orders by which. */
  private record Given(
      List<SignOff> signOffs,
      NavigableMap<Instant, SigningOrder> orders,
      List<VersionRow> versions) {

    Given until(Instant recorded, LocalDate day) {
      return new Given(
          signOffs.stream()
              .filter(each -> !each.givenAt().isAfter(recorded) && !each.signedOn().isAfter(day))
              .toList(),
          orders.headMap(recorded, true),
          versions);
    }

    Given first(int count) {
      return new Given(
          signOffs.subList(0, count),
          orders.headMap(signOffs.get(count - 1).givenAt(), true),
          versions);
    }

    SigningOrder order() {
      return orders.lastEntry().getValue();
    }
  }

  private Given given(Viewer viewer, UUID agreement) {
    return new Given(
        all(viewer, agreement),
        orders.agreed(viewer, agreement),
        agreements.versions(viewer, agreement));
  }

  /** A text that was once signed by all stays it, whatever is signed later. */
  private Progress of(Viewer viewer, AgreementRow agreement, VersionRow version, Given given) {
    Optional<Terms> terms =
        version.isSent()
            ? agreements.text(viewer, version).canonical().map(Terms::of)
            : Optional.empty();
    Given until = given;
    for (int count = 1; terms.isPresent() && count <= given.signOffs().size(); count++) {
      Given first = given.first(count);
      if (first.order().steps().stream()
          .allMatch(
              step ->
                  last(first.signOffs(), organization(agreement, step), step)
                      .filter(each -> stands(each, step, terms.get()))
                      .isPresent())) {
        until = first;
        break;
      }
    }
    return progress(viewer, agreement, version, terms, until);
  }

  private static boolean stands(SignOff signOff, SigningStep step, Terms terms) {
    return signOff.decision() == SignOff.Decision.ACCEPTED
        && terms.changedSince(step.covers(), signOff.restsOn()).isEmpty();
  }

  private static UUID organization(AgreementRow agreement, SigningStep step) {
    return step.isCustomers() ? agreement.customer() : agreement.provider();
  }

  private Progress progress(
      Viewer viewer,
      AgreementRow agreement,
      VersionRow version,
      Optional<Terms> terms,
      Given given) {
    List<StepState> steps = new ArrayList<>();
    boolean before = terms.isPresent();
    for (SigningStep step : given.order().steps()) {
      UUID organization = organization(agreement, step);
      Optional<SignOff> last = last(given.signOffs(), organization, step);
      List<String> fell =
          last.flatMap(each -> terms.map(now -> now.changedSince(step.covers(), each.restsOn())))
              .orElse(List.of());
      StepState state =
          new StepState(
              steps.size() + 1,
              step,
              step.isCustomers() ? agreement.customerName() : agreement.providerName(),
              last,
              last.map(each -> label(given.versions(), each.version())).orElse(""),
              fell,
              holders(viewer, agreement.id(), organization, step),
              false);
      steps.add(before && !state.isSigned() ? state.inTurn() : state);
      before &= state.isSigned();
    }
    return new Progress(version, given.order(), steps);
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
    UUID signs = organization(parties, state.step());
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
          organization(agreement, next.get().step()),
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
          Set.of(StakeholderRole.PROGRAM_MANAGER),
          Message.formal(
              row.agreement(),
              said == SignOff.Decision.ACCEPTED ? "Signed by all" : "Sign-off: " + said.words(),
              viewer.organizationName()
                  + ", text "
                  + row.label()
                  + " of "
                  + agreement.title()
                  + ": "
                  + said.words().toLowerCase(Locale.ROOT)
                  + ".",
              path));
    }
  }

  /** All sign-offs of an agreement, in the order in which they were given. */
  public List<SignOff> all(Viewer viewer, UUID agreement) {
    return store.as(viewer.person(), jdbc -> SignOffRows.of(jdbc, agreement));
  }
}
