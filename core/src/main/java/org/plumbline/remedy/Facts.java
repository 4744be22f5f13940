package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Varying;

/**
 * The facts of the parties on one day.
 *
 * @param day the day that is looked up
 */
record Facts(Agreement agreement, LocalDate day) implements Subjects {

  @Override
  public Optional<Value> value(String subject) {
    int dot = subject.indexOf('.');
    Party party = dot < 0 ? null : agreement.parties().get(subject.substring(0, dot));
    Varying<Literal> fact = party == null ? null : party.facts().get(subject.substring(dot + 1));
    if (fact != null && Choice.of(fact, this, day) instanceof Choice.Is<Literal> is) {
      return Optional.of(Value.of(is.value()));
    }
    return Optional.empty();
  }
}
