package org.plumbline.exclusion;

import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Exclusion.Ground.Declared;

/** Whether a declaration stands at the as-of moment (docs/meaning.md 19). */
record Standing(Agreement agreement, LocalTime time, long asOf) {

  private static final String ACCEPTED = "accepted";

  /** The time that was declared, if the declaration stands. */
  Optional<DeclaredTime> of(Declaration declaration, Declared terms) {
    long until = declaration.until().orElse(asOf);
    boolean stands =
        declaration.declared() <= asOf
            && declaration.from() < until
            && byTheParty(declaration, terms)
            && onGround(declaration, terms)
            && withNotice(declaration, terms)
            && (terms.acceptedBy().isEmpty() || isAccepted(declaration, terms));
    return stands
        ? Optional.of(new DeclaredTime(declaration.exclusion(), declaration.from(), until))
        : Optional.empty();
  }

  private boolean byTheParty(Declaration declaration, Declared terms) {
    Optional<String> party = terms.declaredBy().filter(agreement.parties()::containsKey);
    return party.isEmpty() || declaration.party().equals(party);
  }

  private static boolean onGround(Declaration declaration, Declared terms) {
    return terms.grounds().isEmpty()
        || declaration.ground().filter(terms.grounds()::contains).isPresent();
  }

  private boolean withNotice(Declaration declaration, Declared terms) {
    return terms
        .notice()
        .map(notice -> declaration.declared() <= time.shifted(declaration.from(), notice, -1))
        .orElse(true);
  }

  private boolean isAccepted(Declaration declaration, Declared terms) {
    Optional<Long> latest =
        terms.decideWithin().map(within -> time.shifted(declaration.declared(), within, 1));
    Optional<String> decision =
        declaration
            .decided()
            .filter(at -> at <= asOf && latest.map(last -> at <= last).orElse(true))
            .flatMap(at -> declaration.decision());
    if (decision.isPresent()) {
      return decision.get().equals(ACCEPTED);
    }
    return terms.silence().equals(Optional.of(ACCEPTED))
        && latest.map(last -> last < asOf).orElse(true);
  }
}
