package org.plumbline.web.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.remedy.Decision;
import org.plumbline.remedy.Plan;
import org.plumbline.remedy.Posting;
import org.plumbline.remedy.Standing;
import org.plumbline.web.result.StoredFollows;

/**
 * One thing that follows from the results on the table, with what parties did about it since the
 * result was measured.
 *
 * @param posting as the result has it
 * @param result where it stands
 * @param report the number of the report; empty where the result is none
 * @param measured when the result was measured: it knows what was done until then
 * @param zone the agreement's
 * @param acts what was done on pages and by programs, in order
 */
public record Owed(
    StoredFollows.Posting posting,
    UUID result,
    Optional<Integer> report,
    Instant measured,
    ZoneId zone,
    List<ActRow> acts,
    List<MilestoneRow> milestones) {

  /** Copies the lists. */
  public Owed {
    acts = List.copyOf(acts);
    milestones = List.copyOf(milestones);
  }

  /** Its kind. */
  public Posting.Kind kind() {
    for (Posting.Kind kind : Posting.Kind.values()) {
      if (kind.key().equals(posting.kind())) {
        return kind;
      }
    }
    throw new IllegalStateException("no kind " + posting.kind());
  }

  /** What was done after the result was measured, so that the result does not say it. */
  List<ActRow> since() {
    return acts.stream().filter(act -> act.doneAt().isAfter(measured)).toList();
  }

  /** How it stands now. */
  public Standing standing() {
    List<ActRow> later = decisions();
    if (later.isEmpty()) {
      return Standing.valueOf(posting.standing().toUpperCase(java.util.Locale.ROOT));
    }
    return later.get(later.size() - 1).act().standing();
  }

  /** A request is not a decision: that it was asked for in time is seen when one measures. */
  private List<ActRow> decisions() {
    return since().stream().filter(act -> act.act() != Decision.Act.REQUESTED).toList();
  }

  /** How it stands, in words. */
  public String words() {
    if (decisions().isEmpty()) {
      return posting.standingWords();
    }
    return plan()
        .filter(state -> state != Plan.State.OWED)
        .map(Plan.State::key)
        .orElseGet(
            () ->
                kind() == Posting.Kind.RIGHT && standing() == Standing.APPLIED
                    ? "exercised"
                    : standing().key());
  }

  /** How far a plan is; empty where nothing is to be done. */
  public Optional<Plan.State> plan() {
    if (kind() != Posting.Kind.ACTION) {
      return Optional.empty();
    }
    Plan.State state =
        posting.plan().flatMap(plan -> Plan.State.of(plan.state())).orElse(Plan.State.OWED);
    for (ActRow act : since()) {
      state = state.after(act.act()).orElse(state);
    }
    return Optional.of(state);
  }

  /** The last day for what the owing party has to do next, as far as it is known. */
  public Optional<LocalDate> due() {
    Optional<Plan.State> plan = plan();
    return plan.isPresent()
        ? posting.plan().flatMap(StoredFollows.Plan::due).or(posting::due).filter(day -> isOpen())
        : posting.due();
  }

  private boolean isOpen() {
    return plan()
        .filter(state -> state == Plan.State.OWED || state == Plan.State.RETURNED)
        .isPresent();
  }

  /** Whether a party still has to do or to say something about it. */
  public boolean isWaiting() {
    return kind() == Posting.Kind.ACTION
        ? plan().filter(state -> state != Plan.State.CLOSED).isPresent()
            && standing() != Standing.WAIVED
            && standing() != Standing.NOTHING
        : kind() != Posting.Kind.POINTS && standing() == Standing.PROPOSED;
  }

  /**
   * What a party can do about it now.
   *
   * @param party {@code customer} or {@code provider}
   */
  public List<Decision.Act> open(String party) {
    List<Decision.Act> open = new ArrayList<>();
    for (Decision.Act act : Decision.Act.values()) {
      boolean may =
          switch (act.who()) {
            case OWING -> posting.owedBy().equals(party);
            case OWED -> posting.owedTo().equals(party);
            case EITHER -> posting.owedBy().equals(party) || posting.owedTo().equals(party);
          };
      if (may && act.suits(kind()) && leadsOn(act)) {
        open.add(act);
      }
    }
    return open;
  }

  private boolean leadsOn(Decision.Act act) {
    if (standing() == Standing.NOTHING || kind() == Posting.Kind.POINTS) {
      return false;
    }
    if (act.isOfPlan()) {
      return plan().flatMap(state -> state.after(act)).isPresent();
    }
    if (kind() == Posting.Kind.ACTION && plan().orElse(Plan.State.OWED) == Plan.State.CLOSED) {
      return false;
    }
    return act == Decision.Act.REQUESTED
        ? acts.stream().noneMatch(done -> done.act() == Decision.Act.REQUESTED)
        : act.standing() != standing();
  }
}
