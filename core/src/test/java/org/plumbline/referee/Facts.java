package org.plumbline.referee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/** What can be asked without a case: facts and dates. */
record Facts(Ground ground, RecordSet set, LocalDate day) implements Asked {

  <T> Optional<T> value(Varying<T> varying) {
    return new Conditions(ground, set, this, false).value(varying);
  }

  Truth holds(Condition condition) {
    return new Conditions(ground, set, this, false).holds(condition);
  }

  /** A limit of work. */
  Optional<BigDecimal> number(Exclusion.WorkloadLimit limit) {
    if (limit instanceof Exclusion.WorkloadLimit.Number number) {
      return value(number.value()).flatMap(Facts::number);
    }
    Exclusion.WorkloadLimit.ShareOfFact share = (Exclusion.WorkloadLimit.ShareOfFact) limit;
    int dot = share.fact().indexOf('.');
    Party party = ground.agreement.parties().get(share.fact().substring(0, dot));
    return Optional.ofNullable(party)
        .flatMap(of -> Optional.ofNullable(of.facts().get(share.fact().substring(dot + 1))))
        .flatMap(this::value)
        .flatMap(Facts::number)
        .map(fact -> fact.multiply(share.share().ratio()));
  }

  private static Optional<BigDecimal> number(Literal literal) {
    return literal instanceof Literal.Numeral numeral
        ? Optional.of(numeral.value())
        : Optional.empty();
  }

  @Override
  public Optional<Point> moment(MomentTerm term) {
    return Optional.empty();
  }

  @Override
  public Optional<Object> field(String id) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> elapsed(boolean age, TimeAmount unit) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> allowed(TimeAmount amount) {
    return Optional.empty();
  }

  @Override
  public Optional<String> turn(boolean hold) {
    return Optional.empty();
  }
}
