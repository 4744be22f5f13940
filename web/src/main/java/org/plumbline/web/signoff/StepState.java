package org.plumbline.web.signoff;

import java.util.List;
import java.util.Optional;
import org.plumbline.difference.Terms;

/**
 * How a step of the order stands for one text.
 *
 * @param number from 1
 * @param organizationName of the party
 * @param last the latest sign-off of the role, of whichever text
 * @param lastLabel the text that it was of
 * @param fellBy the terms by whose change it fell; empty if it stands
 * @param holders who holds the role today, by name; none: it is vacant
 * @param turn whether it is the one that is to be signed next
 */
public record StepState(
    int number,
    SigningStep step,
    String organizationName,
    Optional<SignOff> last,
    String lastLabel,
    List<String> fellBy,
    List<String> holders,
    boolean turn) {

  /** Copies the lists. */
  public StepState {
    fellBy = List.copyOf(fellBy);
    holders = List.copyOf(holders);
  }

  /** The same, to be signed next. */
  StepState inTurn() {
    return new StepState(number, step, organizationName, last, lastLabel, fellBy, holders, true);
  }

  /** Whether it is signed: accepted, and nothing on which it rests changed. */
  public boolean isSigned() {
    return last.filter(it -> it.decision() == SignOff.Decision.ACCEPTED).isPresent()
        && fellBy.isEmpty();
  }

  /** Whether it was accepted and does not stand any more. */
  public boolean hasFallen() {
    return last.filter(it -> it.decision() == SignOff.Decision.ACCEPTED).isPresent()
        && !fellBy.isEmpty();
  }

  /** By what it fell, for people. */
  public String fellByInWords() {
    List<String> told = fellBy.stream().limit(6).map(Terms::heading).toList();
    return String.join(", ", told)
        + (fellBy.size() > told.size() ? " and " + (fellBy.size() - told.size()) + " more" : "");
  }
}
