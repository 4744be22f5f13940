package org.plumbline.web.signoff;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
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

/** Gives a sign-off on a text that was sent, or records one given elsewhere. */
@Component
public final class Signing {

  private static final JsonMapper JSON = new JsonMapper();

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final SignOffs signOffs;
  private final Clock clock;

  Signing(Store store, Authority authority, Agreements agreements, SignOffs signOffs, Clock clock) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.signOffs = signOffs;
    this.clock = clock;
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
    SignOffs.Progress progress = signOffs.progress(viewer, agreement, row);
    SignOff.Decision said = decision.orElseThrow(() -> new Refused("Choose what the role says."));
    StepState state =
        progress.steps().stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(() -> new Refused("Choose a step of the order."));
    AgreementRow parties = agreements.one(viewer, agreement);
    UUID signs = SignOffs.organization(parties, state.step());
    if (!signs.equals(viewer.organization())) {
      throw new NotAllowed("This step is the other party’s.");
    }
    CheckedText text = agreements.text(viewer, row);
    mayBeSigned(row, text, progress, state, said);
    if ((said == SignOff.Decision.PENDING || said == SignOff.Decision.NOT_ACCEPTED)
        && changes.isBlank()) {
      throw new Refused("Write what has to change.");
    }
    List<SignOffs.Seated> roster = signOffs.roster(viewer, agreement, signs, state.step());
    UUID person = elsewhere.map(Elsewhere::person).orElse(viewer.person());
    SignOffs.Seated seat =
        roster.stream()
            .filter(each -> each.person().equals(person))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotAllowed(
                        "Only who holds the role "
                            + state.step().role().label()
                            + " today, acts in it or was delegated signs this step."));
    LocalDate today = row.dayAt(clock.instant());
    elsewhere.ifPresent(it -> check(it, today));
    LocalDate on = elsewhere.map(Elsewhere::on).orElse(today);
    if (said == SignOff.Decision.ACCEPTED) {
      inTime(text, on);
    }
    Map<String, String> restsOn =
        Terms.of(text.canonical().orElseThrow()).restedOn(state.step().covers());
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID id =
              add(jdbc, viewer, row, state.step(), said, changes, seat, on, elsewhere, restsOn);
          Agreements.putOnTable(jdbc, viewer, agreement, id);
          tellNext(jdbc, viewer, parties, row, progress, state, said);
          return id;
        });
  }

  private static void check(Elsewhere elsewhere, LocalDate today) {
    if (elsewhere.on().isAfter(today)) {
      throw new Refused("It was signed on " + elsewhere.on() + ", which is still to come.");
    }
    if (elsewhere.reference().isBlank() || elsewhere.reference().length() > 500) {
      throw new Refused("Say where the signature is kept, such as a number of G-Invoicing.");
    }
  }

  /** The register takes no amendment that holds from a day before it was signed. */
  private static void inTime(CheckedText text, LocalDate on) {
    text.agreement()
        .flatMap(Agreement::amendment)
        .filter(terms -> terms.effective().isBefore(on) && terms.retroactive().isEmpty())
        .ifPresent(
            terms -> {
              throw new Refused(
                  "This amendment takes effect on "
                      + terms.effective()
                      + ", and would be signed after that. Say under amendment: retroactive: why it"
                      + " does, or propose a day that is still to come.");
            });
  }

  private static void mayBeSigned(
      VersionRow row,
      CheckedText text,
      SignOffs.Progress progress,
      StepState state,
      SignOff.Decision said) {
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
                  + progress.next().map(Signing::who).orElse("another")
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
      SignOffs.Seated seat,
      LocalDate on,
      Optional<Elsewhere> elsewhere,
      Map<String, String> restsOn) {
    return jdbc.sql(
            """
            insert into sign_off (agreement, organization, version, hash, person, role, decision, changes, signed_on, elsewhere,
              given_by, covers, rests_on, capacity)
            values (:agreement, :organization, :version, :hash, :person, :role, :decision, :changes,
              :on, :elsewhere, :by, :covers, :rests_on, :capacity) returning id
            """)
        .param("agreement", row.agreement())
        .param("organization", viewer.organization())
        .param("version", row.id())
        .param("hash", row.hash().orElseThrow())
        .param("person", seat.person())
        .param("role", step.role().key())
        .param("decision", said.key())
        .param("changes", changes.isBlank() ? null : changes.strip(), Types.VARCHAR)
        .param("on", on)
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
      SignOffs.Progress progress,
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
          SignOffs.organization(agreement, next.get().step()),
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
}
