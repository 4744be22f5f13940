package org.plumbline.exclusion;

import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Exclusion.Ground.Declared;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.TimeAmount;

/** Whether a declaration stands at the as-of moment (docs/meaning.md 19). */
record Standing(Agreement agreement, LocalTime time, long asOf) {

  private static final String ACCEPTED = "accepted";

  /**
   * What becomes of a declaration.
   *
   * @param declared the time that was declared, if the declaration stands
   * @param why it does not, without a full stop; empty if it stands or is not there yet
   * @param waits whether it may still come to stand, without anything being changed
   */
  record Answer(Optional<DeclaredTime> declared, String why, boolean waits) {
    private static Answer not(String why) {
      return new Answer(Optional.empty(), why, false);
    }
  }

  /** What becomes of a declaration under an exclusion of these terms. */
  Answer of(String exclusion, Declaration declaration, Declared terms) {
    if (declaration.declared().filter(at -> at > asOf).isPresent()) {
      return Answer.not("");
    }
    if (declaration.declared().isEmpty()) {
      return Answer.not("it does not say when it was declared");
    }
    if (declaration.from().isEmpty()) {
      return Answer.not("it does not say from when");
    }
    long declared = declaration.declared().get();
    long from = declaration.from().get();
    long until = declaration.until().orElse(asOf);
    if (from >= until) {
      return declaration.until().isPresent()
          ? Answer.not("it does not end after it begins")
          : new Answer(Optional.empty(), "it has not begun yet", true);
    }
    Optional<String> by = terms.declaredBy().filter(agreement.parties()::containsKey);
    if (by.isPresent() && !declaration.party().equals(by)) {
      return Answer.not(
          declaration.party().map(other -> other + " declared it").orElse("no party declared it")
              + ", and only "
              + by.get()
              + " may");
    }
    if (!terms.grounds().isEmpty()
        && declaration.ground().filter(terms.grounds()::contains).isEmpty()) {
      return Answer.not(
          declaration.ground().map(ground -> "the ground \"" + ground + "\"").orElse("no ground")
              + " is not among those agreed: "
              + String.join(", ", terms.grounds()));
    }
    if (terms.notice().isPresent()) {
      TimeAmount notice = terms.notice().get();
      long latest = time.shifted(from, notice, -1);
      if (declared > latest) {
        return Answer.not(
            "it was declared "
                + at(declared)
                + ", less than "
                + notice
                + " before it begins; the latest was "
                + at(latest));
      }
    }
    DeclaredTime stands = new DeclaredTime(exclusion, from, until);
    return terms.acceptedBy().isEmpty()
        ? new Answer(Optional.of(stands), "", false)
        : accepted(declaration, declared, terms, stands);
  }

  private Answer accepted(
      Declaration declaration, long declared, Declared terms, DeclaredTime stands) {
    Optional<Long> latest = terms.decideWithin().map(within -> time.shifted(declared, within, 1));
    Optional<String> decision =
        declaration
            .decided()
            .filter(at -> at <= asOf && latest.map(last -> at <= last).orElse(true))
            .flatMap(at -> declaration.decision());
    if (decision.isPresent()) {
      return decision.get().equals(ACCEPTED)
          ? new Answer(Optional.of(stands), "", false)
          : Answer.not("it was not accepted: " + decision.get());
    }
    boolean over = latest.map(last -> last < asOf).orElse(false);
    if (terms.silence().equals(Optional.of(ACCEPTED))) {
      return over || latest.isEmpty()
          ? new Answer(Optional.of(stands), "", false)
          : new Answer(Optional.empty(), waiting(latest), true);
    }
    return over
        ? Answer.not("it was not accepted by " + at(latest.get()))
        : new Answer(Optional.empty(), waiting(latest), true);
  }

  private String waiting(Optional<Long> latest) {
    return "it is not accepted yet"
        + latest.map(last -> "; it is decided by " + at(last) + " at the latest").orElse("");
  }

  private String at(long micros) {
    return EpochMicros.toInstant(micros)
        .atZone(agreement.zone())
        .toLocalDateTime()
        .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
        .toString()
        .replace('T', ' ');
  }
}
