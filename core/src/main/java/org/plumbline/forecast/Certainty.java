package org.plumbline.forecast;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.judge.Status;

/**
 * When a result becomes certain: nothing that the records can still come to hold changes it then,
 * unless a party declares a time excluded or a request is granted (docs/meaning.md, forecast).
 *
 * @param result what it is for certain; empty: it is not certain yet
 * @param targetMissed whether it is certain that the target is missed, be the minimum kept or not
 * @param since the day at whose end it was certain first; only where it is certain
 * @param settles the day at whose end nothing that is open can become a miss any more, if that is
 *     before the period ends and no case that begins from now on can miss either
 * @param latest the last day on which anything can be decided; empty where that cannot be said
 * @param pauses whether {@code latest} is later where clocks stand still
 * @param complete the day at whose end the records are complete
 * @param why why it cannot be certain before the period ends; empty where it can
 */
public record Certainty(
    Optional<Status> result,
    boolean targetMissed,
    Optional<LocalDate> since,
    Optional<LocalDate> settles,
    Optional<LocalDate> latest,
    boolean pauses,
    LocalDate complete,
    Optional<String> why) {

  /** The same with the day since which it is certain. */
  Certainty since(LocalDate day) {
    return new Certainty(
        result, targetMissed, Optional.of(day), settles, latest, pauses, complete, why);
  }

  /** The same where nothing is known of the minimum. */
  Certainty withoutMinimum() {
    return new Certainty(
        result.filter(each -> each == Status.MET),
        targetMissed,
        since,
        settles,
        latest,
        pauses,
        complete,
        why);
  }

  /** Whether anything is certain. */
  public boolean isCertain() {
    return result.isPresent() || targetMissed;
  }
}
